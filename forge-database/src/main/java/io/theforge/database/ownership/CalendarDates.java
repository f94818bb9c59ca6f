package io.theforge.database.ownership;

import io.theforge.database.sql.Sql;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The common ground: dates are adopted as they are, and go only when they are ours and nothing else needs them. */
public final class CalendarDates {
    private CalendarDates() {}

    /**
     * An SQL condition on row {@code p} of the calendar: it is ours, and neither facts that are not ours nor one of the
     * references hold on to it.
     */
    public static String removable(Ownership ours, List<String> references) {
        return removable(
                ours, references, Table.inLoadingOrder(table -> table.isSeries() && Table.SEVEN.contains(table)));
    }

    /** @param dated those of the two tables that may hold facts that are not ours */
    public static String removable(Ownership ours, List<String> references, List<Table> dated) {
        StringBuilder query = new StringBuilder(ours.condition(Table.CALENDAR, "p.date"));
        for (Table facts : dated) {
            query.append(" AND NOT EXISTS (SELECT 1 FROM ").append(facts.sqlName());
            query.append(" f WHERE f.date = p.date AND NOT ")
                    .append(ours.condition(facts, "f.id"))
                    .append(')');
        }
        references.forEach(reference -> query.append(" AND NOT ").append(reference));
        return query.toString();
    }

    /**
     * Records the plan's dates that are not in the calendar yet as ours.
     *
     * @return those that are, in days since 1970-01-01, and whether each is a holiday
     */
    public static Map<Integer, Boolean> adopt(Sql sql, Plan plan, long runId) throws SQLException {
        return adopt(sql, firstDay(plan), lastDay(plan), runId);
    }

    /** The same for the dates from one to another. */
    public static Map<Integer, Boolean> adopt(Sql sql, LocalDate first, LocalDate last, long runId)
            throws SQLException {
        sql.update("""
                INSERT INTO theforge.calendar_day
                SELECT CAST(day AS date), ?
                FROM generate_series(CAST(? AS timestamp), CAST(? AS timestamp), INTERVAL '1 day') AS days(day)
                WHERE NOT EXISTS (SELECT 1 FROM calendar c WHERE c.date = CAST(day AS date))
                    AND NOT EXISTS (SELECT 1 FROM theforge.calendar_day f WHERE f.date = CAST(day AS date))
                """, runId, first, last);
        return present(sql, first, last, "true");
    }

    /** Dates that somebody may have entered anew are adopted from now on. */
    public static void forgetUnlessOurs(Sql sql, Ownership ours) throws SQLException {
        if (!ours.dates()) {
            sql.update("DELETE FROM theforge.calendar_day");
        }
    }

    /** The calendar's dates within the plan for which the condition on row {@code p} holds. */
    public static Map<Integer, Boolean> present(Sql sql, Plan plan, String condition) throws SQLException {
        return present(sql, firstDay(plan), lastDay(plan), condition);
    }

    /** The same from one date to another. */
    public static Map<Integer, Boolean> present(Sql sql, LocalDate first, LocalDate last, String condition)
            throws SQLException {
        Map<Integer, Boolean> found = new HashMap<>();
        sql.each(
                row -> found.put(
                        Math.toIntExact(row.getObject(1, LocalDate.class).toEpochDay()), row.getBoolean(2)),
                "SELECT p.date, p.is_holiday FROM calendar p WHERE p.date BETWEEN ? AND ? AND " + condition,
                first,
                last);
        return found;
    }

    public static LocalDate firstDay(Plan plan) {
        return LocalDate.ofEpochDay(plan.firstEpochDay());
    }

    public static LocalDate lastDay(Plan plan) {
        return LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1));
    }

    /** What the reader should know about adopted dates. */
    public static List<String> notes(Plan plan, Map<Integer, Boolean> adopted) {
        if (adopted.isEmpty()) {
            return List.of();
        }
        List<CalendarDay> differing = plan.calendar().stream()
                .filter(day -> adopted.containsKey(day.epochDay()) && adopted.get(day.epochDay()) != day.isHoliday())
                .toList();
        String note = adopted.size() == 1
                ? "1 date of the calendar was there already and was left as it is"
                : adopted.size() + " dates of the calendar were there already and were left as they are";
        if (differing.isEmpty()) {
            return List.of(note);
        }
        return List.of(
                note,
                "warning: " + differing.size() + " of them " + (differing.size() == 1 ? "has" : "have")
                        + " another holiday flag than planned, the first on "
                        + differing.get(0).date());
    }
}
