package io.theforge.database.duckdb;

/** The types of the columns that the Forge writes; a column of one name has one type in all tables. */
final class Columns {
    private Columns() {}

    /** Type in the table that is appended to: decimals in 64 bits, because that is the width an appender is given. */
    static String staged(String column) {
        return switch (column) {
            case "date", "valid_from", "valid_to", "start_date", "end_date" -> "DATE";
            case "base_price", "base_cost", "price", "discount_amount", "unit_price", "total_amount", "regular_price" ->
                "DECIMAL(18,2)";
            case "discount_pct" -> "DECIMAL(18,4)";
            case "is_holiday", "is_stockout" -> "BOOLEAN";
            case "code",
                    "name",
                    "region",
                    "city",
                    "store_type",
                    "sku",
                    "category",
                    "brand",
                    "holiday_name",
                    "promotion_name",
                    "not_recorded" -> "VARCHAR";
            case "level", "anomaly_mean", "expected_demand", "noise_sigma" -> "DOUBLE";
            default -> column.endsWith("_factor") ? "DOUBLE" : "INTEGER";
        };
    }

    /** Whether a column of this type takes the values: the same kind, at least as exact. */
    static boolean fits(String column, String type) {
        String wanted = staged(column);
        if (wanted.equals("INTEGER")) {
            return type.equals("INTEGER") || type.equals("BIGINT");
        }
        if (wanted.startsWith("DECIMAL")) {
            return type.startsWith("DECIMAL(") && type.endsWith(wanted.substring(wanted.indexOf(',')));
        }
        return type.equals(wanted);
    }
}
