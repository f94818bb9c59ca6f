package io.theforge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of {@code forge-bench/run} as a process of its own, with few rows, in folders with blanks in their names. */
class BenchTest {
    private static final int TERMINATED = 143;
    private static final Pattern FIGURE =
            Pattern.compile("(?m)^(\\S.*\\S) {2,}[\\d,]+(\\.\\d+)? (s|x|B|MB|us/row|rows/s)$");

    @TempDir
    Path folder;

    private Path root;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        // As in /tmp: a PostgreSQL under another user has to come through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        temporary = Files.createDirectory(folder.resolve("o'clock tmp"));
        root = Files.createDirectory(folder.resolve("the forge"));
        String forge = Path.of("../forge").toRealPath().toString().replace("'", "'\\''");
        Path script = Files.writeString(root.resolve("forge"), "#!/bin/sh\nexec '" + forge + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void allPartsRunOneAfterAnother() throws Exception {
        Process bench = start("--tiny");
        String out = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bench.waitFor()).as(this::errors).isZero();
        assertThat(figures(out))
                .containsExactly(
                        "./forge --help, median of 1",
                        "./forge preview, median of 1",
                        "./forge preview --scenario m5_like, median of 1",
                        "./forge preview --stores 100 --products 1000, median of 1",
                        "./forge preview --end-date 2043-12-31, median of 1",
                        "generator alone, one thread, no sink",
                        "generator to CSV bytes, one thread",
                        "CSV bytes per row",
                        "DuckDB, 1 stores: ./forge --full-new, best of 1",
                        "DuckDB, 1 stores: bare appender, best of 1",
                        "DuckDB, 1 stores: --full-new against it",
                        "DuckDB, 2 stores: ./forge --full-new, best of 1",
                        "DuckDB, 2 stores: bare appender, best of 1",
                        "DuckDB, 2 stores: --full-new against it",
                        "DuckDB, 2 stores: ceiling by hand, best of 1",
                        "DuckDB: --full-new against the ceiling",
                        "DuckDB, 2 stores: peak memory",
                        "DuckDB, 2 stores: ./forge --full-new",
                        "DuckDB, 2 stores: ./forge --append, a month, best of 1",
                        "DuckDB: a month's row against one of --full-new",
                        "DuckDB: ./forge --append, a day onto 2 years, best of 1",
                        "DuckDB: ./forge --append, a day onto 3 years, best of 1",
                        "DuckDB: a day onto 3 years against 2",
                        "DuckDB, 2 stores: ./forge --delete, best of 1",
                        "PostgreSQL, 2 stores: ./forge --full-new",
                        "PostgreSQL, 2 stores: ./forge --append, a month, best of 1",
                        "PostgreSQL: a month's row against one of --full-new",
                        "PostgreSQL: ./forge --append, a day onto 2 years, best of 1",
                        "PostgreSQL: ./forge --append, a day onto 3 years, best of 1",
                        "PostgreSQL: a day onto 3 years against 2",
                        "PostgreSQL, 2 stores: ./forge --delete, best of 1",
                        "DuckDB, 2 stores: ./forge --full-new, best of 1",
                        "DuckDB, 2 stores: ./forge --full-new --truth, best of 1",
                        "DuckDB: --truth against without",
                        "PostgreSQL, 2 stores: ./forge --full-new, best of 1",
                        "PostgreSQL, 2 stores: ./forge --full-new --truth, best of 1",
                        "PostgreSQL: --truth against without",
                        "./forge oracle, 3 series, 366 days, 12 folds, best of 1",
                        "export of 20 stores, best of 1: csv",
                        "export of 20 stores, best of 1: parquet",
                        "DuckDB's COPY of the same from tables in memory",
                        "parquet: export against DuckDB's own COPY",
                        "peak memory, csv of 2 stores",
                        "peak memory, jsonl of 2 stores",
                        "peak memory, json of 2 stores",
                        "peak memory, parquet of 2 stores",
                        "peak memory, sql of 2 stores",
                        "peak memory, duckdb of 2 stores",
                        "./forge score, weekly.csv, 3,360 forecasts of 3 series with quantiles, best of 1",
                        "./forge score, weekly.csv, 3,360 forecasts of 3 series with quantiles: peak memory",
                        "./forge score, daily.csv, 29,988 forecasts of 3 series, best of 1",
                        "./forge score, daily.csv, 29,988 forecasts of 3 series: peak memory",
                        "./forge score, daily.parquet, 29,988 forecasts of 3 series, best of 1",
                        "./forge score, daily.parquet, 29,988 forecasts of 3 series: peak memory",
                        "./forge documents, 20 of the 1 stores, best of 1",
                        "./forge documents, 40 of the 1 stores, best of 1",
                        "40 documents against 20",
                        "@ForgeDataset, embedded, first test, best of 1",
                        "@ForgeDataset, embedded, second test with the same, best of 1",
                        "@ForgeDataset, PostgreSQL, first test, best of 1",
                        "@ForgeDataset, PostgreSQL, second test with the same, best of 1",
                        "PostgreSQL, 2 stores: ./forge --full-new, best of 1",
                        "PostgreSQL, 2 stores: ceiling by hand, best of 1",
                        "PostgreSQL: --full-new against the ceiling",
                        "PostgreSQL, 2 stores: peak memory of the JVM",
                        "PostgreSQL: plain COPY with everything in place, once",
                        "PostgreSQL: --full-new against plain COPY",
                        "PostgreSQL, ten times the stores: ./forge --full-new, once",
                        "PostgreSQL, ten times the stores: peak memory of the JVM",
                        "PostgreSQL: larger peak memory against the smaller",
                        "PostgreSQL, 2 stores, a month: ./forge --append, best of 1",
                        "PostgreSQL, 2 stores, a month: ceiling by hand, best of 1",
                        "PostgreSQL: a month's append against the ceiling");
        assertThat(out).contains("--tiny: ").doesNotContain("holds").doesNotContain("MISSED");
        assertThat(Files.readString(root.resolve("forge-bench/target/bench.json"))
                        .lines()
                        .filter(line -> line.contains("\"value\": ")))
                .hasSize(figures(out).size());
        assertNothingIsLeft();
    }

    @Test
    void anInterruptedRunLeavesNoServerAndNoFolder() throws Exception {
        Process bench = start(ProcessBuilder.Redirect.PIPE, "--tiny", "--only", "postgres");
        try (BufferedReader err = bench.errorReader()) {
            awaitLine(err, "PostgreSQL, 2 stores: peak memory");
            assertThat(servers()).isNotEmpty();
            bench.toHandle().destroy(); // Process.destroy() would close the stream that is read here
            assertThat(err.lines()).noneMatch(line -> line.startsWith("forge-bench:"));
        }
        assertThat(bench.waitFor()).isEqualTo(TERMINATED);
        assertNothingIsLeft();
    }

    @Test
    void whatWouldFailLaterFailsBeforeAnythingIsMeasured() throws Exception {
        Process noPrograms = start("--tiny", "--postgres-bin", folder.toString());
        assertThat(noPrograms.waitFor()).isEqualTo(1);
        assertThat(errors()).isEqualTo("forge-bench: --postgres-bin: " + folder + " has no initdb and pg_ctl to run\n");

        Process noServer = start("--tiny", "--database", "postgresql://me:s3cret@127.0.0.1:1/shop");
        assertThat(noServer.waitFor()).isEqualTo(1);
        assertThat(errors().lines()).hasSize(1).allMatch(line -> line.startsWith("forge-bench: --database: "));
        assertThat(errors()).doesNotContain("s3cret");
        assertNothingIsLeft();
    }

    private Process start(String... arguments) throws IOException {
        return start(ProcessBuilder.Redirect.to(folder.resolve("err").toFile()), arguments);
    }

    private Process start(ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-Dforge.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(root.toFile())
                .redirectError(errors)
                .start();
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the figures that have a number, in the order of the report. */
    private static List<String> figures(String out) {
        Matcher matcher = FIGURE.matcher(out);
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static void awaitLine(BufferedReader reader, String start) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("ended without saying " + start);
    }

    /** Whoever works in our temporary folder. */
    private List<String> servers() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains("postgres") && line.contains(temporary.toString()))
                .filter(line -> !line.contains(Bench.class.getName()))
                .toList();
    }

    private void assertNothingIsLeft() {
        assertThat(servers()).isEmpty();
        assertThat(temporary).isDirectoryNotContaining("glob:**/forge-bench*");
    }
}
