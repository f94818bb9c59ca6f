package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.load.BufferedRows;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills the temporary tables with the rows that the database is to hold, apart from those of the days that are new. */
record StagedRows(AppendSession session, ExtendedDataset dataset) {

    void stage(Operational operational, Progress progress) throws SQLException {
        stageSmall(Table.PRICE_HISTORY);
        stageSmall(Table.PROMOTION);
        AppendRange range = dataset.range();
        if (!range.overlaps()) {
            return;
        }
        Plan overlap = Plan.of(range.upToOverlap()).from(day(range.start()));
        try (SeriesPipeline pipeline = new SeriesPipeline(overlap, operational.workers(), operational.batchSize())) {
            for (Table table : AppendedIds.SERIES) {
                try (TableSink<? extends Chunk, SQLException> load = loadOf(table)) {
                    progress.begin("comparing " + table.sqlName(), null);
                    pipeline.load(table, load, progress::advance);
                    load.finish();
                    progress.end();
                }
            }
        }
    }

    private int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay()) - dataset.after().firstEpochDay();
    }

    /** Rows that the dataset of before does not have so, and those that begin in the days compared. */
    private void stageSmall(Table table) throws SQLException {
        AppendRange range = dataset.range();
        Set<BufferedRows.Row> known = new HashSet<>(BufferedRows.of(dataset.before(), table));
        int column = table.columns().indexOf(table.dateColumn()) - 1;
        long first = range.overlaps() ? range.start().toEpochDay() : Long.MAX_VALUE;
        long last = range.overlapEnd().toEpochDay();
        List<BufferedRows.Row> wanted = BufferedRows.of(dataset.after(), table).stream()
                .filter(row -> !known.contains(row) || row.epochDay(column) >= first && row.epochDay(column) <= last)
                .toList();
        try (TableSink<? extends Chunk, SQLException> load = loadOf(table)) {
            SmallTableLoad.load(dataset.after(), load, out -> wanted.forEach(row -> row.writeTo(out)));
            load.finish();
        }
    }

    private TableSink<? extends Chunk, SQLException> loadOf(Table table) throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(dataset.ids().blocks());
        blocks.put(table, new Ids.Block(1, Integer.MAX_VALUE));
        return session.load(table, TableDiff.stageOf(table), new Ids(blocks));
    }
}
