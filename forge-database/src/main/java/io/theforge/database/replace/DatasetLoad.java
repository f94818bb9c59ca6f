package io.theforge.database.replace;

import io.theforge.config.model.Operational;
import io.theforge.database.record.IdReservation;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Loads a whole dataset, table by table, and remembers what it loaded. */
final class DatasetLoad {
    private final FullNew request;
    private final LoadSession session;
    private final Progress progress;
    private final Plan plan;
    private final TableRows rows;
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private StockStates states;

    DatasetLoad(FullNew request, LoadSession session, Progress progress) {
        this.request = request;
        this.session = session;
        this.progress = progress;
        plan = request.plan();
        rows = new TableRows(plan);
        states = new StockStates(0);
    }

    /** @param adopted dates that are in the calendar already, in days since 1970-01-01 */
    void run(Ids ids, Set<Integer> adopted) throws SQLException {
        Operational operational = request.operational();
        try (SeriesPipeline pipeline = new SeriesPipeline(plan, operational.workers(), operational.batchSize())) {
            for (Table table : request.tables()) {
                try (TableSink<? extends Chunk, SQLException> load = session.load(table, ids)) {
                    progress.begin(table.sqlName(), table.isSeries() ? IdReservation.size(plan, table) : null);
                    made.put(table, load(table, load, pipeline, adopted));
                    progress.end();
                }
            }
            states = pipeline.states();
        }
    }

    private <C extends Chunk> TableTotals load(
            Table table, TableSink<C, SQLException> load, SeriesPipeline pipeline, Set<Integer> adopted)
            throws SQLException {
        TableTotals totals;
        if (table.isSeries()) {
            totals = pipeline.load(table, load, progress::advance);
        } else {
            totals = SmallTableLoad.load(plan, load, out -> {
                if (table == Table.CALENDAR) {
                    rows.writeCalendar(epochDay -> !adopted.contains(epochDay), out);
                } else {
                    rows.write(table, out);
                }
            });
            progress.advance(totals.rows());
        }
        load.finish();
        return totals;
    }

    /** Returns what each table was given. */
    Map<Table, TableTotals> made() {
        return made;
    }

    /** Returns where each series stands at the end. */
    StockStates states() {
        return states;
    }
}
