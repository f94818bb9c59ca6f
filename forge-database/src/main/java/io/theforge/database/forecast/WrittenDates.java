package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates that are written otherwise than year-month-day, and the SQL of DuckDB that reads them. */
final class WrittenDates {
    private static final String ISO = "\\d{4}-\\d\\d-\\d\\d([ T].*)?";

    /** In nanoseconds. */
    private static final long DAY = 86_400_000_000_000L;
    /** What numbers count since 1970, in nanoseconds, by their digits: days, seconds, milliseconds and so on. */
    private static final Map<Integer, Long> UNITS = Map.of(
            5,
            DAY,
            9,
            1_000_000_000L,
            10,
            1_000_000_000L,
            12,
            1_000_000L,
            13,
            1_000_000L,
            15,
            1_000L,
            16,
            1_000L,
            18,
            1L,
            19,
            1L);

    private final LocalDate first;
    private final LocalDate last;

    WrittenDates(Plan plan) {
        first = LocalDate.ofEpochDay(plan.epochDay(0));
        last = LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1));
    }

    /** A day that a text may mean. @param format of DuckDB; "" for a number @param unit of a number, in nanoseconds */
    private record Meant(LocalDate day, String format, long unit) {}

    static boolean isIso(String text) {
        return text.matches(ISO);
    }

    /** Whether a text can be a date, in any way but a bare number. */
    boolean isDate(String text) {
        return isIso(text) || !text.matches("\\d+") && !meant(text).isEmpty();
    }

    /** Returns the SQL that makes a date of a column of such texts; null where nobody knows what they are. */
    @Nullable
    String sql(String column, String text) {
        List<Meant> meant = meant(text);
        if (meant.isEmpty()) {
            return null;
        }
        Meant likely = meant.stream()
                .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last.plusYears(1)))
                .findFirst()
                .orElse(meant.get(0));
        if (!likely.format().isEmpty()) {
            return "CAST(strptime(" + column + ", '" + likely.format() + "') AS DATE)";
        }
        String number = "CAST(" + column + " AS BIGINT)";
        return "CAST(DATE '1970-01-01' + CAST(" + number + (likely.unit() == DAY ? "" : " // " + DAY / likely.unit())
                + " AS INTEGER) AS DATE)";
    }

    /** In the order of how usual they are. */
    private static List<Meant> meant(String text) {
        List<Meant> meant = new ArrayList<>();
        if (text.matches("\\d{8}")) {
            add(meant, text, "uuuuMMdd", "%Y%m%d");
        } else if (UNITS.containsKey(text.length()) && text.matches("\\d{1,18}|[1-8]\\d{18}")) {
            long unit = UNITS.getOrDefault(text.length(), DAY);
            long day = Long.parseLong(text) / (DAY / unit);
            meant.add(new Meant(LocalDate.ofEpochDay(day), "", unit));
        } else if (text.matches("\\d{4}[./]\\d{1,2}[./]\\d{1,2}")) {
            char sign = text.charAt(4);
            add(meant, text, "uuuu" + sign + "M" + sign + "d", "%Y" + sign + "%m" + sign + "%d");
        } else if (text.matches("\\d{1,2}([./-])\\d{1,2}\\1(\\d\\d|\\d{4})")) {
            char sign = text.replaceAll("\\d", "").charAt(0);
            boolean isShort = text.matches(".*\\D\\d\\d");
            String year = sign + (isShort ? "uu" : "uuuu");
            String theirYear = sign + (isShort ? "%y" : "%Y");
            List<Meant> dayFirst = new ArrayList<>();
            add(dayFirst, text, "d" + sign + "M" + year, "%d" + sign + "%m" + theirYear);
            add(meant, text, "M" + sign + "d" + year, "%m" + sign + "%d" + theirYear);
            meant.addAll(sign == '/' ? meant.size() : 0, dayFirst);
        } else if (text.matches("\\d{1,2}[ -][A-Za-z]{3}[ -]\\d{4}")) {
            char sign = text.replaceAll("\\w", "").charAt(0);
            add(meant, text, "d" + sign + "MMM" + sign + "uuuu", "%d" + sign + "%b" + sign + "%Y");
        }
        return meant;
    }

    private static void add(List<Meant> meant, String text, String pattern, String format) {
        try {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            meant.add(new Meant(day, format, 0));
        } catch (DateTimeException e) {
            // then it is not meant so
            return;
        }
    }
}
