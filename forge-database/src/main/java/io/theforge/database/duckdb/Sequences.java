package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sequences behind the ids. DuckDB cannot set one, so it is drawn from until it is where it should be: 10 million in 0.7 s. */
final class Sequences {
    private static final Pattern DEFAULT = Pattern.compile("nextval\\('(?:main\\.)?\"?([A-Za-z0-9_]+)\"?'.*");

    private Sequences() {}

    /** The id that a row without one would get, and above all ids in the table; 1 for the calendar. */
    static long next(Sql sql, Table table) throws SQLException {
        if (!table.hasId()) {
            return 1;
        }
        String sequence = of(sql, table);
        long afterLast = sql.number("SELECT coalesce(max(id), 0) + 1 FROM " + table.qualifiedName());
        return sequence == null ? afterLast : Math.max(afterLast, next(sql, sequence));
    }

    /** Moves the table's sequence on; it never goes back. */
    static void advance(Sql sql, Table table, long next) throws SQLException {
        String sequence = table.hasId() ? of(sql, table) : null;
        if (sequence != null) {
            long missing = next - next(sql, sequence);
            if (missing > 0) {
                sql.number("SELECT max(nextval('" + sequence + "')) FROM range(" + missing + ")");
            }
        }
    }

    private static @Nullable String of(Sql sql, Table table) throws SQLException {
        List<String> defaults = sql.texts(
                "SELECT coalesce(column_default, '') FROM duckdb_columns() WHERE database_name = current_database()"
                        + " AND schema_name = 'main' AND column_name = 'id' AND table_name = ?",
                table.sqlName());
        Matcher sequence = DEFAULT.matcher(defaults.isEmpty() ? "" : defaults.get(0));
        return sequence.matches() ? sequence.group(1) : null;
    }

    /** Read from the definition, which names the next value as its start; {@code last_value} is forgotten on reopening. */
    private static long next(Sql sql, String sequence) throws SQLException {
        return sql.number(
                "SELECT CAST(regexp_extract(sql, ' START (-?[0-9]+)', 1) AS bigint) FROM duckdb_sequences()"
                        + " WHERE database_name = current_database() AND schema_name = 'main' AND sequence_name = ?",
                sequence);
    }
}
