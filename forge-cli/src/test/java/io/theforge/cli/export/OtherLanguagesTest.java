package io.theforge.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Forge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples for test suites in Python and R, as they stand, where the language is on the PATH. */
class OtherLanguagesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_SECONDS = 120;

    @TempDir
    static Path folder;

    /** What starts the Forge: the program as it has been compiled for these tests. */
    private static Path launcher;

    @BeforeAll
    static void makeALauncher() throws IOException {
        launcher = folder.resolve("forge");
        Files.writeString(launcher, """
                #!/bin/sh
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Forge.class.getName()));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    private record Ended(int exit, List<String> output) {}

    private static Ended run(Path forge, String... line) throws IOException, InterruptedException {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, line[0]))),
                "no " + line[0] + " on the PATH: " + line[1] + " is not run");
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("FORGE", forge.toString());
        builder.environment()
                .put("FORGE_TEST_CACHE", folder.resolve("cache of " + line[0]).toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readAllLines(output));
    }

    @Test
    void testsInPythonExportTheirDatasetOnce() throws Exception {
        Ended first = run(launcher, "python3", "examples/pytest/test_shop.py");
        assertThat(first.exit()).as("%s", first.output()).isZero();
        assertThat(first.output()).hasSize(3).allMatch(line -> line.startsWith("passed test_"));

        Path cache = folder.resolve("cache of python3");
        List<String> kept = names(cache);
        assertThat(run(launcher, "python3", "examples/pytest/test_shop.py")).isEqualTo(first);
        assertThat(names(cache)).isEqualTo(kept);
    }

    @Test
    void testsInPythonSayThatThereIsNoForge() throws Exception {
        Ended ended = run(folder.resolve("none"), "python3", "examples/pytest/test_shop.py");
        assertThat(ended.exit()).isZero();
        assertThat(ended.output())
                .containsExactly("the tests are skipped: there is no Forge at " + folder.resolve("none")
                        + ": set FORGE to its launcher");
    }

    /** The frame of pandas, where Python has it. */
    @Test
    void framesHaveTheTypesOfTheManifest() throws Exception {
        assumeTrue(run(launcher, "python3", "-c", "import pandas").exit() == 0, "no pandas here");
        Ended ended = run(launcher, "python3", "-c", """
                import sys
                sys.path.insert(0, "examples/pytest")
                import forge_data
                frame = forge_data.dataset(stores=1, products=2, end_date="2024-01-31").frame("sales_daily")
                print(frame.dtypes["date"], frame.dtypes["quantity"], frame.dtypes["unit_price"])
                """);
        assertThat(ended.output()).singleElement().asString().matches("datetime64\\[[num]s] int64 float64");
    }

    @Test
    void weeklyTotalsInRAreTheSameEachTime() throws Exception {
        Ended first = run(launcher, "Rscript", "examples/r/weekly_totals.R");
        assertThat(first.exit()).as("%s", first.output()).isZero();
        assertThat(first.output()).anyMatch(line -> line.matches(" *2024-W40 +\\d+"));
        Ended second = run(launcher, "Rscript", "examples/r/weekly_totals.R");
        assertThat(second.exit()).isZero();
        assertThat(first.output()).containsAll(second.output());
    }

    private static List<String> names(Path cache) throws IOException {
        try (var files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
