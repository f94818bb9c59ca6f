package io.theforge.export.source;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.export.layout.Shop.ProductFacts;
import io.theforge.export.layout.Shop.StoreFacts;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stores and products of a database. Their indices follow their ids, and so does the order of an export.
 *
 * @param storeIds by index
 * @param productIds by index
 */
record Keys(int[] storeIds, int[] productIds, List<StoreFacts> stores, List<ProductFacts> products) {
    static Keys read(Sql sql) throws SQLException {
        List<Integer> storeIds = new ArrayList<>();
        List<StoreFacts> stores = new ArrayList<>();
        sql.each(
                row -> {
                    storeIds.add(row.getInt(1));
                    stores.add(new StoreFacts(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                },
                "SELECT id, code, region, city, store_type FROM store ORDER BY id");
        List<Integer> productIds = new ArrayList<>();
        List<ProductFacts> products = new ArrayList<>();
        sql.each(
                row -> {
                    productIds.add(row.getInt(1));
                    products.add(new ProductFacts(
                            row.getString(2), row.getString(3), row.getString(4), cents(row), Product.ENDLESS));
                },
                "SELECT id, sku, category, brand, CAST(base_price * 100 AS bigint) FROM product ORDER BY id");
        return new Keys(ids(storeIds), ids(productIds), List.copyOf(stores), List.copyOf(products));
    }

    /** Returns the same, and when products end. @param plan of just these */
    Keys as(Plan plan) {
        List<ProductFacts> ending = plan.products().stream()
                .map(product -> products.get(product.index()).endingOn(product.lastDay()))
                .toList();
        return new Keys(storeIds, productIds, stores, ending);
    }

    private static @Nullable Long cents(ResultSet row) throws SQLException {
        long cents = row.getLong(5);
        return row.wasNull() ? null : cents;
    }

    private static int[] ids(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    int pairs() {
        return Math.multiplyExact(storeIds.length, productIds.length);
    }

    int storeOf(int pair) {
        return pair / productIds.length;
    }

    int productOf(int pair) {
        return pair % productIds.length;
    }

    List<String> codes() {
        return stores.stream().map(StoreFacts::code).toList();
    }

    List<String> skus() {
        return products.stream().map(ProductFacts::sku).toList();
    }

    /** Returns the places of stores in a table whose ids begin at 1. */
    int[] storePlaces() {
        return Arrays.stream(storeIds).map(id -> id - 1).toArray();
    }

    /** Returns the places of products in a table whose ids begin at 1. */
    int[] productPlaces() {
        return Arrays.stream(productIds).map(id -> id - 1).toArray();
    }

    int storeIndex(int id) {
        return index("store", storeIds, id);
    }

    int productIndex(int id) {
        return index("product", productIds, id);
    }

    private static int index(String table, int[] ids, int id) {
        int index = Arrays.binarySearch(ids, id);
        if (index < 0) {
            throw new RefusedException(
                    "there are rows about " + table + " " + id + ", and no such " + table,
                    "enter the " + table + ", or remove those rows");
        }
        return index;
    }
}
