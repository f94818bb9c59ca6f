package io.theforge.database.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The questions of {@link ScenarioChecks}: what each scenario's figure is, on the rows of ours. */
final class ScenarioSql {
    /** So deep is an offer whose lift nobody takes for noise. */
    private static final String DEEP = "0.28";

    private ScenarioSql() {}

    /** To New Year's Day: the days to which retail_standard gives multipliers of their own. */
    private static final String CHRISTMAS = "(extract(month FROM date) = 12 AND extract(day FROM date) IN (24, 25)"
            + " OR extract(month FROM date) = 1 AND extract(day FROM date) = 1)";

    static String saturdaysToTuesdays() {
        return ratio(day(6) + " AND NOT " + CHRISTMAS, day(2) + " AND NOT " + CHRISTMAS);
    }

    static final String VARIATION_ON_WEEKDAYS =
            "SELECT avg(v) FROM (SELECT var_samp(quantity) / (avg(quantity) * avg(quantity)) AS v"
                    + " FROM {sales_daily} s GROUP BY store_id, product_id, extract(isodow FROM date)"
                    + " HAVING count(*) >= 4 AND avg(quantity) >= 10) by_weekday";

    static final String OUT_OF_STOCK =
            "SELECT avg(CASE WHEN is_stockout THEN 1.0 ELSE 0.0 END) FROM {inventory_snapshot_daily} i";

    static final String LATER_PRODUCTS = "SELECT avg(CASE WHEN first_day > :first_day THEN 1.0 ELSE 0.0 END)"
            + " FROM (SELECT min(date) AS first_day FROM {inventory_snapshot_daily} i"
            + " GROUP BY product_id) launches";

    static final String ZEROS = "SELECT avg(CASE WHEN quantity = 0 THEN 1.0 ELSE 0.0 END) FROM {sales_daily} s";

    static final String SECOND_SHOP_OPENS = "SELECT min(CASE WHEN st.code = 'S00002' THEN date END) - min(date)"
            + " FROM {inventory_snapshot_daily} i JOIN store st ON st.id = i.store_id";

    static String pairsWithSales(long pairs) {
        return "SELECT count(*) * 1.0 / " + pairs
                + " FROM (SELECT 1 FROM {sales_daily} s GROUP BY store_id, product_id) pairs";
    }

    /**
     * Deep promotions, how many and the median of their lifts: what each sells a day over what the same series sell at the same
     * regular price out of reach of any promotion. A lower regular price, dips and the trend of a year have no part in it.
     */
    static final String DEEP_PROMOTIONS = """
            WITH price_day AS (
                SELECT h.product_id, h.store_id, c.date, h.price
                FROM {price_history} h
                JOIN {calendar} c ON c.date >= h.valid_from AND c.date <= coalesce(h.valid_to, :last_day)),
            day AS (
                SELECT s.store_id, s.product_id, s.quantity, coalesce(own.price, chain.price) AS price,
                    STARTED AS started, DEPTH AS depth, IN_REACH AS in_reach
                FROM {sales_daily} s
                LEFT JOIN (SELECT * FROM price_day WHERE store_id IS NULL) chain
                    ON chain.product_id = s.product_id AND chain.date = s.date
                LEFT JOIN (SELECT * FROM price_day WHERE store_id IS NOT NULL) own
                    ON own.product_id = s.product_id AND own.store_id = s.store_id AND own.date = s.date
                JOIN_PROMOTIONS),
            usual AS (
                SELECT store_id, product_id, price, avg(quantity) AS units FROM day WHERE NOT in_reach
                GROUP BY store_id, product_id, price HAVING sum(quantity) > 0),
            lift AS (
                SELECT sum(day.quantity) / sum(usual.units) AS lift
                FROM day JOIN usual ON usual.store_id = day.store_id AND usual.product_id = day.product_id
                    AND usual.price = day.price
                WHERE day.started IS NOT NULL AND day.depth >= DEEPEST GROUP BY day.product_id, day.started)
            SELECT count(*), CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY lift) AS double precision) FROM lift""".replace("STARTED", PromotionDays.STARTED)
            .replace("DEPTH", PromotionDays.DEPTH)
            .replace("IN_REACH", PromotionDays.IN_REACH)
            .replace("JOIN_PROMOTIONS", PromotionDays.JOIN)
            .replace("DEEPEST", DEEP);

    /** Mean units of some rows over those of others. */
    static String ratio(String some, String others) {
        return "SELECT CAST(avg(CASE WHEN %s THEN quantity END)".formatted(some)
                + " / nullif(avg(CASE WHEN %s THEN quantity END), 0) AS double precision) FROM {sales_daily} s"
                        .formatted(others)
                + " JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id";
    }

    /** What is hit in the later time over what it sold before, against the same of everything else. */
    static String doubleRatio(String hit, String later, String before) {
        String mean = "avg(CASE WHEN %s AND %s THEN quantity END)";
        return "SELECT CAST(" + mean.formatted(hit, later) + " / nullif(" + mean.formatted(hit, before) + ", 0) / ("
                + mean.formatted("NOT (" + hit + ")", later) + " / nullif("
                + mean.formatted("NOT (" + hit + ")", before)
                + ", 0)) AS double precision) FROM {sales_daily} s JOIN store st ON st.id = s.store_id"
                + " JOIN product p ON p.id = s.product_id";
    }

    private static String day(int isoWeekday) {
        return "extract(isodow FROM date) = " + isoWeekday;
    }

    static String isOneOf(List<LocalDate> dates) {
        return dates.stream().map(ScenarioSql::date).collect(Collectors.joining(", ", "date IN (", ")"));
    }

    static String date(LocalDate date) {
        return "DATE '" + date + "'";
    }
}
