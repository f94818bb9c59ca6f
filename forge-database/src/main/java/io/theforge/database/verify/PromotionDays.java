package io.theforge.database.verify;

/**
 * SQL for what a promotion does on a day. Customers wait for a promotion and stock up in it, so the days around it (as many
 * before as it runs, twice as many after) say little about what a series sells usually: they are within its reach.
 */
public final class PromotionDays {
    private static final String DAYS = """
            (SELECT m.product_id, m.store_id, c.date,
                    max(CASE WHEN c.date BETWEEN m.start_date AND m.end_date THEN m.start_date END) AS started,
                    max(CASE WHEN c.date BETWEEN m.start_date AND m.end_date THEN m.discount_pct END) AS pct,
                    max(CASE WHEN c.date BETWEEN m.start_date AND m.end_date THEN m.discount_amount END) AS amount,
                    max(CASE WHEN c.date BETWEEN m.start_date AND m.end_date AND m.name LIKE '%%, advertised: %%'
                        THEN 1 END) AS advertised
                FROM {promotion} m JOIN {calendar} c
                    ON c.date BETWEEN m.start_date - CAST(m.end_date - m.start_date + 1 AS integer)
                    AND m.end_date + CAST(2 * (m.end_date - m.start_date + 1) AS integer)
                WHERE m.store_id IS %s NULL
                GROUP BY m.product_id, m.store_id, c.date)""";

    /** Joins to sales {@code s} what {@link #STARTED}, {@link #DEPTH} and {@link #IN_REACH} need. */
    public static final String JOIN = "LEFT JOIN " + DAYS.formatted("")
            + " chain_off ON chain_off.product_id = s.product_id AND chain_off.date = s.date LEFT JOIN "
            + DAYS.formatted("NOT")
            + " own_off ON own_off.product_id = s.product_id AND own_off.date = s.date"
            + " AND own_off.store_id = s.store_id ";

    /** First day of the promotion that runs, NULL when none does. */
    public static final String STARTED = "coalesce(own_off.started, chain_off.started)";

    /** Share of the regular price in force that is taken off, 0 without a promotion. */
    public static final String DEPTH = """
            (coalesce(own_off.pct, chain_off.pct, 0) + coalesce(own_off.amount, chain_off.amount, 0)
                / nullif(s.unit_price + coalesce(own_off.amount, chain_off.amount, 0), 0))""";

    /** Whether an advertised promotion runs. */
    public static final String ADVERTISED = "(coalesce(own_off.advertised, chain_off.advertised, 0) = 1)";

    /** Whether a promotion runs or is near. */
    public static final String IN_REACH = "(own_off.date IS NOT NULL OR chain_off.date IS NOT NULL)";

    private PromotionDays() {}
}
