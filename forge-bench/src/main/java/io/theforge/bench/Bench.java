package io.theforge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Measures everything that the project promises about speed and memory, and prints each figure with its target. Started by
 * {@code forge-bench/run}; {@code docs/explanation/performance.md} says how each figure comes about.
 */
public final class Bench {
    private final Options options;
    private final Sizes sizes;
    private final Scratch scratch;
    private final Launcher forge;
    private final Report report;

    private Bench(Options options, Scratch scratch, Launcher forge, Report report) {
        this.options = options;
        sizes = options.sizes();
        this.scratch = scratch;
        this.forge = forge;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException {
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
        Scratch scratch = new Scratch();
        try (scratch) {
            run(options, scratch);
        } catch (Exception e) {
            if (scratch.isInterrupted()) {
                return; // what was running has been ended, and the JVM ends with the signal's exit code
            }
            // These two say in words what is wrong.
            boolean words = e instanceof IllegalStateException || e instanceof SQLException;
            System.err.println("forge-bench: " + (words ? e.getMessage() : e.toString()));
            System.exit(1);
        }
    }

    private static void run(Options options, Scratch scratch) throws Exception {
        Path root = root();
        Path results = Files.createDirectories(root.resolve("forge-bench/target"));
        // What would fail at the end fails now.
        if (!Files.isWritable(results)) {
            throw new IllegalStateException("may not write the results to " + results);
        }
        if (options.wantsPostgres()) {
            PostgresServer.check(options);
        }
        Report report = new Report(!options.tiny());
        Launcher forge = new Launcher(root.resolve("forge"), scratch.folder("work"));
        forge.run("--help"); // builds what is missing
        new Bench(options, scratch, forge, report).measure();
        report.print();
        report.write(results.resolve("bench.json"));
        if (System.out.checkError()) {
            throw new IllegalStateException(
                    "the figures could not be written to standard output; they are in " + results);
        }
    }

    private void measure() throws Exception {
        if (options.wants("start-up")) {
            StartUp.measure(forge, report, sizes.starts());
        }
        if (options.wants("generator")) {
            GeneratorSpeed.measure(sizes, report);
        }
        if (options.wants("duckdb")) {
            DuckDbTrials.measure(sizes, forge, scratch.folder("duckdb"), report, !options.quick() && !options.tiny());
        }
        if (options.wants("changes")) {
            onBoth((target, fresh) -> {
                new AppendTrials(forge, report, target, fresh, sizes).measure();
                DeleteTrials.measure(forge, report, target, fresh, sizes);
            });
        }
        if (options.wants("truth")) {
            onBoth((target, fresh) -> TruthTrials.measure(forge, report, target, fresh, sizes));
            TruthTrials.oracle(forge, report, freshFile(), sizes);
        }
        if (options.wants("files")) {
            FileTrials.measure(forge, report, sizes, scratch.folder("export"), !options.quick() && !options.tiny());
        }
        if (options.wants("score")) {
            ScoreTrials.measure(forge, report, sizes, scratch.folder("score"));
        }
        if (options.wants("documents")) {
            DocumentTrials.measure(forge, report, sizes, scratch.folder("documents"));
        }
        if (options.wants("junit")) {
            try (PostgresServer server = PostgresServer.of(options, scratch)) {
                JunitTrials.measure(report, sizes, scratch.folder("junit"), server);
            }
        }
        if (options.isNamed("server")) {
            try (PostgresServer server = PostgresServer.of(options, scratch)) {
                report.condition(server.describe());
                server.createFresh();
                String[] made = {
                    "--full-new",
                    "--stores",
                    "" + sizes.stores(),
                    "--products",
                    "" + sizes.products(),
                    "--confirm",
                    "--database",
                    server.url()
                };
                double commandLine = forge.run(made).seconds();
                server.createFresh();
                ServerTrials.measure(script(), scratch.folder("server"), server.url(), sizes, commandLine, report);
            }
        }
        if (options.isNamed("rag")) {
            measureRag();
        }
        if (options.isNamed("spark")) {
            new SparkTrials(root(), scratch.folder("spark"), sizes, report).measure(forge);
        }
        if (options.wants("postgres")) {
            try (PostgresServer server = PostgresServer.of(options, scratch)) {
                new PostgresTrials(options, forge, server, scratch.folder("files"), report).measure();
                new AppendCeiling(sizes, forge, server, scratch.folder("month"), report).measure();
            }
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("forge.root", "")).toAbsolutePath();
    }

    private static Path script() {
        return root().resolve("forge");
    }

    private void measureRag() throws Exception {
        RagTrials.measure(script(), scratch.folder("rag"), sizes, options.seeds(), report);
        if (options.quick()) {
            return; // embedding tens of thousands of chunks takes minutes
        }
        Path folder = scratch.folder("index");
        IndexTrials.measure(script(), folder, "DuckDB", freshFile().get(), sizes.chunks(), report);
        try (PostgresServer server = PostgresServer.of(options, scratch)) {
            report.condition(server.describe());
            server.createFresh();
            if (IndexTrials.hasVector(server)) {
                IndexTrials.measure(script(), folder, "pgvector", server.url(), sizes.chunks(), report);
            } else {
                report.condition("no pgvector on that server: no figures of it");
            }
        }
    }

    /** Measures on a target. */
    private interface Trials {
        void measure(String target, Supplier<String> fresh) throws IOException, InterruptedException;
    }

    private void onBoth(Trials trials) throws Exception {
        trials.measure("DuckDB", freshFile());
        try (PostgresServer server = PostgresServer.of(options, scratch)) {
            report.condition(server.describe());
            trials.measure("PostgreSQL", () -> {
                try {
                    server.createFresh();
                    return server.url();
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            });
        }
    }

    private Supplier<String> freshFile() throws IOException {
        Path folder = scratch.folder("embedded");
        return () -> {
            try {
                Scratch.remove(folder);
                Files.createDirectory(folder);
                return "duckdb:" + folder.resolve("shop.duckdb");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
