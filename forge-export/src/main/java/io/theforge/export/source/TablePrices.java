package io.theforge.export.source;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.export.layout.PairPrices;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prices and promotions as a database has them. Those of a store are read when its first pair comes. */
final class TablePrices extends PairPrices {
    private static final String PRICES = """
            SELECT product_id, CAST(price * 100 AS bigint), CAST(valid_from - DATE '1970-01-01' AS integer),
                CAST(valid_to - DATE '1970-01-01' AS integer)
            FROM price_history WHERE %s ORDER BY product_id, valid_from, id""";

    private static final String PROMOTIONS = """
            SELECT product_id, CAST(discount_pct * 10000 AS integer), CAST(discount_amount * 100 AS bigint),
                CAST(start_date - DATE '1970-01-01' AS integer), CAST(end_date - DATE '1970-01-01' AS integer)
            FROM promotion WHERE %s ORDER BY product_id, start_date, id""";

    private final Sql sql;
    private final Keys keys;
    private final int firstEpochDay;
    private final Map<Integer, List<PriceWindow>> chainPrices = new HashMap<>();
    private final Map<Integer, List<PriceWindow>> storePrices = new HashMap<>();
    private final Map<Integer, List<Promotion>> chainPromotions = new HashMap<>();
    private final Map<Integer, List<Promotion>> storePromotions = new HashMap<>();
    private int store = PriceWindow.CHAIN;

    TablePrices(Sql sql, Keys keys, int firstEpochDay, int days) {
        super(days);
        this.sql = sql;
        this.keys = keys;
        this.firstEpochDay = firstEpochDay;
        ReadFailed.reading(() -> read(PriceWindow.CHAIN, chainPrices, chainPromotions));
    }

    private void read(int ofStore, Map<Integer, List<PriceWindow>> prices, Map<Integer, List<Promotion>> promotions)
            throws SQLException {
        prices.clear();
        promotions.clear();
        boolean chain = ofStore == PriceWindow.CHAIN;
        String condition = chain ? "store_id IS NULL" : "store_id = ?";
        Object[] values = chain ? new Object[0] : new Object[] {keys.storeIds()[ofStore]};
        sql.each(
                row -> {
                    int product = keys.productIndex(row.getInt(1));
                    prices.computeIfAbsent(product, key -> new ArrayList<>())
                            .add(new PriceWindow(
                                    product,
                                    ofStore,
                                    cents("price_history", row.getLong(2)),
                                    row.getInt(3) - firstEpochDay,
                                    validTo(row)));
                },
                PRICES.formatted(condition),
                values);
        sql.each(
                row -> {
                    int product = keys.productIndex(row.getInt(1));
                    promotions
                            .computeIfAbsent(product, key -> new ArrayList<>())
                            .add(new Promotion(
                                    product,
                                    ofStore,
                                    row.getInt(2),
                                    cents("promotion", row.getLong(3)),
                                    row.getInt(4) - firstEpochDay,
                                    row.getInt(5) - firstEpochDay));
                },
                PROMOTIONS.formatted(condition),
                values);
    }

    private int validTo(ResultSet row) throws SQLException {
        int epochDay = row.getInt(4);
        return row.wasNull() ? PriceWindow.OPEN : epochDay - firstEpochDay;
    }

    static int cents(String table, long cents) {
        if (cents > Integer.MAX_VALUE) {
            throw new RefusedException(
                    table + " holds a price above " + Integer.MAX_VALUE / 100 + ", and this layout takes none",
                    "use --layout tables");
        }
        return (int) cents;
    }

    @Override
    protected void fill(int storeIndex, int productIndex) {
        if (storeIndex != store) {
            ReadFailed.reading(() -> read(storeIndex, storePrices, storePromotions));
            store = storeIndex;
        }
        begin();
        chainPrices.getOrDefault(productIndex, List.of()).forEach(this::price);
        storePrices.getOrDefault(productIndex, List.of()).forEach(this::price);
        chainPromotions.getOrDefault(productIndex, List.of()).forEach(this::promote);
        storePromotions.getOrDefault(productIndex, List.of()).forEach(this::promote);
    }
}
