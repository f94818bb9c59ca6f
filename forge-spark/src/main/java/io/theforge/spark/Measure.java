package io.theforge.spark;

import io.theforge.Forge;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what a cluster makes, which is what its size is worked out from:
 * {@code spark-submit --class io.theforge.spark.Measure forge-spark.jar FOLDER [STORES]}. Rows are those of {@code sales_daily}, a second
 * and a core; the third of three passes counts, when the code is compiled. The last figure is the memory that the driver keeps between jobs.
 */
public final class Measure {
    private static final int STORES = 560;
    private static final int PASSES = 3;

    private final SparkSession spark;
    private final String folder;
    private final int stores;
    private final long rows;

    private Measure(SparkSession spark, String folder, int stores) {
        this.spark = spark;
        this.folder = folder;
        this.stores = stores;
        rows = sales().count();
    }

    public static void main(String[] arguments) throws IOException {
        SparkVersion.check();
        if (arguments.length == 0
                || arguments[0].startsWith("-")
                || arguments.length > 1 && !arguments[1].matches("[1-9][0-9]{0,4}")) {
            System.err.println(
                    "forge-spark: Measure needs a folder that does not exist or is empty, which it removes in the"
                            + " end, and, if wanted, a number of stores");
            System.exit(2);
        }
        int stores = arguments.length > 1 ? Integer.parseInt(arguments[1]) : STORES;
        SparkSession spark =
                SparkSession.builder().appName("forge-spark measure").getOrCreate();
        Path folder = new Path(arguments[0]);
        FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        if (files.exists(folder) && files.listStatus(folder).length > 0) {
            System.err.println("forge-spark: " + folder + " is not empty; name a folder that does not exist");
            System.exit(3);
        }
        try {
            new Measure(spark, folder.toString(), stores).run();
        } finally {
            files.delete(folder, true);
            spark.stop();
        }
    }

    private void run() {
        int cores = spark.sparkContext().defaultParallelism();
        say("rows", rows);
        say("generator_alone", rows / warm(this::generate));
        say("noop", rows / cores / warm(() -> write(sales(), "noop", "")));
        say("parquet", rows / cores / warm(() -> write(sales(), "parquet", folder)));
        say("range_to_parquet", rows / cores / warm(() -> write(range(), "parquet", folder)));
        say("memory_kept_mb", memoryKept() / 1e6);
    }

    private static void say(String name, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.1f%n", name, value);
    }

    private static double warm(Runnable work) {
        double seconds = 0;
        for (int i = 0; i < PASSES; i++) {
            long start = System.nanoTime();
            work.run();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    /** One thread of the driver makes all series, and nobody reads them. */
    private void generate() {
        Plan plan =
                Forge.dataset("dimensions: {stores: {count: " + stores + "}}").plan();
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        for (int store = 0; store < plan.stores().size(); store++) {
            for (int product = 0; product < plan.products().size(); product++) {
                generator.generate(store, product, block);
            }
        }
    }

    private Dataset<Row> sales() {
        return spark.read()
                .format("forge")
                .option("table", "sales_daily")
                .option("stores", stores)
                .load();
    }

    /** Returns as many rows of as many columns of the same types, computed by Spark itself. */
    private Dataset<Row> range() {
        return spark.range(rows)
                .selectExpr(
                        "date_add(date'2024-01-01', cast(id % 366 as int)) as date",
                        "concat('S', lpad(cast(id div 18300 as string), 5, '0')) as store_code",
                        "concat('SKU-', lpad(cast(id div 366 % 50 as string), 6, '0')) as sku",
                        "cast(hash(id) % 20 + 20 as int) as quantity",
                        "cast((id div 30 % 500) / 100 as decimal(10,2)) as unit_price",
                        "cast((hash(id) % 20 + 20) * (id div 30 % 500) / 100 as decimal(12,2)) as total_amount");
    }

    private static void write(Dataset<Row> of, String format, String folder) {
        if (folder.isEmpty()) {
            of.write().format(format).mode("overwrite").save();
        } else {
            of.write().format(format).mode("overwrite").save(folder);
        }
    }

    /** Returns what is still in use when nothing is being made. */
    private static long memoryKept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
