package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.util.HashMap;
import java.util.Map;

/** Which series of the dataset a row is about: by store_code and sku, or by unique_id, {@code STORE/SKU}. */
final class SeriesReader {
    /** A series that the dataset does not have. */
    static final int UNKNOWN = -1;

    private final TextRows rows;
    private final Plan plan;
    private final int store;
    private final int sku;
    private final int id;
    private final Map<String, Integer> stores = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private String lastId = "";
    private int lastPair = UNKNOWN;

    SeriesReader(TextRows rows, ForecastColumns columns, Plan plan) {
        this.rows = rows;
        this.plan = plan;
        store = columns.indexOf(OwnColumns.STORE);
        sku = columns.indexOf(OwnColumns.SKU);
        id = columns.indexOf(LongColumns.ID);
        plan.stores().forEach(each -> stores.put(each.code(), each.index()));
        plan.products().forEach(each -> products.put(each.sku(), each.index()));
    }

    /** The pair of the row, or {@link #UNKNOWN}. */
    int read() {
        if (id < 0) {
            return pair(rows.needed(store, OwnColumns.STORE), rows.needed(sku, OwnColumns.SKU));
        }
        String text = rows.needed(id, LongColumns.ID);
        if (!text.equals(lastId)) {
            lastPair = pair(text);
            lastId = text;
        }
        return lastPair;
    }

    private int pair(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new ForecastFileException(
                    rows.place(rows.line(id)),
                    "unique_id is \"" + text + "\", no pair of a store and a product",
                    "write STORE/SKU, with pandas:\n  df[\"unique_id\"] = df[\"store_code\"] + \"/\" + df[\"sku\"]");
        }
        for (; slash >= 0; slash = text.indexOf('/', slash + 1)) {
            int pair = pair(text.substring(0, slash), text.substring(slash + 1));
            if (pair != UNKNOWN) {
                return pair;
            }
        }
        return UNKNOWN;
    }

    private int pair(String storeCode, String productSku) {
        Integer storeIndex = stores.get(storeCode);
        Integer productIndex = products.get(productSku);
        return storeIndex == null || productIndex == null ? UNKNOWN : plan.pair(storeIndex, productIndex);
    }

    /** The row's series as the file calls it. */
    String name() {
        return id < 0 ? rows.value(store) + " " + rows.value(sku) : String.valueOf(rows.value(id));
    }
}
