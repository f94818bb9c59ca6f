package io.theforge.export.layout;

import static io.theforge.table.Column.of;
import static io.theforge.table.Column.price;
import static io.theforge.table.Column.text;

import io.theforge.export.layout.Shop.ProductFacts;
import io.theforge.export.layout.Shop.StoreFacts;
import io.theforge.series.SeriesBlock;
import io.theforge.sink.SeriesRows;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of the M5 competition, as its guide for competitors describes them: items are our products, departments and categories
 * both our categories, states our regions. Days without a record count 0 units; a series without any record is left out.
 */
final class M5Layout {
    private static final List<Column> IDS = List.of(
            text("id", 0).key(),
            text("item_id", 0),
            text("dept_id", 0).orNull(),
            text("cat_id", 0).orNull(),
            text("store_id", 0),
            text("state_id", 0).orNull());
    private static final List<Column> SELL_PRICES = List.of(
            text("store_id", 0).key(),
            text("item_id", 0).key(),
            of("wm_yr_wk", Kind.INTEGER).key(),
            price("sell_price"));

    private M5Layout() {}

    static List<ExportTable> tables(Shop shop) {
        return List.of(
                ExportTable.small("calendar", M5Calendar.COLUMNS, out -> M5Calendar.write(shop.calendar(), out)),
                ExportTable.ofSeries("sales_train_evaluation", salesColumns(shop.days()), () -> new Sales(shop)),
                ExportTable.ofSeries("sell_prices", SELL_PRICES, () -> new SellPrices(shop)));
    }

    private static List<Column> salesColumns(int days) {
        return Stream.concat(IDS.stream(), IntStream.rangeClosed(1, days).mapToObj(d -> of("d_" + d, Kind.INTEGER)))
                .toList();
    }

    /** A row a series. */
    private static final class Sales implements SeriesRows {
        private final Shop shop;
        private final int[] units;

        Sales(Shop shop) {
            this.shop = shop;
            units = new int[shop.days()];
        }

        @Override
        public int write(SeriesBlock block, RowWriter out) {
            if (block.salesCount == 0) {
                return 0;
            }
            Arrays.fill(units, 0);
            for (int i = 0; i < block.salesCount; i++) {
                units[block.salesDay[i]] = block.quantity[i];
            }
            StoreFacts store = shop.stores().get(block.storeIndex);
            ProductFacts product = shop.products().get(block.productIndex);
            out.startRow(0);
            out.text(product.sku() + "_" + store.code() + "_evaluation");
            out.text(product.sku());
            out.text(product.category());
            out.text(product.category());
            out.text(store.code());
            out.text(store.region());
            for (int ofDay : units) {
                out.integer(ofDay);
            }
            out.endRow();
            return 1;
        }
    }

    /** A row for each week of a series with a price: the mean over its days on record, and over the days ahead. */
    private static final class SellPrices implements SeriesRows {
        private final Shop shop;
        private final int[] weeks;
        private final PairPrices prices;
        private long cents;
        private int days;

        SellPrices(Shop shop) {
            this.shop = shop;
            weeks = shop.calendar().stream()
                    .mapToInt(day -> M5Calendar.week(day.epochDay()))
                    .toArray();
            prices = shop.prices().get();
        }

        @Override
        public int write(SeriesBlock block, RowWriter out) {
            if (block.salesCount == 0) {
                return 0;
            }
            String store = shop.stores().get(block.storeIndex).code();
            ProductFacts product = shop.products().get(block.productIndex);
            int rows = 0;
            int week = weeks[block.salesDay[0]];
            for (int i = 0; i < block.salesCount; i++) {
                int ofDay = weeks[block.salesDay[i]];
                if (ofDay != week) {
                    row(store, product.sku(), week, out);
                    rows++;
                    week = ofDay;
                }
                cents += block.unitPriceCents[i];
                days++;
            }
            int ahead = shop.daysAheadOf(product);
            if (ahead > 0) {
                prices.fill(block.storeIndex, block.productIndex);
            }
            for (int day = shop.days(); day < shop.days() + ahead; day++) {
                if (weeks[day] != week) {
                    row(store, product.sku(), week, out);
                    rows++;
                    week = weeks[day];
                }
                cents += prices.paidCents[day];
                days++;
            }
            row(store, product.sku(), week, out);
            return rows + 1;
        }

        private void row(String store, String sku, int week, RowWriter out) {
            out.startRow(0);
            out.text(store);
            out.text(sku);
            out.integer(week);
            out.cents((2 * cents + days) / (2L * days));
            out.endRow();
            cents = 0;
            days = 0;
        }
    }
}
