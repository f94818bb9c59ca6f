package io.theforge.rag.agent.table;

/** What can be summed up from the tables by day, store and product. */
public enum Metric {
    UNITS("units sold", "units", "sales_daily", "sum(f.\"quantity\")"),
    REVENUE("revenue", "USD", "sales_daily", "sum(f.\"total_amount\")"),
    STOCKOUT_DAYS(
            "stockout days", "days", "inventory_snapshot_daily", "sum(CASE WHEN f.\"is_stockout\" THEN 1 ELSE 0 END)");

    private final String words;
    private final String unit;
    private final String table;
    private final String sum;

    Metric(String words, String unit, String table, String sum) {
        this.words = words;
        this.unit = unit;
        this.table = table;
        this.sum = sum;
    }

    public String words() {
        return words;
    }

    /** Returns "units", "USD" or "days". */
    public String unit() {
        return unit;
    }

    public String table() {
        return table;
    }

    String sum() {
        return sum;
    }
}
