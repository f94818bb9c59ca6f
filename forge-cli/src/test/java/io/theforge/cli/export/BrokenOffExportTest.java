package io.theforge.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of its own that does not come to its end: killed, asked to stop, or out of room. */
class BrokenOffExportTest {
    private static final String[] LARGE = {"--stores", "400", "--products", "400"};

    @TempDir
    Path folder;

    private ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.theforge.cli.Forge",
                "export",
                "--out",
                "shop"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static String[] large(String format) {
        return Stream.concat(Stream.of("--format", format), Stream.of(LARGE)).toArray(String[]::new);
    }

    private void assertThatOnlyStandsHere(String... names) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    private static void awaitLine(BufferedReader reader, String start) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("ended without saying " + start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "duckdb", "sql"})
    void aKilledOneLeavesNothingUnderItsNameAndTheNextOneWorks(String format) throws Exception {
        Process process = program(large(format)).start();
        try (BufferedReader err = process.errorReader()) {
            awaitLine(err, "promotion");
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(folder.resolve("shop")).doesNotExist();
        assertThatOnlyStandsHere(".shop.forge-export");

        Ran next = Ran.in(folder, "export", "--format", format, "--out", "shop", "--stores", "1", "--products", "1");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThatOnlyStandsHere("shop");
        assertThat(Ran.in(folder, "fingerprint", "shop").exit()).isZero();
    }

    @Test
    void oneThatIsAskedToStopRemovesWhatItHasWritten() throws Exception {
        Process process = program(large("csv")).start();
        try (BufferedReader err = process.errorReader()) {
            awaitLine(err, "promotion");
            process.toHandle().destroy();
            assertThat(err.lines()).anyMatch(line -> line.contains("interrupted: nothing has been changed"));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSecondOneToTheSameFolderIsRefused() throws Exception {
        Process first = program(large("csv")).start();
        try (BufferedReader err = first.errorReader()) {
            awaitLine(err, "promotion");
            Ran second = Ran.in(folder, "export", "--format", "csv", "--out", "shop");
            assertThat(second.exit()).isEqualTo(3);
            assertThat(second.err()).contains("another export is writing to");
        } finally {
            first.destroyForcibly();
            first.waitFor();
        }
    }

    /** The system's limit on the size of a file stands for a full disk: the same error from the same call, on any machine. */
    @ParameterizedTest
    @CsvSource({"csv, 2000", "jsonl, 2000", "sql, 2000", "duckdb, 100000"}) // DuckDB has its library of 60 MB unpacked
    void oneWithoutRoomSaysSoAndLeavesWhatWasThere(String format, String limitKilobytes) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        Ran earlier = Ran.in(folder, "export", "--format", "csv", "--out", "shop", "--stores", "1", "--products", "1");
        assertThat(earlier.exit()).isZero();

        List<String> command =
                new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f " + limitKilobytes + "; exec \"$@\"", "bash"));
        command.addAll(program(Stream.concat(Stream.of(large(format)), Stream.of("--force", "--no-progress"))
                        .toArray(String[]::new))
                .command());
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        List<String> said;
        try (BufferedReader err = process.errorReader()) {
            said = err.lines().toList();
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isEqualTo(1);
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).contains("File too large").contains("make room").contains("shop");
        assertThatOnlyStandsHere("shop");
        assertThat(Ran.in(folder, "fingerprint", "shop").exit()).isZero();
    }
}
