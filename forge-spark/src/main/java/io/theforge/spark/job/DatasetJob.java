package io.theforge.spark.job;

import io.theforge.config.model.ForgeConfig;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.spark.source.SourceOptions;
import io.theforge.spark.source.Tallies;
import io.theforge.spark.source.Tally;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Writes the tables of a dataset, one after another, each by all executors at once. */
final class DatasetJob {
    private static final double NANOS = 1e9;

    private final SparkSession spark;
    private final Map<String, String> dataset;
    private final List<Table> tables;
    private final FileKind kind;
    private final @Nullable String partitions;

    /** @param dataset what to make, as the options of a read */
    DatasetJob(
            SparkSession spark,
            Map<String, String> dataset,
            List<Table> tables,
            FileKind kind,
            @Nullable String partitions) {
        this.spark = spark;
        this.dataset = dataset;
        this.tables = tables;
        this.kind = kind;
        this.partitions = partitions;
    }

    /** Returns the options of a read of one table; the small tables are cut by their rows, whatever is asked for. */
    static Map<String, String> options(Table table, Map<String, String> dataset, @Nullable String partitions) {
        Map<String, String> options = new LinkedHashMap<>(dataset);
        options.put("table", table.sqlName());
        if (partitions != null && table.isSeries()) {
            options.put("partitions", partitions);
        }
        return options;
    }

    /** @throws JobException where something fails; what was written is removed then */
    void run(OutputFolder output) {
        boolean done = false;
        try {
            Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
            for (Table table : tables) {
                fingerprints.put(table, write(table, output.of(table)));
            }
            Manifest manifest = manifest(output, fingerprints);
            output.write(Manifest.FILE, manifest.bytes());
            output.write(Croissant.FILE, Croissant.bytes(manifest));
            output.finish();
            done = true;
            System.out.println("fingerprint " + manifest.fingerprint());
        } catch (JobException e) {
            throw e;
        } catch (Exception e) { // as below
            throw JobException.failed("the output could not be finished (" + reason(e) + ")", e);
        } finally {
            if (!done) {
                output.abandon();
            }
        }
    }

    private Manifest manifest(OutputFolder output, Map<Table, TableFingerprint> rows) throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        for (Table table : tables) {
            files.addAll(FileSums.of(spark, table, output.rowsOf(table)));
        }
        ForgeConfig config =
                SourceOptions.of(options(tables.get(0), dataset, null)).plan().config();
        return Manifest.ofCodes(kind.word(), config, rows, files);
    }

    /** Returns the first line of what is at the bottom of it: Spark's own words about a task are many. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String words = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return words.lines().findFirst().orElse("").strip();
    }

    private TableFingerprint write(Table table, String path) {
        long start = System.nanoTime();
        Tally tally = Tallies.register(spark.sparkContext(), table.sqlName());
        try {
            spark.read()
                    .format("forge")
                    .options(options(table, dataset, partitions))
                    .option(SourceOptions.TALLY, tally.id())
                    .load()
                    .write()
                    .format(kind.word())
                    .options(kind.options)
                    // The one that counts is that of the whole output
                    .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                    .save(path);
            TableFingerprint rows = tally.total();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s  %,15d rows  %,9.1f s%n",
                    table.sqlName(),
                    rows.rows(),
                    (System.nanoTime() - start) / NANOS);
            return rows;
        } catch (Exception e) { // Spark throws checked ones that its methods do not declare
            throw JobException.failed(table.sqlName() + " could not be written (" + reason(e) + ")", e);
        } finally {
            Tallies.release(tally);
        }
    }
}
