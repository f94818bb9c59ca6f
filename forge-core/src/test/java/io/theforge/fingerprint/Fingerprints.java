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
import java.util.stream.Stream;

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

    /** The part that these pairs have in the tables that are made series by series, the answer key among them. */
    static Map<Table, TableFingerprint> ofSeries(Plan plan, List<Integer> pairs) {
        SeriesGenerator generator = SeriesGenerator.withTruth(plan, null);
        SeriesBlock block = new SeriesBlock(plan.days(), true);
        TableRows rows = new TableRows(plan);
        Map<Table, FingerprintWriter> writers = new EnumMap<>(Table.class);
        Stream.of(Table.values())
                .filter(Table::isSeries)
                .forEach(table -> writers.put(table, new FingerprintWriter(plan)));
        for (int pair : pairs) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            writers.forEach((table, writer) -> rows.writeSeries(table, block, writer));
        }
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        writers.forEach((table, writer) -> fingerprints.put(table, writer.fingerprint()));
        return fingerprints;
    }
}
