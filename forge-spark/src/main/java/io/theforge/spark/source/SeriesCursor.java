package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;

/** The rows of some series: one after another is made into the same block. */
final class SeriesCursor implements RowCursor {
    private final Table table;
    private final Wanted.Settled wanted;
    private final boolean allDays;
    private final TableRows rows;
    private final SeriesGenerator generator;
    private final SeriesBlock block;
    private final long endPair;
    private long pair;
    private int count;
    private int row = -1;

    SeriesCursor(Plan plan, Table table, Wanted.Settled wanted, Part part) {
        this.table = table;
        this.wanted = wanted;
        boolean withTruth = table == Table.TRUTH_DAILY;
        allDays = wanted.days().cardinality() == plan.days();
        rows = new TableRows(plan);
        generator = withTruth ? SeriesGenerator.withTruth(plan, null) : new SeriesGenerator(plan);
        block = new SeriesBlock(plan.days(), withTruth);
        pair = part.from();
        endPair = part.until();
    }

    @Override
    public boolean next() {
        do {
            row++;
            while (row == count) {
                if (pair == endPair) {
                    return false;
                }
                int products = wanted.products().length;
                generator.generate(
                        wanted.stores()[(int) (pair / products)], wanted.products()[(int) (pair % products)], block);
                pair++;
                count = TableRows.count(table, block);
                row = 0;
            }
        } while (!allDays && !wanted.days().get(TableRows.day(table, block, row)));
        return true;
    }

    @Override
    public void write(RowWriter out) {
        rows.writeSeriesRow(table, block, row, out);
    }
}
