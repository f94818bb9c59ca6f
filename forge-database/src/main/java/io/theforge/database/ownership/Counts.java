package io.theforge.database.ownership;

import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Row counts by table. */
public final class Counts {
    private Counts() {}

    /** All rows, whoever made them. */
    public static Map<Table, Long> all(Sql sql) throws SQLException {
        return all(sql, Table.SEVEN);
    }

    /** The same where only these of the seven tables exist; the others are left out. */
    public static Map<Table, Long> all(Sql sql, List<Table> tables) throws SQLException {
        Map<Table, Long> counts = new EnumMap<>(Table.class);
        for (Table table : tables) {
            counts.put(table, sql.number("SELECT count(*) FROM " + table.qualifiedName()));
        }
        return counts;
    }

    /** Our rows. */
    public static Map<Table, Long> ours(Sql sql, Ownership ours) throws SQLException {
        return ours(sql, Table.SEVEN, ours);
    }

    /** The same where only these of the seven tables exist; the others are left out. */
    public static Map<Table, Long> ours(Sql sql, List<Table> tables, Ownership ours) throws SQLException {
        Map<Table, Long> counts = new EnumMap<>(Table.class);
        for (Table table : tables) {
            String key = table.hasId() ? "id" : "date";
            counts.put(
                    table,
                    sql.number(
                            "SELECT count(*) FROM " + table.qualifiedName() + " WHERE " + ours.condition(table, key)));
        }
        return counts;
    }

    /** What {@code --full-new} would remove: our rows, except dates that others hold on to. */
    public static Map<Table, Long> removable(Sql sql, Ownership ours, List<String> calendarReferences)
            throws SQLException {
        Map<Table, Long> counts = ours(sql, ours);
        counts.put(
                Table.CALENDAR,
                sql.number(
                        "SELECT count(*) FROM calendar p WHERE " + CalendarDates.removable(ours, calendarReferences)));
        return counts;
    }

    /** "12 of store, 3 of sales_daily": the rows that somebody else made; empty without any. */
    public static String named(Map<Table, Long> all, Map<Table, Long> ours) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() > ours.getOrDefault(entry.getKey(), 0L))
                .map(entry -> entry.getValue() - ours.getOrDefault(entry.getKey(), 0L) + " of "
                        + entry.getKey().sqlName())
                .collect(Collectors.joining(", "));
    }

    public static Map<Table, Long> none() {
        Map<Table, Long> counts = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            counts.put(table, 0L);
        }
        return counts;
    }

    public static long sum(Map<Table, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
