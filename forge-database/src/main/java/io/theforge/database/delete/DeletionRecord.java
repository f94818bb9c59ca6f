package io.theforge.database.delete;

import io.theforge.ForgeVersion;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.PeakMemory;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deletion in the {@code theforge} tables. It has a row of its own for each table in its scope, with no ids and the
 * fingerprint of no rows; the rows of the runs whose blocks it emptied are marked as replaced.
 *
 * @param last the run before, null when there has been none
 * @param emptied which records of which runs it takes the rows from
 * @param fingerprintsBefore of the dataset's tables
 */
record DeletionRecord(
        long runId,
        Deletion deletion,
        @Nullable Last last,
        List<Emptied> emptied,
        Map<Table, String> fingerprintsBefore) {
    private static final String COLUMNS = "id, operation, started_at, finished_at, outcome, os_user, version, seed,"
            + " configuration, first_day, last_day, fingerprint, peak_memory_bytes";

    /** The run before. */
    record Last(long id, long seed, String configuration, LocalDate firstDay, LocalDate lastDay) {}

    /** What one run recorded of one table. */
    record Emptied(long runId, Table table) {}

    /** Of a database in which no run has been recorded. */
    static DeletionRecord nothingRecorded(Deletion deletion) {
        return new DeletionRecord(1, deletion, null, List.of(), Map.of());
    }

    static DeletionRecord read(Sql sql, Deletion deletion) throws SQLException {
        List<Last> last = sql.list(
                row -> new Last(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)),
                "SELECT id, seed, configuration, first_day, last_day FROM theforge.run ORDER BY id DESC LIMIT 1");
        List<Emptied> emptied = new ArrayList<>();
        Map<Table, String> fingerprints = new EnumMap<>(Table.class);
        sql.each(
                row -> {
                    Table table = Table.named(row.getString(2));
                    fingerprints.put(table, row.getString(3));
                    if (!row.getBoolean(4)
                            && (table == AnswerKey.TABLE
                                    || deletion.scope().tables().contains(table))) {
                        emptied.add(new Emptied(row.getLong(1), table));
                    }
                },
                """
                SELECT t.run_id, t.table_name, t.fingerprint, r.operation = 'delete'
                FROM theforge.run_table t JOIN theforge.run r ON r.id = t.run_id
                WHERE NOT t.replaced ORDER BY t.run_id, t.table_name
                """);
        return new DeletionRecord(
                Runs.nextId(sql), deletion, last.isEmpty() ? null : last.get(0), emptied, fingerprints);
    }

    /** Whether runs answer for rows that would go: where somebody has removed those already, the record is what is left to go. */
    boolean answersForRows() {
        return emptied.stream()
                .map(each -> fingerprintsBefore.getOrDefault(each.table, RecordedRows.NO_ROWS))
                .anyMatch(fingerprint -> TableFingerprint.parse(fingerprint).rows() > 0);
    }

    /** The dataset's; 0 when there is none. */
    long seed() {
        return last == null ? 0 : last.seed;
    }

    /** By table, when the rows are gone. */
    Map<Table, String> fingerprintsAfter() {
        Map<Table, String> after = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            boolean gone = deletion.scope().tables().contains(table);
            after.put(
                    table, gone ? RecordedRows.NO_ROWS : fingerprintsBefore.getOrDefault(table, RecordedRows.NO_ROWS));
        }
        return after;
    }

    /** @return the fingerprint of what is left of the dataset */
    String write(Sql sql, Instant startedAt, RowsToDelete rows) throws SQLException {
        String fingerprint = DatasetFingerprint.ofTables(fingerprintsAfter());
        for (Emptied each : emptied) {
            sql.update(
                    "UPDATE theforge.run_table SET replaced = true WHERE run_id = ? AND table_name = ?",
                    each.runId,
                    each.table.sqlName());
        }
        LocalDate today = startedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        sql.update(
                "INSERT INTO theforge.run (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                runId,
                Runs.DELETE,
                startedAt.atOffset(ZoneOffset.UTC),
                Instant.now().atOffset(ZoneOffset.UTC),
                "completed",
                System.getProperty("user.name", "unknown"),
                ForgeVersion.text(),
                seed(),
                configuration(),
                last == null ? today : last.firstDay,
                last == null ? today : last.lastDay,
                fingerprint,
                PeakMemory.bytes());
        for (Table table : deletion.scope().tables(rows.before().containsKey(AnswerKey.TABLE))) {
            sql.update(
                    "INSERT INTO theforge.run_table (run_id, table_name, first_id, last_id, rows_inserted, rows_deleted,"
                            + " fingerprint, replaced) VALUES (?, ?, NULL, NULL, 0, ?, ?, false)",
                    runId,
                    table.sqlName(),
                    rows.deleted(table),
                    RecordedRows.NO_ROWS);
        }
        return fingerprint;
    }

    /** The dataset's, and above it as a comment what was deleted of it. */
    private String configuration() {
        String dataset = last == null ? "" : last.configuration.replaceFirst("^# --delete[^\n]*\n", "");
        return "# --delete --scope " + deletion.scope().word()
                + (deletion.includeUnmanaged() ? " --include-unmanaged" : "") + "\n" + dataset;
    }

    /** An SQL expression: why the rows cannot come back, null where they can. */
    String hindrance() {
        String deletion = "run " + runId + ", which deleted these rows,";
        return "CASE WHEN EXISTS (SELECT 1 FROM theforge.run_table WHERE run_id = " + runId
                + " AND NOT replaced) THEN NULL"
                + " WHEN NOT EXISTS (SELECT 1 FROM theforge.run WHERE id = " + runId + ") THEN '" + deletion
                + " is not on record in this database'"
                + " WHEN " + backAlready() + " THEN 'the rows that run " + runId + " deleted are here already'"
                + " ELSE 'since " + deletion
                + " a new dataset has taken their place, or they were brought back and deleted"
                + " again' END";
    }

    private String backAlready() {
        return emptied.isEmpty()
                ? "false"
                : "EXISTS (SELECT 1 FROM theforge.run_table WHERE NOT replaced AND run_id = " + emptied.get(0).runId
                        + " AND table_name = '" + emptied.get(0).table.sqlName() + "')";
    }

    /** SQL that makes the rows ours again, and leaves a record of it. */
    String restoring() {
        StringBuilder query = new StringBuilder();
        for (Emptied each : emptied) {
            query.append("UPDATE theforge.run_table SET replaced = false WHERE run_id = ")
                    .append(each.runId)
                    .append(" AND table_name = '")
                    .append(each.table.sqlName())
                    .append("';\n");
        }
        return query.append("UPDATE theforge.run_table SET replaced = true WHERE run_id = ")
                .append(runId)
                .append(";\nINSERT INTO theforge.run (")
                .append(COLUMNS)
                .append(")\nSELECT (SELECT max(id) + 1 FROM theforge.run), 'restore', now(), now(), outcome,")
                .append(" CAST(current_user AS varchar), version, seed, configuration, first_day, last_day,")
                .append(" fingerprint, 0\nFROM theforge.run WHERE id = ")
                .append(last == null ? runId : last.id)
                .append(";\n")
                .toString();
    }
}
