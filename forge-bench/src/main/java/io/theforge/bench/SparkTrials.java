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
    private static final String MEMORY = "memory_kept_mb";

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

        int tenth = sizes.stores() * 10;
        Map<String, Double> few = figures("local[2]", tenth);
        Map<String, Double> many = figures("local[2]", tenth * 10);
        report.atMost(
                1.1,
                "ten times the rows to Parquet, warm, against ten times the time",
                figure(few, "parquet") / figure(many, "parquet"),
                "x");
        report.figure("memory that Spark keeps between jobs", figure(few, MEMORY), "MB");
        report.figure("the same with ten times the rows", figure(many, MEMORY), "MB");

        int shop = sizes.stores() * 50;
        report.figure("Spark's job from start to end, one store", job(1), "s");
        report.figure("the same, a tenth of the shop", job(shop / 10), "s");
        report.figure("the same, the shop: local[2] to Parquet, all tables", job(shop), "s");
        double export = forge.run(
                        "export",
                        "--format",
                        "parquet",
                        "--stores",
                        "" + shop,
                        "--out",
                        folder.resolve("export").toString(),
                        "--force")
                .seconds();
        report.figure("./forge export of the shop to Parquet, all tables", export, "s");
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
