package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;

/** The rows of one {@link Part unit} of a table: made once, and written as often as somebody asks. */
interface UnitRows {
    /** Makes the rows of a unit. */
    void make(long unit);

    /** Writes the rows of the unit that was made last. */
    void write(RowWriter out);

    /** Returns those of a table. */
    static UnitRows of(Plan plan, Table table, Wanted.Settled wanted) {
        return table.isSeries() ? new OfSeries(plan, table, wanted) : new OfProducts(plan, table, wanted);
    }

    /** Series, one after another made into the same block. */
    final class OfSeries implements UnitRows {
        private final Table table;
        private final Wanted.Settled wanted;
        private final TableRows rows;
        private final SeriesGenerator generator;
        private final SeriesBlock block;

        private OfSeries(Plan plan, Table table, Wanted.Settled wanted) {
            this.table = table;
            this.wanted = wanted;
            boolean withTruth = table == Table.TRUTH_DAILY;
            rows = new TableRows(plan);
            generator = withTruth ? SeriesGenerator.withTruth(plan, null) : new SeriesGenerator(plan);
            block = new SeriesBlock(plan.days(), withTruth);
        }

        @Override
        public void make(long unit) {
            int products = wanted.products().length;
            generator.generate(
                    wanted.stores()[(int) (unit / products)], wanted.products()[(int) (unit % products)], block);
        }

        @Override
        public void write(RowWriter out) {
            rows.writeSeries(table, block, out);
        }
    }

    /** What products have in a small table; stores and calendar as a whole. */
    final class OfProducts implements UnitRows {
        private final Table table;
        private final Plan plan;
        private final Wanted.Settled wanted;
        private final TableRows rows;
        private final boolean isWhole;
        private int product;

        private OfProducts(Plan plan, Table table, Wanted.Settled wanted) {
            this.table = table;
            this.plan = plan;
            this.wanted = wanted;
            isWhole = table == Table.STORE || table == Table.CALENDAR;
            rows = new TableRows(plan);
        }

        @Override
        public void make(long unit) {
            product = isWhole ? 0 : wanted.products()[(int) unit];
        }

        @Override
        public void write(RowWriter out) {
            if (isWhole) {
                rows.write(table, out);
            } else {
                Product of = plan.products().get(product);
                rows.writeProduct(table, of, out);
            }
        }
    }
}
