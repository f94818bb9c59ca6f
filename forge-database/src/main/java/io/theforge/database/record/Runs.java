package io.theforge.database.record;

import io.theforge.ForgeVersion;
import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.PeakMemory;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The record of runs in the {@code theforge} tables: what ran, and which blocks of ids are ours. */
public final class Runs {
    /** Operations, as they are recorded. */
    public static final String FULL_NEW = "full-new";

    public static final String APPEND = "append";
    public static final String DELETE = "delete";

    private Runs() {}

    /** What the runs that have not been replaced own. */
    public static Ownership ownership(Sql sql) throws SQLException {
        Ownership ours = ownershipById(sql);
        boolean salesAreGone = !RecordedRows.any(sql, ours, Table.SALES_DAILY)
                && RecordedRows.read(sql).getOrDefault(Table.SALES_DAILY, 0L) > 0;
        return salesAreGone ? ours.withoutDates() : ours;
    }

    /** The same by the record alone, where some of the seven tables may be missing. */
    public static Ownership ownershipById(Sql sql) throws SQLException {
        Map<Table, List<Ids.Block>> blocks = new EnumMap<>(Table.class);
        sql.each(
                row -> {
                    Table table = Table.named(row.getString(1));
                    blocks.computeIfAbsent(table, of -> new ArrayList<>())
                            .add(new Ids.Block(row.getLong(2), row.getLong(3)));
                },
                """
                SELECT table_name, first_id, last_id FROM theforge.run_table
                WHERE NOT replaced AND first_id <= last_id ORDER BY first_id
                """);
        blocks.replaceAll((table, ascending) -> merged(ascending));
        return new Ownership(blocks);
    }

    /** Every block that a run has taken, whether its rows are still there or not. */
    static List<Ids.Block> blocksNewestFirst(Sql sql, Table table) throws SQLException {
        return sql.list(row -> new Ids.Block(row.getLong(1), row.getLong(2)), """
                SELECT first_id, last_id FROM theforge.run_table
                WHERE table_name = ? AND first_id <= last_id ORDER BY run_id DESC
                """, table.sqlName());
    }

    /** Blocks that follow each other are one: a dataset that grows every day is not asked for by a thousand conditions. */
    private static List<Ids.Block> merged(List<Ids.Block> ascending) {
        List<Ids.Block> merged = new ArrayList<>();
        for (Ids.Block block : ascending) {
            Ids.Block last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.last() == block.first() - 1) {
                merged.set(merged.size() - 1, new Ids.Block(last.first(), block.last()));
            } else {
                merged.add(block);
            }
        }
        return merged;
    }

    /** All runs, newest first. */
    public static List<DatabaseStatus.Run> all(Sql sql) throws SQLException {
        Map<Long, Map<Table, DatabaseStatus.RunRows>> rows = new HashMap<>();
        sql.each(
                row -> {
                    Table table = Table.named(row.getString(2));
                    if (Table.SEVEN.contains(table)) {
                        rows.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(Table.class))
                                .put(table, new DatabaseStatus.RunRows(row.getLong(3), row.getLong(4)));
                    }
                },
                "SELECT run_id, table_name, rows_inserted, rows_deleted FROM theforge.run_table");
        return sql.list(row -> run(row, rows.getOrDefault(row.getLong(1), Map.of())), """
                SELECT id, operation, started_at, finished_at, os_user, version, seed, configuration, outcome, fingerprint,
                    peak_memory_bytes
                FROM theforge.run ORDER BY id DESC
                """);
    }

    private static DatabaseStatus.Run run(ResultSet row, Map<Table, DatabaseStatus.RunRows> rows) throws SQLException {
        return new DatabaseStatus.Run(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                rows);
    }

    /** The rows of earlier runs are gone. */
    public static void markReplaced(Sql sql) throws SQLException {
        sql.update("UPDATE theforge.run_table SET replaced = true WHERE NOT replaced");
    }

    /** The number that the next run gets; the operation's lock keeps others from taking the same. */
    public static long nextId(Sql sql) throws SQLException {
        return sql.number("SELECT coalesce(max(id), 0) + 1 FROM theforge.run");
    }

    /**
     * What a run made its rows from.
     *
     * @param seed of the last days
     * @param configuration what makes the rows again, or a comment that tells what does
     */
    public record Made(long seed, String configuration, LocalDate firstDay, LocalDate lastDay) {}

    /** Records a run that is about to be committed. */
    public static void record(
            Sql sql,
            String operation,
            long runId,
            ForgeConfig config,
            Instant startedAt,
            String fingerprint,
            Ids ids,
            Map<Table, OperationReport.TableChange> changes)
            throws SQLException {
        LocalDate first = config.dateRange().start();
        List<Segment> segments = config.segments();
        Made made = new Made(
                segments.isEmpty()
                        ? config.seed()
                        : segments.get(segments.size() - 1).seed(),
                ConfigWriter.toYaml(config),
                first,
                config.dateRange().end());
        record(sql, operation, runId, made, startedAt, fingerprint, ids, changes);
    }

    /** @param changes those of the tables that the run answers for */
    public static void record(
            Sql sql,
            String operation,
            long runId,
            Made made,
            Instant startedAt,
            String fingerprint,
            Ids ids,
            Map<Table, OperationReport.TableChange> changes)
            throws SQLException {
        sql.update(
                "INSERT INTO theforge.run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                runId,
                operation,
                startedAt.atOffset(ZoneOffset.UTC),
                Instant.now().atOffset(ZoneOffset.UTC),
                "completed",
                System.getProperty("user.name", "unknown"),
                ForgeVersion.text(),
                made.seed(),
                made.configuration(),
                made.firstDay(),
                made.lastDay(),
                fingerprint,
                PeakMemory.bytes());
        for (Map.Entry<Table, OperationReport.TableChange> change : changes.entrySet()) {
            Table table = change.getKey();
            List<Object> values = new ArrayList<>(List.of(runId, table.sqlName()));
            if (table.hasId()) {
                values.add(ids.block(table).first());
                values.add(ids.block(table).last());
            }
            values.add(change.getValue().inserted());
            values.add(change.getValue().deleted());
            values.add(String.valueOf(change.getValue().fingerprint()));
            sql.update(
                    "INSERT INTO theforge.run_table VALUES (?, ?, " + (table.hasId() ? "?, ?" : "NULL, NULL")
                            + ", ?, ?, ?, false)",
                    values.toArray());
        }
    }
}
