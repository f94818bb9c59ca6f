package io.theforge.export.layout;

import static io.theforge.table.Column.of;
import static io.theforge.table.Column.price;
import static io.theforge.table.Column.share;
import static io.theforge.table.Column.text;

import io.theforge.export.layout.Shop.ProductFacts;
import io.theforge.export.layout.Shop.StoreFacts;
import io.theforge.series.SeriesBlock;
import io.theforge.sink.SeriesRows;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import java.util.List;
import java.util.stream.Stream;

/** One long table as Nixtla's libraries read it. A day without a record has no row; a series without any is left out. */
final class SeriesLayout {
    private static final List<Column> KEY =
            List.of(text("unique_id", 0).key(), of("ds", Kind.DATE).key());
    private static final List<Column> KNOWN_AHEAD =
            List.of(price("price"), share("discount"), of("promotion", Kind.INTEGER), of("holiday", Kind.INTEGER));
    private static final List<Column> SERIES = Stream.of(
                    KEY,
                    List.of(of("y", Kind.INTEGER)),
                    KNOWN_AHEAD,
                    List.of(
                            of("on_hand", Kind.INTEGER).orNull(),
                            of("stockout", Kind.INTEGER).orNull()))
            .flatMap(List::stream)
            .toList();
    private static final List<Column> FUTURE =
            Stream.of(KEY, KNOWN_AHEAD).flatMap(List::stream).toList();
    private static final List<Column> STATIC = List.of(
            text("unique_id", 0).key(),
            text("store_code", 0),
            text("region", 0).orNull(),
            text("city", 0).orNull(),
            text("store_type", 0).orNull(),
            text("sku", 0),
            text("category", 0).orNull(),
            text("brand", 0).orNull(),
            price("base_price").orNull());

    private SeriesLayout() {}

    static List<ExportTable> tables(Shop shop) {
        ExportTable series = ExportTable.ofSeries("series", SERIES, () -> new Days(shop));
        ExportTable attributes =
                ExportTable.ofSeries("static", STATIC, () -> (block, out) -> attributes(shop, block, out));
        ExportTable future = ExportTable.ofSeries("future", FUTURE, () -> new DaysAhead(shop));
        return shop.knowsAhead() ? List.of(series, attributes, future) : List.of(series, attributes);
    }

    private static int attributes(Shop shop, SeriesBlock block, RowWriter out) {
        if (block.salesCount == 0) {
            return 0;
        }
        StoreFacts store = shop.stores().get(block.storeIndex);
        ProductFacts product = shop.products().get(block.productIndex);
        Long basePriceCents = product.basePriceCents();
        out.startRow(0);
        out.text(shop.uniqueId(block.storeIndex, block.productIndex));
        out.text(store.code());
        out.text(store.region());
        out.text(store.city());
        out.text(store.type());
        out.text(product.sku());
        out.text(product.category());
        out.text(product.brand());
        if (basePriceCents == null) {
            out.nothing();
        } else {
            out.cents(basePriceCents);
        }
        out.endRow();
        return 1;
    }

    /** The days on record. */
    private static final class Days implements SeriesRows {
        private final Shop shop;
        private final int firstEpochDay;
        private final int[] holidays;
        private final PairPrices prices;

        Days(Shop shop) {
            this.shop = shop;
            firstEpochDay = shop.firstEpochDay();
            holidays = shop.holidayFlags();
            prices = shop.prices().get();
        }

        @Override
        public int write(SeriesBlock block, RowWriter out) {
            if (block.salesCount == 0) {
                return 0;
            }
            String id = shop.uniqueId(block.storeIndex, block.productIndex);
            prices.fill(block.storeIndex, block.productIndex);
            int snapshot = 0;
            for (int i = 0; i < block.salesCount; i++) {
                int day = block.salesDay[i];
                while (snapshot < block.inventoryCount && block.inventoryDay[snapshot] < day) {
                    snapshot++;
                }
                int paid = block.unitPriceCents[i];
                out.startRow(0);
                out.text(id);
                out.date(firstEpochDay + day);
                out.integer(block.quantity[i]);
                out.cents(paid);
                out.basisPoints(prices.discount(day, paid));
                out.integer(prices.promoted[day]);
                out.integer(holidays[day]);
                if (snapshot < block.inventoryCount && block.inventoryDay[snapshot] == day) {
                    out.integer(block.onHand[snapshot]);
                    out.integer(block.onHand[snapshot] == 0 ? 1 : 0);
                } else {
                    out.nothing();
                    out.nothing();
                }
                out.endRow();
            }
            return block.salesCount;
        }
    }

    /** The days ahead of a series that goes on. */
    private static final class DaysAhead implements SeriesRows {
        private final Shop shop;
        private final int firstEpochDay;
        private final int[] holidays;
        private final PairPrices prices;

        DaysAhead(Shop shop) {
            this.shop = shop;
            firstEpochDay = shop.firstEpochDay();
            holidays = shop.holidayFlags();
            prices = shop.prices().get();
        }

        @Override
        public int write(SeriesBlock block, RowWriter out) {
            int ahead = shop.daysAheadOf(shop.products().get(block.productIndex));
            if (block.salesCount == 0 || ahead == 0) {
                return 0;
            }
            String id = shop.uniqueId(block.storeIndex, block.productIndex);
            prices.fill(block.storeIndex, block.productIndex);
            for (int day = shop.days(); day < shop.days() + ahead; day++) {
                int paid = prices.paidCents[day];
                out.startRow(0);
                out.text(id);
                out.date(firstEpochDay + day);
                out.cents(paid);
                out.basisPoints(prices.discount(day, paid));
                out.integer(prices.promoted[day]);
                out.integer(holidays[day]);
                out.endRow();
            }
            return ahead;
        }
    }
}
