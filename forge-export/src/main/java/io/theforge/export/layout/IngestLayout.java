package io.theforge.export.layout;

import static io.theforge.table.Column.amount;
import static io.theforge.table.Column.of;
import static io.theforge.table.Column.price;
import static io.theforge.table.Column.text;

import io.theforge.sink.SeriesRows;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import java.util.List;

/** The records of {@code POST /ingest/sales-daily}. */
public final class IngestLayout {
    /** Its one table. */
    public static final String NAME = "sales-daily";

    /** What a record holds. */
    public static final List<Column> COLUMNS = List.of(
            of("date", Kind.DATE).key(),
            text("store_code", 0).key(),
            text("sku", 0).key(),
            of("quantity", Kind.INTEGER),
            price("unit_price"),
            amount("total_amount", 12));

    private IngestLayout() {}

    static List<ExportTable> tables(Shop shop) {
        return List.of(ExportTable.ofSeries(NAME, COLUMNS, () -> records(shop)));
    }

    private static SeriesRows records(Shop shop) {
        int firstEpochDay = shop.firstEpochDay();
        return (block, out) -> {
            String store = shop.stores().get(block.storeIndex).code();
            String sku = shop.products().get(block.productIndex).sku();
            for (int i = 0; i < block.salesCount; i++) {
                out.startRow(0);
                out.date(firstEpochDay + block.salesDay[i]);
                out.text(store);
                out.text(sku);
                out.integer(block.quantity[i]);
                out.cents(block.unitPriceCents[i]);
                out.cents(block.totalCents(i));
                out.endRow();
            }
            return block.salesCount;
        };
    }
}
