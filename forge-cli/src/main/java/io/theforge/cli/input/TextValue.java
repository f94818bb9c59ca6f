package io.theforge.cli.input;

import io.theforge.cli.result.UsageException;
import io.theforge.config.Effect;
import io.theforge.text.NearestWord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as somebody wrote it, and where.
 *
 * @param place "--seed", "SEEDER_DEFAULT_SEED"
 */
public record TextValue(String place, String text) {
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    public TextValue {
        text = text.strip();
    }

    /** Returns what a text says, null where there is none. */
    public static <T> @Nullable T read(String place, @Nullable String text, Function<TextValue, T> reading) {
        return text == null ? null : reading.apply(new TextValue(place, text));
    }

    /** Any 64-bit integer. */
    public long seed() {
        try {
            if (WHOLE_NUMBER.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            throw wrong("does not fit into 64 bits", "give a whole number from -2^63 to 2^63 - 1");
        }
        throw wrong("is not a whole number", "give one such as 42");
    }

    /** A number of things, from 1 on; the configuration knows how many there may be. */
    public int count() {
        return count(Integer.MAX_VALUE);
    }

    /** A number of things, from 1 to {@code most}. */
    public int count(int most) {
        long number;
        try {
            number = WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
        } catch (NumberFormatException tooLarge) {
            number = text.startsWith("-") ? -1 : Long.MAX_VALUE;
        }
        if (number == Long.MIN_VALUE) {
            throw wrong("is not a whole number", "give one such as 10");
        }
        if (number < 1) {
            throw wrong("is less than 1", "give a whole number from 1 on");
        }
        if (number > most) {
            throw wrong("is too large", "give at most " + most);
        }
        return (int) number;
    }

    /** A whole number in a range. */
    public int whole(int least, int most) {
        if (WHOLE_NUMBER.matcher(text).matches() && text.length() <= 10) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw wrong("is no whole number from " + least + " to " + most, "give one of them");
    }

    /** A decimal number; its range is the business of whoever takes it. */
    double number() {
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong("is not a number", "give one such as 0.3");
        }
        return Double.parseDouble(text);
    }

    /** A share, 0 to 1. */
    public double share() {
        double share = number();
        if (share < 0 || share > 1) {
            throw wrong("is no share", "give a number from 0 to 1, such as 0.8");
        }
        return share;
    }

    public LocalDate date() {
        if (!ISO_DATE.matcher(text).matches()) {
            throw wrong("is not a date", "write it as year-month-day, such as 2024-01-31");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw wrong("is a date that does not exist", "give a day of the calendar, such as 2024-01-31");
        }
    }

    boolean yes() {
        String word = text.toLowerCase(Locale.ROOT);
        if (List.of("true", "1", "yes", "on").contains(word)) {
            return true;
        }
        if (List.of("false", "0", "no", "off").contains(word)) {
            return false;
        }
        throw wrong("is neither true nor false", "give true or false, or take it out");
    }

    /** An effect that can be left out. */
    public Effect effect() {
        List<Effect> all = List.of(Effect.values());
        List<String> words = all.stream().map(Effect::word).toList();
        int found = words.indexOf(text);
        if (found < 0) {
            String hint = NearestWord.of(text, words)
                    .map(nearest -> "did you mean " + nearest + "? ")
                    .orElse("");
            throw wrong("is no effect that can be left out", hint + "there are " + String.join(", ", words));
        }
        return all.get(found);
    }

    private UsageException wrong(String reason, String remedy) {
        return new UsageException(place, "\"" + text + "\" " + reason, remedy);
    }
}
