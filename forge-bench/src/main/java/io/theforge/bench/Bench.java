package io.theforge.bench;

import java.nio.file.Path;

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
            if (options.wants("postgres")) {
                try (PostgresServer server = PostgresServer.of(options, scratch)) {
                    new PostgresTrials(options, forge, server, scratch.folder("files"), report).measure();
                }
            }
        }
        report.print();
        report.write(root.resolve("forge-bench/target/bench.json"));
    }
}
