package io.theforge.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
            "grocery_promo");

    private Scenarios() {}

    /** In the order in which they are listed. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The name itself.
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
                Spot.quote(name) + " is no scenario", hint + "there are " + String.join(", ", NAMES), place);
    }

    /** The file of a scenario. @param name one of {@link #names} */
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

    /** What a scenario is for, in one sentence: the first line of its file. */
    public static String purpose(String name) {
        return text(name).lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    static ConfigFile file(String name) {
        return ConfigReader.parse(text(name), "scenario " + name);
    }
}
