package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.report.Check;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The differences between the database and the extended dataset, apart from the days that are new: prices that get their end,
 * prices and promotions that begin, and rows of the days asked for that are there already with other values.
 *
 * @param counts what was found, by table
 * @param days first and last of the days compared; empty when all days asked for are new
 */
record AppendDifferences(Map<Table, TableDiff> diffs, Map<Table, DiffCounts> counts, List<LocalDate> days) {

    /** Stages the rows that are to be and compares them with those that are there. */
    static AppendDifferences find(
            AppendSession session, ExtendedDataset dataset, Operational operational, Progress progress)
            throws SQLException {
        AppendRange range = dataset.range();
        Map<Table, TableDiff> diffs = new EnumMap<>(Table.class);
        for (Table table : AppendedIds.TABLES) {
            if (!table.isSeries() || range.overlaps()) {
                diffs.put(table, new TableDiff(session.sql(), table, dataset.ours(), range.lastDay()));
            }
        }
        for (TableDiff diff : diffs.values()) {
            diff.createStage();
        }
        new StagedRows(session, dataset).stage(operational, progress);
        List<LocalDate> days = range.overlaps() ? List.of(range.start(), range.overlapEnd()) : List.of();
        Map<Table, DiffCounts> counts = new EnumMap<>(Table.class);
        for (Map.Entry<Table, TableDiff> entry : diffs.entrySet()) {
            counts.put(entry.getKey(), entry.getValue().compare(days));
        }
        return new AppendDifferences(diffs, counts, days);
    }

    DiffCounts of(Table table) {
        return counts.getOrDefault(table, DiffCounts.NOTHING);
    }

    boolean areNothing() {
        return counts.values().stream().allMatch(DiffCounts::isNothing);
    }

    boolean needConfirmation() {
        return counts.values().stream().anyMatch(DiffCounts::needsConfirmation);
    }

    /** Makes the database hold what is staged. @param blocks new ids, those of missing rows first */
    void apply(Ids blocks) throws SQLException {
        for (Map.Entry<Table, TableDiff> entry : diffs.entrySet()) {
            Table table = entry.getKey();
            entry.getValue().apply(of(table), days, blocks.block(table).first());
        }
    }

    /** Behind a pooler the session, and with it a temporary table, lives on for somebody else. */
    void dropStages() throws SQLException {
        for (TableDiff diff : diffs.values()) {
            diff.dropStage();
        }
    }

    /** Checks that it does. @param checks takes the results */
    void check(List<Check> checks) throws SQLException {
        for (TableDiff diff : diffs.values()) {
            checks.add(diff.check());
        }
    }
}
