package io.theforge.spark.source;

import io.theforge.text.NearestWord;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Options as they were written: names in any case, with or without hyphens and underscores. A table that stands in a catalog comes with
 * all that the catalog has on it, and its options among that, marked as such.
 */
final class GivenOptions {
    private final Map<String, String> written;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where an option is given twice */
    GivenOptions(Map<String, String> written) {
        this.written = Map.copyOf(written);
        written.forEach((name, value) -> {
            if (!areOfCatalog()) {
                put(name, value);
            } else if (name.startsWith(TableCatalog.OPTION_PREFIX)) {
                put(name.substring(TableCatalog.OPTION_PREFIX.length()), value);
            }
        });
    }

    private void put(String name, String value) {
        String before = values.put(letters(name), value);
        if (before != null && !before.equals(value)) {
            throw wrong(name, "it is given twice, as \"" + before + "\" and as \"" + value + "\"", "give it once");
        }
    }

    /** Returns whether these are of a table that was created by SQL. */
    boolean areOfCatalog() {
        return written.containsKey(TableCatalog.PROP_PROVIDER);
    }

    /** Returns what a catalog has on the table; without the path, where there is nothing. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (areOfCatalog()) {
            properties.putAll(written);
            properties.remove("path");
        }
        return properties;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** @throws IllegalArgumentException naming an option that is none */
    void checkKnown(List<String> known, String hidden) {
        List<String> words = known.stream().map(GivenOptions::letters).toList();
        for (String name : values.keySet()) {
            if (name.equals("path") || name.equals("paths")) {
                throw wrong(name, "a table of the Forge is made, and not read from a path", "leave the path out");
            }
            if (!words.contains(name) && !name.equals(hidden)) {
                throw wrong(name, "there is no such option", oneOf(name, known));
            }
        }
    }

    /**
     * Holds the options of one read against those of the table.
     *
     * @throws IllegalArgumentException where one differs, which would be passed over otherwise
     */
    void checkSame(Map<String, String> asked) {
        asked.forEach((name, value) -> {
            if (!value.equals(text(name))) {
                throw wrong(name, "it is not what the table was made with", "give it where the table is created");
            }
        });
    }

    /** Returns what could be right: "did you mean seed? there are table, config, seed". */
    static String oneOf(String word, Collection<String> known) {
        String hint = NearestWord.of(word, known)
                .map(nearest -> "did you mean " + nearest + "? ")
                .orElse("");
        return hint + "there are " + String.join(", ", known);
    }

    @Nullable
    String text(String name) {
        return values.get(letters(name));
    }

    /**
     * Returns the value of an option; null where it is not given.
     *
     * @param example of one
     */
    <T> @Nullable T read(String name, Function<String, T> reading, String example) {
        String text = text(name);
        try {
            return text == null ? null : reading.apply(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(name, "\"" + text + "\" is no such number", "give one such as " + example);
        } catch (DateTimeException e) {
            throw wrong(name, "\"" + text + "\" is no date", "write it as year-month-day, such as " + example);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GivenOptions that && written.equals(that.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    static IllegalArgumentException wrong(String option, String reason, String remedy) {
        return new IllegalArgumentException("option " + option + ": " + reason + "; " + remedy);
    }
}
