package io.theforge.database.estimate.promotion;

/** SQL of the days on which a pair was on promotion, by the promotions on record. */
public final class PromotedDays {
    /**
     * Expressions of a WITH: {@code pair}, those that have sold between two days, with their highest price, and {@code promoted}, the days between the two on
     * which one of them was on promotion, with the share off. Takes the two days, twice.
     */
    public static final String WITH = """
            pair AS (SELECT store_id, product_id, CAST(sum(quantity) AS double precision) AS units, min(date) AS first_day,
                    max(unit_price) AS top_price
                FROM sales_daily WHERE date BETWEEN ? AND ? GROUP BY store_id, product_id),
            promoted AS (SELECT c.date, p.store_id, p.product_id,
                    max(coalesce(m.discount_pct, m.discount_amount / nullif(a.base_price, 0), 0)) AS depth
                FROM promotion m
                JOIN product a ON a.id = m.product_id
                JOIN pair p ON p.product_id = m.product_id AND (m.store_id IS NULL OR m.store_id = p.store_id)
                JOIN calendar c ON c.date BETWEEN m.start_date AND m.end_date
                WHERE c.date BETWEEN ? AND ?
                GROUP BY c.date, p.store_id, p.product_id)""";

    private PromotedDays() {}
}
