package io.theforge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Measures everything that the project promises about speed and memory, and prints each figure with its target. Started by
 * {@code forge-bench/run}; {@code docs/performance.md} says how each figure comes about.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("forge-bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(Options.HELP);
            return;
        }
        Path root = Path.of(System.getProperty("forge.root", "")).toAbsolutePath();
        Report report = new Report();
        try (Scratch scratch = new Scratch()) {
            Launcher forge = new Launcher(root.resolve("forge"), scratch.folder("work"));
            forge.run("--help"); // builds what is missing
            if (options.wants("start-up")) {
                StartUp.measure(forge, report);
            }
            if (options.wants("generator")) {
                GeneratorSpeed.measure(options, report);
            }
            if (options.wants("duckdb")) {
                DuckDbTrials.measure(options, forge, scratch.folder("duckdb"), report);
            }
            if (options.wants("changes")) {
                changes(options, forge, scratch, report);
            }
            if (options.wants("postgres")) {
                try (PostgresServer server = PostgresServer.of(options, scratch)) {
                    new PostgresTrials(options, forge, server, scratch.folder("files"), report).measure();
                }
            }
        }
        report.print();
        report.write(root.resolve("forge-bench/target/bench.json"));
    }

    /** Append and delete, on both targets. */
    private static void changes(Options options, Launcher forge, Scratch scratch, Report report) throws Exception {
        Path file = scratch.folder("changes").resolve("changes.duckdb");
        Supplier<String> freshFile = () -> {
            try {
                Files.deleteIfExists(file);
                return "duckdb:" + file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        new AppendTrials(forge, report, "DuckDB", freshFile).measure(options.stores());
        DeleteTrials.measure(forge, report, "DuckDB", freshFile, options.stores());
        try (PostgresServer server = PostgresServer.of(options, scratch)) {
            report.condition(server.describe());
            String database = "forge_bench_changes";
            Supplier<String> freshDatabase = () -> {
                try {
                    server.createFresh(database);
                    return server.url(database);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
            new AppendTrials(forge, report, "PostgreSQL", freshDatabase).measure(options.stores());
            DeleteTrials.measure(forge, report, "PostgreSQL", freshDatabase, options.stores());
            server.drop(database);
        }
    }
}
