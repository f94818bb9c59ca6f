package io.theforge.export.source;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.Operational;
import io.theforge.dataset.PlanFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The generator: no database is opened. */
public record GeneratorSource(Plan plan, SeriesSelection wanted) implements ExportSource {

    @Override
    public DateRange dateRange() {
        return plan.config().dateRange();
    }

    @Override
    public boolean isWhole() {
        return wanted.isWhole();
    }

    @Override
    public int[] pairs() {
        return wanted.pairs();
    }

    @Override
    public int days() {
        return plan.days();
    }

    @Override
    public Map<Table, Long> unmanagedRows() {
        return Map.of();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public <C extends Chunk> TableTotals write(TableSink<C, IOException> sink, Consumer<RowWriter> rows)
            throws IOException {
        return SmallTableLoad.load(plan, sink, rows);
    }

    @Override
    public SeriesPass series(Operational operational) {
        SeriesPipeline pipeline = new SeriesPipeline(plan, operational.workers(), operational.batchSize());
        return new SeriesPass() {
            @Override
            public List<TableTotals> pass(int[] pairs, List<SeriesOutput<?, IOException>> outputs, LongConsumer written)
                    throws IOException {
                return pipeline.pass(pairs, outputs, written);
            }

            @Override
            public StockStates states() {
                return pipeline.states();
            }

            @Override
            public void close() {
                pipeline.close();
            }
        };
    }

    @Override
    public String fingerprint(Map<Table, TableFingerprint> whole, Operational operational) {
        return PlanFingerprint.of(plan, whole, operational).toString();
    }
}
