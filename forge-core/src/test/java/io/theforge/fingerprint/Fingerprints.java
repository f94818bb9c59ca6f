package io.theforge.fingerprint;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fingerprints of whole datasets, without a database. */
final class Fingerprints {
    private Fingerprints() {}

    /** All tables, one pair after another. */
    static DatasetFingerprint of(Plan plan) {
        return ofPairs(plan, IntStream.range(0, plan.pairs()).boxed().toList());
    }

    /** All tables, the series in this order. */
    static DatasetFingerprint ofPairs(Plan plan, List<Integer> pairs) {
        Map<Table, TableFingerprint> tables = new EnumMap<>(ofSeries(plan, pairs));
        for (Table table : Table.SEVEN) {
            if (!table.isSeries()) {
                FingerprintWriter writer = new FingerprintWriter(plan);
                new TableRows(plan).write(table, writer);
                tables.put(table, writer.fingerprint());
            }
        }
        return new DatasetFingerprint(tables);
    }

    /** The part that these pairs have in the two large tables. */
    static Map<Table, TableFingerprint> ofSeries(Plan plan, List<Integer> pairs) {
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        TableRows rows = new TableRows(plan);
        FingerprintWriter sales = new FingerprintWriter(plan);
        FingerprintWriter inventory = new FingerprintWriter(plan);
        for (int pair : pairs) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows.writeSeries(Table.SALES_DAILY, block, sales);
            rows.writeSeries(Table.INVENTORY_SNAPSHOT_DAILY, block, inventory);
        }
        return new EnumMap<>(Map.of(
                Table.SALES_DAILY, sales.fingerprint(), Table.INVENTORY_SNAPSHOT_DAILY, inventory.fingerprint()));
    }
}
