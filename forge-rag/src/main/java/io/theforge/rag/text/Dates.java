package io.theforge.rag.text;

import io.theforge.text.MonthNames;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates that are written in words, in one form: "March 2024" is "2024-03", "5 March 2024" and "March 5, 2024" are "2024-03-05". */
public final class Dates {
    private static final int LETTERS = 3;
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    /** More than a day and a month have before a year. */
    private static final int BEFORE_YEAR = 20;

    private static final Pattern SPELLED = Pattern.compile(
            "\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
                    + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?,?\\s+"
                    + "(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(\\d{4})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\d.,/-])(?:19|20)\\d\\d(?![\\p{L}\\d/-]|[.,]\\d)");

    private Dates() {}

    /** A date where it stands. @param month "2024-03"; of a year alone "2024" @param date the month, or "2024-03-05" */
    public record Spelled(int start, int end, String month, String date) {
        /** Whether it is a year without a month. */
        public boolean isYear() {
            return month.length() == YEAR_LENGTH;
        }
    }

    /** Returns them in their order. */
    public static List<Spelled> in(String text) {
        List<Spelled> found = new ArrayList<>();
        Matcher spelled = SPELLED.matcher(text);
        while (spelled.find()) {
            String name = spelled.group(2).substring(0, LETTERS);
            int number = 1;
            while (!month(number).regionMatches(true, 0, name, 0, LETTERS)) {
                number++;
            }
            String month = spelled.group(4) + "-" + two(number);
            String day = spelled.group(1) != null ? spelled.group(1) : spelled.group(3);
            String date = day == null ? month : month + "-" + two(Integer.parseInt(day));
            found.add(new Spelled(spelled.start(), spelled.end(), month, date));
        }
        List<Spelled> years = new ArrayList<>();
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            int at = year.start();
            if (found.stream().noneMatch(date -> date.start <= at && at < date.end)) {
                years.add(new Spelled(at, year.end(), year.group(), year.group()));
            }
        }
        found.addAll(years);
        found.sort(Comparator.comparingInt(Spelled::start));
        return found;
    }

    private static String month(int number) {
        return MonthNames.of(Month.of(number));
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Returns whether a text has a date, written in one of the usual ways; of a year whether it has it without a month. */
    public static boolean isIn(String text, String date) {
        return date.length() == YEAR_LENGTH
                ? hasYear(text, date)
                : forms(date).stream().anyMatch(text::contains);
    }

    /** Returns how a date may be written. @param date "2024-03" or "2024-03-05" */
    private static List<String> forms(String date) {
        String year = date.substring(0, YEAR_LENGTH);
        String month = month(Integer.parseInt(date.substring(YEAR_LENGTH + 1, MONTH_LENGTH)));
        if (date.length() == MONTH_LENGTH) {
            return List.of(date, month + " " + year, month.substring(0, LETTERS) + " " + year);
        }
        int day = Integer.parseInt(date.substring(MONTH_LENGTH + 1));
        return List.of(date, day + " " + month + " " + year, month + " " + day + ", " + year);
    }

    /** Returns a date in words. @param date as {@link #in} has it */
    public static String written(String date) {
        return date.length() == YEAR_LENGTH ? date : forms(date).get(1);
    }

    private static boolean hasYear(String text, String year) {
        for (int at = text.indexOf(year); at >= 0; at = text.indexOf(year, at + 1)) {
            int start = Math.max(0, at - BEFORE_YEAR);
            int place = at - start;
            String near = text.substring(start, Math.min(text.length(), at + BEFORE_YEAR));
            if (in(near).stream().anyMatch(date -> date.isYear() && date.start == place)) {
                return true;
            }
        }
        return false;
    }
}
