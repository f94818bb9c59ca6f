package io.theforge.rag.agent.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a text; those in dates and codes are none. */
public final class Amounts {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}.,:_/-])(?:(USD|US\\$|\\$) ?)?"
            + "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:(:\\d\\d)|( ?%| per cent\\b| percent\\b)| (article days|\\p{L}+))?"
            + "(?![\\p{L}\\p{N}]|[.,:]\\d)");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("unit", "units"),
            Map.entry("piece", "units"),
            Map.entry("article day", "days"),
            Map.entry("day", "days"),
            Map.entry("week", "weeks"),
            Map.entry("month", "months"),
            Map.entry("year", "years"),
            Map.entry("hour", "hours"),
            Map.entry("minute", "minutes"),
            Map.entry("order", "orders"),
            Map.entry("degree", "degrees"),
            Map.entry("dollar", "USD"),
            Map.entry("usd", "USD"));

    private Amounts() {}

    /** Returns them in their order. */
    public static List<Amount> in(String text) {
        List<Dates.Named> dates = Dates.in(text);
        List<Amount> amounts = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        for (int from = 0; from <= text.length() && number.find(from); from = number.end(2)) {
            int at = number.start(2);
            if (dates.stream().noneMatch(date -> date.start() <= at && at < date.end())) {
                amounts.add(amount(number));
            }
        }
        return amounts;
    }

    private static Amount amount(Matcher number) {
        String word = unit(number.group(5));
        String unit = number.group(1) != null
                ? "USD"
                : number.group(3) != null ? "time" : number.group(4) != null ? "%" : word == null ? "" : word;
        int end = unit.isEmpty() ? number.end(2) : number.end();
        return new Amount(number.start(), end, new BigDecimal(number.group(2).replace(",", "")), unit);
    }

    /** Returns "days" for "day" and "days"; null for a word that is no unit. */
    public static @Nullable String unit(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String small = word.toLowerCase(Locale.ROOT);
        return UNITS.get(small.endsWith("s") ? small.substring(0, small.length() - 1) : small);
    }
}
