package io.theforge.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program of a browser. Where there is none, root on Debian installs it; else the tests that need it are skipped. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int MOST_MINUTES = 10;
    private static @Nullable Path program;

    private Chromium() {}

    /** Returns where it is. */
    public static synchronized Path program() throws IOException, InterruptedException {
        Path found = program;
        if (found == null) {
            found = find().orElse(null);
        }
        if (found == null) {
            boolean ours = "root".equals(System.getProperty("user.name")) && isDebian();
            assumeTrue(
                    ours, "no Chromium on the PATH, and only root on Debian can install it: apt-get install chromium");
            Path log = Files.createTempFile("chromium", ".log");
            run(log, "apt-get", "update");
            run(log, "apt-get", "install", "-y", "--no-install-recommends", "chromium");
            found = find().orElse(null);
            assumeTrue(found != null, "Chromium could not be installed; what apt-get said is in " + log);
            Files.delete(log);
        }
        program = found;
        return Objects.requireNonNull(found);
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isDebian() throws IOException {
        Path release = Path.of("/etc/os-release");
        return Files.exists(release)
                && Files.readAllLines(release, StandardCharsets.UTF_8).contains("ID=debian");
    }

    /** Runs a program to its end, with its standard output in a file. */
    static void run(Path output, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("did not end: " + command[0]);
        }
    }
}
