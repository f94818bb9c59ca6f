package io.theforge.documents.shop;

import java.time.LocalDate;

/** Queries of one row and one column on the seven tables, for PostgreSQL and DuckDB alike. */
final class Sql {
    private static final String PRODUCT_AND_STORE =
            "JOIN store t ON t.id = s.store_id JOIN product p ON p.id = s.product_id";

    private Sql() {}

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }

    static String attribute(String column, String table, String keyColumn, String key) {
        return "SELECT " + column + " FROM " + table + " WHERE " + keyColumn + " = " + text(key);
    }

    static String sales(String column, String where, LocalDate from, LocalDate to) {
        return "SELECT coalesce(sum(s." + column + "), 0) FROM sales_daily s " + PRODUCT_AND_STORE + " WHERE "
                + (where.isEmpty() ? "" : where + " AND ") + between("s.date", from, to);
    }

    /** @param edge "min" or "max" */
    static String saleDay(String edge, String sku) {
        return "SELECT " + edge + "(s.date) FROM sales_daily s " + PRODUCT_AND_STORE + " WHERE p.sku = " + text(sku);
    }

    static String stockoutDays(String where, LocalDate from, LocalDate to) {
        return "SELECT count(*) FROM inventory_snapshot_daily s " + PRODUCT_AND_STORE + " WHERE " + where
                + " AND s.is_stockout AND " + between("s.date", from, to);
    }

    /** Of the longest run of empty shelves in a store that began between two days; the first SKU and day of several. */
    static String longestStockout(String column, String storeCode, LocalDate from, LocalDate to) {
        return "WITH e AS (SELECT p.sku, s.date, s.date - CAST(row_number() OVER (PARTITION BY p.sku ORDER BY s.date) AS integer) AS run"
                + " FROM inventory_snapshot_daily s " + PRODUCT_AND_STORE + " WHERE t.code = " + text(storeCode)
                + " AND s.is_stockout), r AS (SELECT sku, min(date) AS first_day, count(*) AS days FROM e GROUP BY sku, run)"
                + " SELECT " + column + " FROM r WHERE " + between("first_day", from, to)
                + " ORDER BY days DESC, sku, first_day LIMIT 1";
    }

    /** @param scope of price_history h */
    static String price(String sku, String scope, LocalDate day) {
        return "SELECT h.price FROM price_history h JOIN product p ON p.id = h.product_id LEFT JOIN store t ON t.id = h.store_id WHERE p.sku = "
                + text(sku) + " AND " + scope + " AND h.valid_from <= " + day(day)
                + " AND (h.valid_to IS NULL OR h.valid_to >= " + day(day) + ")";
    }

    static String promotion(String column, String sku, String scope, LocalDate from, LocalDate to) {
        return "SELECT " + column
                + " FROM promotion h JOIN product p ON p.id = h.product_id LEFT JOIN store t ON t.id = h.store_id WHERE p.sku = "
                + text(sku) + " AND " + scope + " AND " + between("h.start_date", from, to);
    }

    /** @param storeCode empty for what holds in the whole chain */
    static String scope(String storeCode) {
        return storeCode.isEmpty() ? "h.store_id IS NULL" : "t.code = " + text(storeCode);
    }

    static String holiday(String name, int year) {
        return "SELECT date FROM calendar WHERE holiday_name = " + text(name) + " AND year = " + year;
    }

    static String dayUnits(String storeCode, String sku, LocalDate day) {
        return "SELECT s.quantity FROM sales_daily s " + PRODUCT_AND_STORE + " WHERE t.code = " + text(storeCode)
                + " AND p.sku = " + text(sku) + " AND s.date = " + day(day);
    }

    private static String between(String column, LocalDate from, LocalDate to) {
        return column + " BETWEEN " + day(from) + " AND " + day(to);
    }
}
