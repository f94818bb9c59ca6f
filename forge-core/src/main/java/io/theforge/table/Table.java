package io.theforge.table;

import io.theforge.demand.DemandFactor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The seven tables in loading order (deleting goes the other way), and behind them the Forge's own table of the answer key. Columns in
 * the order in which {@link TableRows} writes them.
 */
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
            "is_stockout"),
    /** The answer key: only where it is asked for, and never among the {@link #SEVEN}. */
    TRUTH_DAILY("forge_truth_daily", truthColumns());

    /** The tables of the shop. */
    public static final List<Table> SEVEN =
            List.of(STORE, PRODUCT, CALENDAR, PRICE_HISTORY, PROMOTION, SALES_DAILY, INVENTORY_SNAPSHOT_DAILY);

    private final String sqlName;
    private final List<String> columns;

    Table(String sqlName, String... columns) {
        this.sqlName = sqlName;
        this.columns = List.of(columns);
    }

    /** @throws IllegalArgumentException when there is none of that {@linkplain #sqlName name} */
    public static Table named(String sqlName) {
        return Arrays.stream(values())
                .filter(table -> table.sqlName.equals(sqlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is called " + sqlName));
    }

    /** Its name in the database. */
    public String sqlName() {
        return sqlName;
    }

    /** The columns that the Forge fills; {@code created_at} and {@code updated_at} are left to their defaults. */
    public List<String> columns() {
        return columns;
    }

    private static String[] truthColumns() {
        Stream<String> factors = Stream.of(DemandFactor.values()).map(factor -> factor.word() + "_factor");
        return Stream.of(
                        Stream.of(
                                "date",
                                "store_id",
                                "product_id",
                                "regular_price",
                                "unit_price",
                                "promotion_name",
                                "level"),
                        factors,
                        Stream.of(
                                "anomaly_mean",
                                "expected_demand",
                                "noise_sigma",
                                "noise_factor",
                                "anomaly_factor",
                                "latent_demand"),
                        Stream.of("available_qty", "units_sold", "units_lost", "backlog_qty", "not_recorded"))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    /** True when rows are numbered by a surrogate {@code id}; the calendar's and the answer key's are not. */
    public boolean hasId() {
        return this != CALENDAR && this != TRUTH_DAILY;
    }

    /** True for the tables that are generated pair by pair. */
    public boolean isSeries() {
        return compareTo(SALES_DAILY) >= 0;
    }
}
