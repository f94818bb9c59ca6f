package io.theforge.spark.job;

import io.theforge.spark.source.SourceOptions;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the job is asked for: the flags of the program's other commands, and what a cluster needs to know. The options of a read tell what is wrong. */
@Command(
        name = "forge-spark/run",
        description = "Writes a dataset as files, on Apache Spark.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = "%nforge-spark/run measure FOLDER [STORES] tells what one core makes in a second.")
public final class GenerateFlags {
    private static final Pattern OPTION = Pattern.compile("^option ([a-z_]+)");

    @Option(names = "--seed", paramLabel = "INTEGER", description = "64-bit; another seed, another shop (42)")
    @Nullable
    String seed;

    @Option(names = "--stores", paramLabel = "INTEGER", description = "how many stores (10)")
    @Nullable
    String stores;

    @Option(names = "--products", paramLabel = "INTEGER", description = "how many products (50)")
    @Nullable
    String products;

    @Option(names = "--start-date", paramLabel = "DATE", description = "first day (2024-01-01)")
    @Nullable
    String startDate;

    @Option(names = "--end-date", paramLabel = "DATE", description = "last day, inclusive (2024-12-31)")
    @Nullable
    String endDate;

    @Option(
            names = "--sparsity",
            paramLabel = "FLOAT",
            description = "share of store-product combinations without sales, 0 to 1 (0.0)")
    @Nullable
    String sparsity;

    @Option(names = "--scenario", paramLabel = "NAME", description = "a preset; ./forge scenarios lists them")
    @Nullable
    String scenario;

    @Option(
            names = "--config",
            paramLabel = "URI",
            description = "a YAML file that the driver can read; flags are stronger than it")
    @Nullable
    String config;

    @Option(
            names = "--without",
            paramLabel = "EFFECT",
            description = "the same shop without an effect, such as promotions; repeatable")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "URI",
            required = true,
            description = "a folder on any file system that Spark knows, that does not exist or is empty")
    String out = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "parquet, csv, orc or delta (which needs Delta's own package)")
    String format = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "parts of each of the large tables (so many that none has more than 8 million rows)")
    @Nullable
    String partitions;

    @Option(names = "--truth", description = "also the truth behind every row")
    boolean truth;

    @Option(names = "--overwrite", description = "replace an earlier output of this job")
    boolean overwrite;

    @Option(names = "--help", usageHelp = true, description = "this text")
    boolean help;

    /**
     * Runs the job.
     *
     * @throws JobException where it does not reach its end
     */
    public static void run(String[] arguments) {
        GenerateFlags flags = new GenerateFlags();
        CommandLine line = new CommandLine(flags).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(arguments);
        } catch (ParameterException e) {
            throw JobException.wrong(e.getMessage() + "; --help lists all flags");
        }
        if (flags.help) {
            System.out.print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return;
        }
        FileKind kind = FileKind.of(flags.format);
        Map<String, String> dataset = flags.dataset();
        try {
            for (Table table : flags.tables()) {
                SourceOptions.of(DatasetJob.options(table, dataset, flags.partitions));
            }
        } catch (IllegalArgumentException e) {
            throw JobException.wrong(asFlag(String.valueOf(e.getMessage())));
        }
        SparkSession spark = started("forge-spark " + flags.out);
        new DatasetJob(spark, dataset, flags.tables(), kind, flags.partitions)
                .run(OutputFolder.claim(spark, flags.out, flags.overwrite));
    }

    private static SparkSession started(String name) {
        try {
            return SparkSession.builder().appName(name).getOrCreate();
        } catch (RuntimeException e) {
            throw JobException.failed(
                    "Spark could not be started ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")",
                    e);
        }
    }

    /** An option of a read is a flag here. */
    private static String asFlag(String message) {
        Matcher option = OPTION.matcher(message);
        return option.find() ? "--" + option.group(1).replace('_', '-') + message.substring(option.end()) : message;
    }

    private List<Table> tables() {
        return Table.inLoadingOrder(table -> truth || table != Table.TRUTH_DAILY);
    }

    /** Returns what to make, as the options of a read. */
    private Map<String, String> dataset() {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "seed", seed);
        put(options, "stores", stores);
        put(options, "products", products);
        put(options, "start_date", startDate);
        put(options, "end_date", endDate);
        put(options, "sparsity", sparsity);
        put(options, "scenario", scenario);
        put(options, "config", config);
        put(options, "without", without.isEmpty() ? null : String.join(",", without));
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
