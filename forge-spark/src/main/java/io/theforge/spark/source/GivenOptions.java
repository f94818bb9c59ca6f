package io.theforge.spark.source;

import io.theforge.text.NearestWord;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Options as they were written: names in any case, with or without hyphens and underscores. */
final class GivenOptions {
    private final Map<String, String> values = new LinkedHashMap<>();

    GivenOptions(Map<String, String> written) {
        written.forEach((name, value) -> values.put(letters(name), value));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** @throws IllegalArgumentException naming an option that is none */
    void checkKnown(List<String> known, List<String> others) {
        List<String> words = known.stream().map(GivenOptions::letters).toList();
        for (String name : values.keySet()) {
            if (!words.contains(name) && !others.contains(name)) {
                throw wrong(name, "there is no such option", oneOf(name, known));
            }
        }
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

    /** Returns the value of an option; null where it is not given. */
    <T> @Nullable T read(String name, Function<String, T> reading) {
        String text = text(name);
        try {
            return text == null ? null : reading.apply(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(name, "\"" + text + "\" is no such number", "give one such as 42");
        } catch (DateTimeException e) {
            throw wrong(name, "\"" + text + "\" is no date", "write it as year-month-day, such as 2024-01-31");
        }
    }

    static IllegalArgumentException wrong(String option, String reason, String remedy) {
        return new IllegalArgumentException("option " + option + ": " + reason + "; " + remedy);
    }
}
