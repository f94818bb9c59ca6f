package io.theforge.documents.grade;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates in a text.
 *
 * @param dates in their order, each once: "2024-03-05", "2024-03" for a month, "--03-05" for a day without a year
 * @param rest the text with a bar in place of each date's letters
 */
record Dates(List<String> dates, String rest) {
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";

    /** The longer before those that are a part of them. */
    private static final List<Pattern> FORMS = List.of(
            form(YEAR + "(?<mark>[-/.])(?<number>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?:[t ]\\d\\d:[\\d:.]+z?)?"),
            form(DAY + "(?: of)? " + MONTH + ",? " + YEAR),
            form(MONTH + " " + DAY + ",? " + YEAR),
            form("(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\." + YEAR),
            form("(?<number>\\d{1,2})/(?<day>\\d{1,2})/" + YEAR),
            form(MONTH + ",? " + YEAR),
            form(YEAR + "-(?<number>\\d{2})"),
            form(DAY + "(?: of)? " + MONTH),
            form(MONTH + " " + DAY));

    private static Pattern form(String form) {
        return Pattern.compile("(?<![\\p{L}\\p{N}.,/-])" + form + "(?![\\p{L}\\p{N}]|[-/][\\p{L}\\p{N}])");
    }

    static Dates in(String text) {
        StringBuilder rest = new StringBuilder(Words.plain(text));
        Map<Integer, String> found = new TreeMap<>();
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(rest.toString());
            while (matcher.find()) {
                String date = date(matcher, form.pattern());
                if (date != null) {
                    found.put(matcher.start(), date);
                    rest.replace(matcher.start(), matcher.end(), "|".repeat(matcher.end() - matcher.start()));
                }
            }
        }
        return new Dates(List.copyOf(new LinkedHashSet<>(found.values())), rest.toString());
    }

    private static @Nullable String date(Matcher matcher, String form) {
        int month = form.contains("<month>")
                ? MONTHS.indexOf(matcher.group("month").substring(0, 3)) / 3 + 1
                : Integer.parseInt(matcher.group("number"));
        int day = form.contains("<day>") ? Integer.parseInt(matcher.group("day")) : 1;
        int year = form.contains("<year>") ? Integer.parseInt(matcher.group("year")) : 2000;
        try {
            if (month > 12 && form.contains("/" + "(?<day>")) { // where a month cannot be, it is the day
                return LocalDate.of(year, day, month).toString();
            }
            if (!form.contains("<day>")) {
                return YearMonth.of(year, month).toString();
            }
            String date = LocalDate.of(year, month, day).toString();
            return form.contains("<year>") ? date : "-" + date.substring(4);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns whether there is nothing but dates, and what joins them. */
    boolean isAll() {
        return !dates.isEmpty()
                && rest.replaceAll("\\b(?:to|and|until|through|from|on|in)\\b", "")
                        .chars()
                        .noneMatch(Character::isLetterOrDigit);
    }

    /** Returns the same where days without a year are in the one year that another text names. */
    Dates inYearOf(String other) {
        Set<String> years = new LinkedHashSet<>();
        Matcher year = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)").matcher(other);
        while (year.find()) {
            years.add(year.group());
        }
        if (years.size() != 1) {
            return this;
        }
        String only = years.iterator().next();
        Set<String> whole = new LinkedHashSet<>();
        dates.forEach(date -> whole.add(date.startsWith("--") ? only + date.substring(1) : date));
        return new Dates(List.copyOf(whole), rest);
    }

    /** Returns whether the text says these dates and, beside them, only such as the question names. */
    boolean say(Dates expected, Dates question) {
        List<String> left = new ArrayList<>(dates);
        left.removeIf(date -> question.dates.contains(date) && !expected.dates.contains(date));
        return left.equals(expected.dates);
    }
}
