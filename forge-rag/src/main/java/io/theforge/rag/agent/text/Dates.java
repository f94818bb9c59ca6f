package io.theforge.rag.agent.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days, months and years that a text names. */
public final class Dates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/-])(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})(?:(?:st|nd|rd|th)(?: of)?)? " + NAME
                    + ",? (\\d{4})|"
                    + NAME + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|" + NAME
                    + " (\\d{4})|(\\d{4})-(\\d{2})|((?:19|20)\\d\\d))(?![\\p{L}\\p{N}]|[,.-]\\d)",
            Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /**
     * A date in a text.
     *
     * @param key "2024-03-05", "2024-03" or "2024"
     * @param end behind its last char
     */
    public record Named(int start, int end, String key) {
        public boolean isDay() {
            return key.length() == 10;
        }

        public boolean isMonth() {
            return key.length() == 7;
        }

        public boolean isYear() {
            return key.length() == 4;
        }

        public LocalDate day() {
            return LocalDate.parse(key);
        }

        public YearMonth month() {
            return YearMonth.parse(key);
        }
    }

    /** Returns them in their order. */
    public static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            String key = key(matcher);
            if (key != null) {
                found.add(new Named(matcher.start(), matcher.end(), key));
            }
        }
        return found;
    }

    /** Returns what is written as a date and is none: "30 February 2024". */
    public static List<String> missing(String text) {
        return DATE.matcher(text)
                .results()
                .filter(date -> key(date) == null)
                .map(MatchResult::group)
                .toList();
    }

    private static @Nullable String key(MatchResult matcher) {
        try {
            if (matcher.group(1) != null) {
                return LocalDate.parse(matcher.group()).toString();
            }
            if (matcher.group(4) != null) {
                return day(matcher.group(6), matcher.group(5), matcher.group(4));
            }
            if (matcher.group(7) != null) {
                return day(matcher.group(9), matcher.group(7), matcher.group(8));
            }
            if (matcher.group(10) != null) {
                return YearMonth.of(Integer.parseInt(matcher.group(11)), month(matcher.group(10)))
                        .toString();
            }
            return matcher.group(12) != null ? YearMonth.parse(matcher.group()).toString() : matcher.group();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), month(month), Integer.parseInt(day))
                .toString();
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }
}
