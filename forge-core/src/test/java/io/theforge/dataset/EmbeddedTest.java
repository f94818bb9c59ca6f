package io.theforge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core inside somebody else's program, which has a Jackson of its own: years older than any that we know. */
class EmbeddedTest {
    private static final Path OTHER_JACKSON = Path.of("target", "other-jackson");

    /** The program, which is run in a process of its own. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            Object mapper = Class.forName("com.fasterxml.jackson.databind.ObjectMapper")
                    .getConstructor()
                    .newInstance();
            System.out.println(mapper.getClass().getMethod("version").invoke(mapper));
            System.out.println(
                    io.theforge.Forge.dataset("calendar: {country: DE-BY}").fingerprint());
        }
    }

    @Test
    void theCoreBringsNoJacksonAndRunsBesideAnother() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var out = process.inputReader()) {
            lines = out.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines)
                .containsExactly(
                        "2.9.10",
                        io.theforge.Forge.dataset("calendar: {country: DE-BY}").fingerprint());
    }

    /** What the core needs at run time, as its project file says it, without what only tests bring. */
    private static String classPath() throws IOException {
        Stream<String> own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jackson") && !entry.contains("woodstox") && !entry.contains("stax"));
        try (Stream<Path> jars = Files.list(OTHER_JACKSON)) {
            return String.join(
                    File.pathSeparator,
                    Stream.concat(own, jars.map(Path::toString)).toList());
        }
    }
}
