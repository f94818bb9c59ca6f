package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.yaml.YamlLocation;
import io.theforge.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The built-in scenarios: configuration files whose first comment says what each is for. */
public final class Scenarios {
    private static final List<String> NAMES = List.of(
            "retail_standard",
            "holiday_rush",
            "high_variance",
            "stockout_heavy",
            "new_launches",
            "sparse",
            "summer_slowdown",
            "new_store_opening",
            "competitor_entry",
            "m5_like",
            "grocery_promo",
            "fresh");

    /** Begins the places of what a scenario says. */
    static final String SOURCE = "scenario ";

    /** What makes a shop the scenario's: all but its size, its names, its dates and its seed. */
    private static final List<Key<ForgeConfig, ?>> MAKING = Stream.of(
                    TimeSeriesKeys.ALL,
                    MovementKeys.TIME_SERIES,
                    RetailKeys.ALL,
                    PromotionKeys.ALL,
                    StockKeys.ALL,
                    SparsityKeys.ALL,
                    MovementKeys.ABSENCES,
                    List.of(
                            EventKeys.DATA_GAPS,
                            HolidayKeys.HOLIDAYS,
                            CalendarEffectKeys.CALENDAR_EFFECTS,
                            EventKeys.SHOCKS),
                    List.of(DimensionKeys.SIZE_SPREAD, DimensionKeys.DEMAND_SPREAD))
            .<Key<ForgeConfig, ?>>flatMap(List::stream)
            .toList();

    private Scenarios() {}

    /** Returns the names in the order in which they are listed. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns the name itself when it is a scenario's.
     *
     * @param place where it was given
     * @throws ConfigException when there is no such scenario, with the nearest and with all of them
     */
    public static String checked(String name, String place) {
        if (NAMES.contains(name)) {
            return name;
        }
        String hint = NearestWord.of(name, NAMES)
                .map(word -> "did you mean " + word + "? ")
                .orElse("");
        throw new ConfigException(
                YamlLocation.quote(name) + " is no scenario", hint + "there are " + String.join(", ", NAMES), place);
    }

    /** Returns the file of a scenario. @param name one of {@link #names} */
    public static String text(String name) {
        String resource = "scenarios/" + name + ".yaml";
        try (InputStream file = Scenarios.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no scenario " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a scenario is for, in one sentence: the first line of its file. */
    public static String purpose(String name) {
        return text(name).lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    /**
     * Returns the keys in which a configuration is not the scenario that it began with; empty where it is, and where it began with none.
     * What a scenario promises, it promises while there are none.
     */
    public static List<String> changedKeys(ForgeConfig config) {
        String name = config.scenario();
        if (name == null) {
            return List.of();
        }
        Values values = new Values();
        file(name).putAll(values, new HashMap<>());
        values.put(DimensionKeys.REGIONS, config.stores().regions());
        values.put(DimensionKeys.CATEGORIES, config.products().categories());
        values.put(CalendarEffectKeys.CALENDAR_EFFECTS, CalendarEffectKeys.reaching(values));
        values.put(PromotionKeys.BY_CATEGORY, PromotionKeys.reaching(values));
        ForgeConfig own = KeyTable.build(values);
        return MAKING.stream()
                .filter(key -> !Objects.equals(key.of().apply(config), key.of().apply(own)))
                .map(Key::path)
                .toList();
    }

    static ConfigFile file(String name) {
        return ConfigReader.parse(text(name), SOURCE + name);
    }
}
