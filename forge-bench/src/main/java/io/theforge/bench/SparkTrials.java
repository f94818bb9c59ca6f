package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The same rows on Spark: what one core of it makes, ten times the rows, and a machine's own export beside it. */
final class SparkTrials {
    private static final String MEMORY = "memory_after_collections_mb";

    private final Path script;
    private final Path folder;
    private final Sizes sizes;
    private final Report report;

    SparkTrials(Path root, Path folder, Sizes sizes, Report report) {
        script = root.resolve("forge-spark/run");
        this.folder = folder;
        this.sizes = sizes;
        this.report = report;
    }

    void measure(Launcher forge) throws IOException, InterruptedException {
        spark("local[1]", "--help"); // builds what is missing
        Map<String, Double> one = figures("local[1]", sizes.stores() * 10);
        double noop = figure(one, "noop");
        double parquet = figure(one, "parquet");
        report.figure("Spark, generator alone, sales rows a second and core", figure(one, "generator_alone"), "rows/s");
        report.atMost(1.5, "Spark's noop sink against the generator alone", figure(one, "generator_alone") / noop, "x");
        report.atLeast(1_200_000, "Parquet by Spark, sales rows a second and core", parquet, "rows/s");
        report.atLeast(0.8, "the same against Spark's own range", parquet / figure(one, "range_to_parquet"), "x");

        int tenth = sizes.stores() * 5;
        double few = job(tenth);
        double many = job(tenth * 10);
        double start = job(1);
        report.atMost(
                1.1,
                "ten times the rows against ten times the time, after start",
                (many - start) / 10 / (few - start),
                "x");
        Map<String, Double> small = figures("local[2]", tenth);
        Map<String, Double> large = figures("local[2]", tenth * 10);
        report.figure("memory of Spark after collections", figure(small, MEMORY), "MB");
        report.figure("the same with ten times the rows", figure(large, MEMORY), "MB");
        report.figure("Spark local[2] to Parquet, all tables", many, "s");
        double export = forge.run(
                        "export",
                        "--format",
                        "parquet",
                        "--stores",
                        "" + tenth * 10,
                        "--out",
                        folder.resolve("export").toString(),
                        "--force")
                .seconds();
        report.figure("./forge export to Parquet, all tables", export, "s");
    }

    private double job(int stores) throws IOException, InterruptedException {
        return spark(
                        "local[2]",
                        "--stores",
                        "" + stores,
                        "--format",
                        "parquet",
                        "--out",
                        folder.resolve("job").toString(),
                        "--overwrite")
                .seconds();
    }

    private Map<String, Double> figures(String master, int stores) throws IOException, InterruptedException {
        Map<String, Double> figures = new HashMap<>();
        String output = spark(master, "measure", folder.resolve("measure").toString(), "" + stores)
                .output();
        output.lines()
                .map(line -> line.split("\t"))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
        return figures;
    }

    private static double figure(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name), () -> "Spark has not said its " + name);
    }

    private Command.Ended spark(String master, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("env", "FORGE_SPARK_MASTER=" + master, script.toString()));
        line.addAll(List.of(arguments));
        return Command.run(folder, line);
    }
}
