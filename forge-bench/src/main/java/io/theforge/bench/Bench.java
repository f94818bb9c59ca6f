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
                onBoth(options, scratch, report, (target, fresh) -> {
                    new AppendTrials(forge, report, target, fresh).measure(options.stores());
                    DeleteTrials.measure(forge, report, target, fresh, options.stores());
                });
            }
            if (options.wants("truth")) {
                onBoth(
                        options,
                        scratch,
                        report,
                        (target, fresh) -> TruthTrials.measure(forge, report, target, fresh, options.stores()));
                TruthTrials.oracle(
                        forge, report, freshFile(scratch.folder("oracle").resolve("oracle.duckdb")));
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

    /** Measures on a target. */
    private interface Trials {
        void measure(String target, Supplier<String> fresh) throws IOException, InterruptedException;
    }

    private static void onBoth(Options options, Scratch scratch, Report report, Trials trials) throws Exception {
        trials.measure("DuckDB", freshFile(scratch.folder("both").resolve("both.duckdb")));
        try (PostgresServer server = PostgresServer.of(options, scratch)) {
            report.condition(server.describe());
            String database = "forge_bench_both";
            trials.measure("PostgreSQL", () -> {
                try {
                    server.createFresh(database);
                    return server.url(database);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            server.drop(database);
        }
    }

    private static Supplier<String> freshFile(Path file) {
        return () -> {
            try {
                Files.deleteIfExists(file);
                return "duckdb:" + file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
