package io.theforge.database.verify;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.Check;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The next id that a table hands out must be free: the one question that each target answers in its own way. */
final class Sequences {
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Queries queries;
    private final boolean postgres;

    Sequences(Queries queries, boolean postgres) {
        this.queries = queries;
        this.postgres = postgres;
    }

    /** @param ours a sequence that somebody else's rows have run ahead of is worth a warning */
    Check check(Ownership ours) throws SQLException {
        List<String> behind = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        int asked = 0;
        for (Table table : Table.SEVEN) {
            if (!table.hasId()) {
                continue;
            }
            asked++;
            long highest = queries.number("SELECT coalesce(max(id), 0) FROM " + table.qualifiedName());
            long next = postgres ? nextInPostgres(table) : nextInDuckDb(table);
            if (next == UNKNOWN) {
                doubtful.add("table=" + table.sqlName() + " has no sequence that can be read");
            } else if (next <= highest) {
                boolean own = ours.blocks(table).stream()
                        .anyMatch(block -> block.first() <= highest && highest <= block.last());
                (own ? behind : doubtful)
                        .add("table=" + table.sqlName() + " next id=" + next + " highest id=" + highest);
            }
        }
        Check.Status status = doubtful.isEmpty() ? Check.Status.PASSED : Check.Status.WARNING;
        return new Check(
                "database.sequences",
                behind.isEmpty() ? status : Check.Status.FAILED,
                behind.size() + " of " + asked + " sequences",
                "no sequence is behind the ids in its table",
                behind.isEmpty() ? doubtful : behind);
    }

    private long nextInPostgres(Table table) throws SQLException {
        String[] sequence = {null};
        queries.forEach("""
                SELECT s.name FROM (SELECT pg_get_serial_sequence(?, 'id') AS name) s
                WHERE s.name IS NOT NULL AND has_sequence_privilege(s.name, 'SELECT')""", row -> sequence[0] = row.getString(1), table.sqlName());
        if (sequence[0] == null) {
            return UNKNOWN;
        }
        // the server has quoted the name
        return queries.number("SELECT last_value + CASE WHEN is_called THEN (SELECT seqincrement FROM pg_sequence"
                + " WHERE seqrelid = CAST('" + sequence[0].replace("'", "''") + "' AS regclass)) ELSE 0 END FROM "
                + sequence[0]);
    }

    /** A definition starts with the next value; {@code last_value} lags when a log was replayed, and is 1 ahead on reopening. */
    private long nextInDuckDb(Table table) throws SQLException {
        long[] next = {UNKNOWN};
        queries.forEach("""
                SELECT CAST(regexp_extract(s.sql, ' START (-?[0-9]+)', 1) AS bigint)
                FROM duckdb_columns() c JOIN duckdb_sequences() s
                    ON contains(c.column_default, '''' || s.sequence_name || '''')
                    OR contains(c.column_default, '.' || s.sequence_name || '''')
                WHERE c.table_name = ? AND c.column_name = 'id' AND c.database_name = current_database()
                AND s.database_name = current_database()""", row -> next[0] = row.getLong(1), table.sqlName());
        return next[0];
    }
}
