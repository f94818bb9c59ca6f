package io.theforge.table;

import java.util.List;

/** The seven tables in loading order; deleting goes the other way. Columns in the order in which {@link TableRows} writes them. */
public enum Table {
    STORE("store", "id", "code", "name", "region", "city", "store_type"),
    PRODUCT("product", "id", "sku", "name", "category", "brand", "base_price", "base_cost"),
    CALENDAR("calendar", "date", "day_of_week", "month", "quarter", "year", "is_holiday", "holiday_name"),
    PRICE_HISTORY("price_history", "id", "product_id", "store_id", "price", "valid_from", "valid_to"),
    PROMOTION(
            "promotion",
            "id",
            "product_id",
            "store_id",
            "name",
            "discount_pct",
            "discount_amount",
            "start_date",
            "end_date"),
    SALES_DAILY("sales_daily", "id", "date", "store_id", "product_id", "quantity", "unit_price", "total_amount"),
    INVENTORY_SNAPSHOT_DAILY(
            "inventory_snapshot_daily",
            "id",
            "date",
            "store_id",
            "product_id",
            "on_hand_qty",
            "on_order_qty",
            "is_stockout");

    private final String sqlName;
    private final List<String> columns;

    Table(String sqlName, String... columns) {
        this.sqlName = sqlName;
        this.columns = List.of(columns);
    }

    /** Its name in the database. */
    public String sqlName() {
        return sqlName;
    }

    /** The columns that the Forge fills; {@code created_at} and {@code updated_at} are left to their defaults. */
    public List<String> columns() {
        return columns;
    }

    /** True when rows are numbered by a surrogate {@code id}; only the calendar is not. */
    public boolean hasId() {
        return this != CALENDAR;
    }

    /** True for the two tables that are generated pair by pair. */
    public boolean isSeries() {
        return this == SALES_DAILY || this == INVENTORY_SNAPSHOT_DAILY;
    }
}
