package io.theforge.spark.source;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.ConfigWriter;
import io.theforge.config.Effect;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a read ask for. Their names are those of the flags, in any case and with or without hyphens and underscores:
 * {@code table}, {@code config} (the text of a configuration file, or the address of one), {@code scenario}, {@code seed},
 * {@code stores}, {@code products}, {@code start_date}, {@code end_date}, {@code sparsity}, {@code without} (with commas) and
 * {@code partitions}.
 *
 * @param table whose rows are wanted
 * @param config the whole configuration as text: what travels to the executors
 * @param partitions how many parts are wanted; 0 = by the number of rows
 * @param tally the number of the {@link Tallies tally} that counts the rows, -1 where nobody counts
 */
public record SourceOptions(Table table, String config, int partitions, long tally) implements Serializable {
    /** For the job alone. */
    public static final String TALLY = "tally";

    static final long NOBODY = -1;

    private static final List<String> KNOWN = List.of(
            "table",
            "config",
            "scenario",
            "seed",
            "stores",
            "products",
            "start_date",
            "end_date",
            "sparsity",
            "without",
            "partitions");

    /** @throws IllegalArgumentException naming the option, the reason and the remedy */
    public static SourceOptions of(Map<String, String> written) {
        return of(new GivenOptions(written));
    }

    static SourceOptions of(GivenOptions given) {
        given.checkKnown(KNOWN, TALLY);
        Integer partitions = given.read("partitions", Integer::valueOf, "64");
        if (partitions != null && partitions < 1) {
            throw GivenOptions.wrong("partitions", "\"" + partitions + "\" is less than 1", "give 1 or more");
        }
        if (partitions != null && partitions > DatasetScan.MOST_PARTS) {
            throw GivenOptions.wrong(
                    "partitions",
                    "\"" + partitions + "\" is more than Spark's driver keeps the books of",
                    "give " + DatasetScan.MOST_PARTS + " or less");
        }
        Long tally = given.read(TALLY, Long::valueOf, "1");
        return new SourceOptions(
                table(given.text("table")),
                configuration(given),
                partitions == null ? 0 : partitions,
                tally == null ? NOBODY : tally);
    }

    /** Returns the plan, made once on each machine. */
    public Plan plan() {
        return Plans.of(config);
    }

    private static Table table(@Nullable String name) {
        List<String> names = Arrays.stream(Table.values()).map(Table::sqlName).toList();
        if (name == null) {
            throw GivenOptions.wrong("table", "is missing", "there are " + String.join(", ", names));
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (!names.contains(wanted)) {
            throw GivenOptions.wrong(
                    "table", "the Forge has no table \"" + name + "\"", GivenOptions.oneOf(wanted, names));
        }
        return Table.named(wanted);
    }

    private static String configuration(GivenOptions given) {
        try {
            String text = given.text("config");
            ConfigFile file = text == null ? null : ConfigText.read(text);
            Overrides overrides = overrides(given);
            ConfigText.checkScenario(file, overrides.scenario());
            String config = ConfigWriter.toYaml(ConfigReader.resolveWithoutIds(file, overrides, Overrides.NONE));
            try {
                Plans.of(config);
            } catch (ConfigException e) {
                // What only the plan can know, such as the name of a holiday: told where it was written
                throw ConfigReader.located(e, file, overrides, Overrides.NONE);
            }
            return config;
        } catch (ConfigException e) {
            throw wrong(e);
        }
    }

    private static Overrides overrides(GivenOptions given) {
        List<Effect> without = given.read("without", SourceOptions::effects, "promotions");
        return new Overrides(
                given.read("seed", Long::valueOf, "42"),
                given.read("stores", Integer::valueOf, "10"),
                given.read("products", Integer::valueOf, "100"),
                given.read("start_date", LocalDate::parse, "2024-01-31"),
                given.read("end_date", LocalDate::parse, "2024-12-31"),
                given.read("sparsity", Double::valueOf, "0.25"),
                given.text("scenario"),
                without == null ? List.of() : without);
    }

    private static List<Effect> effects(String words) {
        return Arrays.stream(words.split(",")).map(word -> effect(word.strip())).toList();
    }

    private static Effect effect(String word) {
        List<Effect> all = List.of(Effect.values());
        List<String> words = all.stream().map(Effect::word).toList();
        int place = words.indexOf(word);
        if (place < 0) {
            throw GivenOptions.wrong(
                    "without", "\"" + word + "\" is no effect that can be left out", GivenOptions.oneOf(word, words));
        }
        return all.get(place);
    }

    /** A flag of the command line is an option here. */
    private static String option(String place) {
        return place.startsWith("--") ? "option " + place.substring(2).replace('-', '_') : place;
    }

    private static IllegalArgumentException wrong(ConfigException e) {
        String place = e.location() == null ? "" : option(e.location()) + ": ";
        return new IllegalArgumentException(place + e.getMessage() + "; " + e.remedy(), e);
    }
}
