package io.theforge.database.verify;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids of stores and products to the indices that the plan gives their codes. Codes that are not planned come after the planned
 * ones; the last index stands for an id that is in no row.
 */
final class NaturalKeys {
    private static final String UNKNOWN = "(no such row)";

    private final Column stores;
    private final Column products;

    NaturalKeys(Queries queries, Plan plan) throws SQLException {
        this(
                queries,
                plan.stores().stream().map(Store::code).toList(),
                plan.products().stream().map(Product::sku).toList());
    }

    /** Of stores and products that nobody planned. */
    NaturalKeys(Queries queries) throws SQLException {
        this(queries, List.of(), List.of());
    }

    private NaturalKeys(Queries queries, List<String> codes, List<String> skus) throws SQLException {
        stores = new Column(queries, "SELECT id, code FROM store", codes);
        products = new Column(queries, "SELECT id, sku FROM product", skus);
    }

    private static final class Column {
        final List<String> keys;
        final Map<Integer, Integer> indexOfId = new HashMap<>();

        Column(Queries queries, String idsAndKeys, List<String> planned) throws SQLException {
            keys = new ArrayList<>(planned);
            Map<String, Integer> indexOfKey = new HashMap<>();
            planned.forEach(key -> indexOfKey.put(key, indexOfKey.size()));
            queries.forEach(idsAndKeys, row -> {
                Integer index = indexOfKey.computeIfAbsent(String.valueOf(row.getString(2)), key -> {
                    keys.add(key);
                    return keys.size() - 1;
                });
                indexOfId.put(row.getInt(1), index);
            });
            keys.add(UNKNOWN);
        }

        int index(int id) {
            return indexOfId.getOrDefault(id, keys.size() - 1);
        }
    }

    int storeIndex(int id) {
        return stores.index(id);
    }

    int productIndex(int id) {
        return products.index(id);
    }

    List<String> storeCodes() {
        return stores.keys;
    }

    List<String> skus() {
        return products.keys;
    }
}
