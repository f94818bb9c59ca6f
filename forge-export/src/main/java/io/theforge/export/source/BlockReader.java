package io.theforge.export.source;

import io.theforge.database.report.RefusedException;
import io.theforge.database.verify.Queries;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.series.SeriesBlock;
import io.theforge.sink.BlockLoad;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.TableTotals;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads series out of a database, a span of neighbours at a time. */
final class BlockReader implements ExportSource.SeriesPass {
    private static final String SALES = "SELECT product_id, CAST(date - DATE '1970-01-01' AS integer), quantity,"
            + " CAST(unit_price * 100 AS bigint) FROM sales_daily" + Span.CONDITION;
    private static final String SNAPSHOTS = "SELECT product_id, CAST(date - DATE '1970-01-01' AS integer), on_hand_qty,"
            + " on_order_qty FROM inventory_snapshot_daily" + Span.CONDITION;

    private final Queries queries;
    private final Keys keys;
    private final int firstEpochDay;
    private final int days;
    private final SeriesBlock block;
    private final SpanRows sales = new SpanRows();
    private final SpanRows snapshots = new SpanRows();

    BlockReader(Queries queries, Keys keys, int firstEpochDay, int days) {
        this.queries = queries;
        this.keys = keys;
        this.firstEpochDay = firstEpochDay;
        this.days = days;
        block = new SeriesBlock(days);
    }

    @Override
    public List<TableTotals> pass(int[] pairs, List<SeriesOutput<?, IOException>> outputs, LongConsumer written)
            throws IOException {
        BlockLoad<IOException> load =
                new BlockLoad<>(() -> new FingerprintWriter(keys.codes(), keys.skus()), outputs, written);
        for (Span span : Span.of(keys, pairs, days)) {
            read(SALES, span, sales);
            read(SNAPSHOTS, span, snapshots);
            for (int product = span.firstProduct(); product <= span.lastProduct(); product++) {
                fill(span.store(), product);
                load.add(block);
            }
        }
        return load.finish();
    }

    private void read(String query, Span span, SpanRows into) {
        into.begin();
        ReadFailed.reading(() -> queries.forEach(
                query,
                row -> {
                    int day = row.getInt(2) - firstEpochDay;
                    if (day >= 0 && day < days) {
                        into.add(
                                keys.productIndex(row.getInt(1)),
                                day,
                                row.getInt(3),
                                TablePrices.cents("sales_daily", row.getLong(4)));
                    }
                },
                span.values(keys)));
    }

    private void fill(int store, int product) {
        block.storeIndex = store;
        block.productIndex = product;
        block.salesCount = 0;
        while (sales.isAt(product)) {
            refuseTwice("sales_daily", store, product, block.salesCount, block.salesDay, sales.day());
            block.salesDay[block.salesCount] = sales.day();
            block.quantity[block.salesCount] = sales.first();
            block.unitPriceCents[block.salesCount++] = sales.second();
            sales.next();
        }
        block.inventoryCount = 0;
        while (snapshots.isAt(product)) {
            refuseTwice(
                    "inventory_snapshot_daily",
                    store,
                    product,
                    block.inventoryCount,
                    block.inventoryDay,
                    snapshots.day());
            block.inventoryDay[block.inventoryCount] = snapshots.day();
            block.onHand[block.inventoryCount] = snapshots.first();
            block.onOrder[block.inventoryCount++] = snapshots.second();
            snapshots.next();
        }
    }

    private void refuseTwice(String table, int store, int product, int count, int[] earlier, int day) {
        if (count > 0 && earlier[count - 1] == day) {
            throw new RefusedException(
                    table + " has two rows for store " + keys.codes().get(store) + ", product "
                            + keys.skus().get(product) + " on " + LocalDate.ofEpochDay((long) firstEpochDay + day),
                    "remove one of them, or use --layout tables");
        }
    }

    @Override
    public void close() {
        // the connection is the source's
    }
}
