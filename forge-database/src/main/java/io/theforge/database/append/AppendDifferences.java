package io.theforge.database.append;

import io.theforge.config.Operational;
import io.theforge.database.load.BufferedRows;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.load.SeriesPipeline;
import io.theforge.database.load.SmallTableLoad;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.Check;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The differences between the database and the extended dataset, apart from the days that are new: prices that get their end,
 * prices and promotions that begin, and rows of the days asked for that are there already with other values.
 */
final class AppendDifferences {
    private static final List<Table> SMALL = List.of(Table.PRICE_HISTORY, Table.PROMOTION);
    private static final List<Table> LARGE = List.of(Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY);

    private final AppendSession session;
    private final AppendRange range;
    private final Ids ids;
    private final Map<Table, TableDiff> diffs = new EnumMap<>(Table.class);
    private final Map<Table, DiffCounts> found = new EnumMap<>(Table.class);
    private final List<LocalDate> days;

    /** @param ids of stores and products */
    AppendDifferences(AppendSession session, AppendRange range, Ownership ours, Ids ids) {
        this.session = session;
        this.range = range;
        this.ids = ids;
        for (Table table : Table.SEVEN) {
            if (SMALL.contains(table) || LARGE.contains(table) && range.overlaps()) {
                diffs.put(table, new TableDiff(session.sql(), table, ours, range.lastDay()));
            }
        }
        days = range.overlaps() ? List.of(range.start(), range.overlapEnd()) : List.of();
    }

    void look(Plan before, Plan after, Operational operational, Progress progress) throws SQLException {
        for (Map.Entry<Table, TableDiff> entry : diffs.entrySet()) {
            entry.getValue().createStage();
        }
        for (Table table : SMALL) {
            stage(table, before, after);
        }
        if (range.overlaps()) {
            Plan overlap = Plan.of(range.upToOverlap()).from(day(after, range.start()));
            try (SeriesPipeline pipeline =
                    new SeriesPipeline(overlap, operational.workers(), operational.batchSize())) {
                for (Table table : LARGE) {
                    try (BulkLoad<? extends Chunk> load = loadOf(table)) {
                        progress.begin("comparing " + table.sqlName(), null);
                        pipeline.load(table, load, progress::advance);
                        load.finish();
                        progress.end();
                    }
                }
            }
        }
        for (Map.Entry<Table, TableDiff> entry : diffs.entrySet()) {
            found.put(entry.getKey(), entry.getValue().compare(days));
        }
    }

    private static int day(Plan plan, LocalDate date) {
        return Math.toIntExact(date.toEpochDay()) - plan.firstEpochDay();
    }

    /** Rows that the plan of before does not have so, and those that begin in the days compared. */
    private void stage(Table table, Plan before, Plan after) throws SQLException {
        Set<BufferedRows.Row> known = new HashSet<>(BufferedRows.of(before, table));
        int column = table.columns().indexOf(TableDiff.dateColumn(table)) - 1;
        long first = range.overlaps() ? range.start().toEpochDay() : Long.MAX_VALUE;
        long last = range.overlapEnd().toEpochDay();
        List<BufferedRows.Row> wanted = BufferedRows.of(after, table).stream()
                .filter(row -> !known.contains(row) || row.epochDay(column) >= first && row.epochDay(column) <= last)
                .toList();
        try (BulkLoad<? extends Chunk> load = loadOf(table)) {
            SmallTableLoad.load(after, load, out -> wanted.forEach(row -> row.writeTo(out)));
            load.finish();
        }
    }

    private BulkLoad<? extends Chunk> loadOf(Table table) throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(ids.blocks());
        blocks.put(table, new Ids.Block(1, Integer.MAX_VALUE));
        return session.load(table, "forge_new_" + table.sqlName(), new Ids(blocks));
    }

    DiffCounts of(Table table) {
        return found.getOrDefault(table, DiffCounts.NOTHING);
    }

    boolean areNothing() {
        return found.values().stream().allMatch(DiffCounts::isNothing);
    }

    boolean needConfirmation() {
        return found.values().stream().anyMatch(DiffCounts::needsConfirmation);
    }

    /** Makes the database hold what is staged. @param blocks new ids, those of missing rows first */
    void apply(Ids blocks) throws SQLException {
        for (Map.Entry<Table, TableDiff> entry : diffs.entrySet()) {
            entry.getValue()
                    .apply(
                            of(entry.getKey()),
                            days,
                            blocks.block(entry.getKey()).first());
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
