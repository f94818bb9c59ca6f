package io.theforge.dataset;

import io.theforge.config.model.Operational;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.sink.NoSink;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The fingerprint of the dataset that a plan makes. */
public final class PlanFingerprint {
    private PlanFingerprint() {}

    /** @param whole fingerprints of the tables of which all rows have been made; the others are made once more, for nobody */
    public static DatasetFingerprint of(Plan plan, Map<Table, TableFingerprint> whole, Operational operational) {
        Map<Table, TableFingerprint> all = new EnumMap<>(Table.class);
        List<Table> series = new ArrayList<>();
        for (Table table : Table.SEVEN) {
            TableFingerprint made = whole.get(table);
            if (made != null) {
                all.put(table, made);
            } else if (table.isSeries()) {
                series.add(table);
            } else {
                TableTotals totals =
                        SmallTableLoad.load(plan, new NoSink(), out -> new TableRows(plan).write(table, out));
                all.put(table, totals.fingerprint());
            }
        }
        if (!series.isEmpty()) {
            List<TableTotals> totals = passOver(plan, series, operational);
            for (int i = 0; i < series.size(); i++) {
                all.put(series.get(i), totals.get(i).fingerprint());
            }
        }
        return new DatasetFingerprint(all);
    }

    private static List<TableTotals> passOver(Plan plan, List<Table> tables, Operational operational) {
        int[] pairs = IntStream.range(0, plan.pairs()).toArray();
        List<SeriesOutput<NoSink.DiscardingChunk, RuntimeException>> outputs = tables.stream()
                .map(table -> SeriesOutput.of(plan, table, new NoSink()))
                .toList();
        try (SeriesPipeline pipeline = new SeriesPipeline(plan, operational.workers(), operational.batchSize())) {
            return pipeline.pass(pairs, outputs, rows -> {});
        }
    }
}
