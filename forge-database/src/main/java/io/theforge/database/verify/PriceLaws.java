package io.theforge.database.verify;

import static io.theforge.database.verify.SqlCheck.ourRows;
import static io.theforge.table.Table.PRICE_HISTORY;
import static io.theforge.table.Table.PRODUCT;
import static io.theforge.table.Table.PROMOTION;
import static io.theforge.table.Table.SALES_DAILY;

import java.util.List;

/** Costs, regular prices, promotions, and the price that was paid. */
final class PriceLaws {
    private static final String WINDOWS = """
            (SELECT h.*, lag(valid_from) OVER scope AS previous_from, lag(valid_to) OVER scope AS previous_to,
                lead(valid_from) OVER scope AS next_from
            FROM {price_history} h
            WINDOW scope AS (PARTITION BY product_id, store_id ORDER BY valid_from, id)) w""";

    /** Name of the one law that asks for rows of facts. */
    static final String FROM_THE_FIRST_DAY = "product.price_from_first_day";

    private PriceLaws() {}

    /** @param campaigns whether promotions start on any day of a month */
    static List<SqlCheck> all(boolean campaigns) {
        return List.of(
                costBelowPrice(),
                noOverlap(),
                noHole(),
                lastOpen(),
                fromTheFirstDay(),
                oneExclusivePromotion(
                        "one_per_month",
                        "one promotion per product, scope and month; a store's own and a chain-wide one exclude each other",
                        """
                        extract(year FROM a.start_date) = extract(year FROM b.start_date)
                        AND extract(month FROM a.start_date) = extract(month FROM b.start_date)"""),
                oneExclusivePromotion(
                        "no_overlap",
                        "no two promotions run for a product in a store on one day",
                        "a.start_date <= b.end_date AND b.start_date <= a.end_date"),
                promotionLimits(campaigns),
                pricesReproduced(),
                totals());
    }

    private static SqlCheck costBelowPrice() {
        return ourRows(PRODUCT, "cost_below_price", "base_cost is below base_price", """
                SELECT CAST(NULL AS date) AS date, CAST(NULL AS integer) AS store_id, id AS product_id,
                    concat('base_price=', base_price, ' base_cost=', base_cost) AS detail
                FROM {product} p WHERE (base_cost >= 0 AND base_cost < base_price) IS NOT TRUE""");
    }

    private static SqlCheck noOverlap() {
        return ourRows(
                PRICE_HISTORY, "no_overlap", "no two prices of one product and scope hold on one day", """
                SELECT valid_from AS date, store_id, product_id,
                    concat('price=', price, ' begins while the one from ', previous_from, ' holds') AS detail
                FROM %s WHERE previous_from IS NOT NULL AND (previous_to IS NULL OR previous_to >= valid_from)""".formatted(
                                WINDOWS));
    }

    private static SqlCheck noHole() {
        return ourRows(
                PRICE_HISTORY,
                "no_hole",
                "each price of a product and scope begins the day after the one before",
                """
                SELECT valid_from AS date, store_id, product_id,
                    concat('price=', price, ' begins, the one before ended on ', previous_to) AS detail
                FROM %s WHERE valid_from > previous_to + 1""".formatted(WINDOWS));
    }

    private static SqlCheck lastOpen() {
        return ourRows(
                PRICE_HISTORY, "last_open", "the last price of each product and scope is open", """
                SELECT valid_from AS date, store_id, product_id,
                    concat('price=', price, ' is the last and ends on ', valid_to) AS detail
                FROM %s WHERE next_from IS NULL AND valid_to IS NOT NULL""".formatted(WINDOWS));
    }

    private static SqlCheck fromTheFirstDay() {
        return ourRows(
                PRODUCT,
                "price_from_first_day",
                "every product has a chain-wide price from the dataset's first day on",
                """
                SELECT :first_day AS date, CAST(NULL AS integer) AS store_id, p.id AS product_id,
                    'has no chain-wide price' AS detail
                FROM {product} p
                WHERE NOT EXISTS (SELECT 1 FROM {price_history} h
                    WHERE h.product_id = p.id AND h.store_id IS NULL AND h.valid_from <= :first_day)""");
    }

    private static SqlCheck oneExclusivePromotion(String name, String law, String together) {
        return ourRows(PROMOTION, name, law, """
                SELECT b.start_date AS date, coalesce(b.store_id, a.store_id) AS store_id, b.product_id,
                    concat('to ', b.end_date, ' beside the one from ', a.start_date, ' to ', a.end_date) AS detail
                FROM {promotion} a JOIN {promotion} b ON b.product_id = a.product_id AND a.id < b.id
                WHERE (a.store_id IS NULL OR b.store_id IS NULL OR a.store_id = b.store_id) AND %s""".formatted(together));
    }

    /** Where a store has prices of its own, those bound its promotion and not the chain's. */
    private static SqlCheck promotionLimits(boolean campaigns) {
        String starts = campaigns ? "starts and ends in one month" : "starts on day 1 to 14";
        String inMonth = campaigns
                ? "extract(day FROM m.end_date) > extract(day FROM m.start_date)"
                : "extract(day FROM m.start_date) BETWEEN 1 AND 14";
        return ourRows(
                PROMOTION,
                "limits",
                starts
                        + " within the dataset, runs 3 to 14 days, takes off a share or an amount of at most half the price",
                """
                SELECT m.start_date AS date, m.store_id, m.product_id,
                    concat('end_date=', m.end_date, ' discount_pct=', m.discount_pct,
                        ' discount_amount=', m.discount_amount) AS detail
                FROM {promotion} m
                WHERE (%s
                    AND m.start_date BETWEEN :first_day AND :last_day
                    AND m.end_date - m.start_date + 1 BETWEEN 3 AND 14
                    AND ((m.discount_amount IS NULL AND m.discount_pct > 0 AND m.discount_pct <= 0.5)
                        OR (m.discount_pct IS NULL AND m.discount_amount > 0))) IS NOT TRUE
                OR EXISTS (SELECT 1 FROM {price_history} h
                    WHERE h.product_id = m.product_id AND m.discount_amount * 2 > h.price
                    AND h.valid_from <= m.end_date AND (h.valid_to IS NULL OR h.valid_to >= m.start_date)
                    AND (h.store_id = m.store_id
                        OR m.store_id IS NULL
                        OR (h.store_id IS NULL AND NOT EXISTS (SELECT 1 FROM {price_history} own
                            WHERE own.product_id = m.product_id AND own.store_id = m.store_id
                            AND own.valid_from <= m.end_date))))""".formatted(inMonth));
    }

    /** Prices and discounts are laid out by day first, so that every join has equal keys and none grows with the years. */
    private static SqlCheck pricesReproduced() {
        return ourRows(
                SALES_DAILY,
                "price_reproduced",
                "unit_price is the regular price in force (the store's own before the chain's) less the running promotion",
                """
                WITH price_day AS (
                    SELECT h.product_id, h.store_id, c.date, h.price
                    FROM {price_history} h
                    JOIN {calendar} c ON c.date >= h.valid_from AND c.date <= coalesce(h.valid_to, :last_day)),
                discount_day AS (
                    SELECT m.product_id, m.store_id, c.date, m.discount_pct, m.discount_amount
                    FROM {promotion} m JOIN {calendar} c ON c.date BETWEEN m.start_date AND m.end_date),
                expected AS (
                    SELECT s.date, s.store_id, s.product_id, s.unit_price,
                        round(coalesce(own.price, chain.price)
                            * (1 - coalesce(own_off.discount_pct, chain_off.discount_pct, 0))
                            - coalesce(own_off.discount_amount, chain_off.discount_amount, 0), 2) AS price
                    FROM {sales_daily} s
                    LEFT JOIN (SELECT * FROM price_day WHERE store_id IS NULL) chain
                        ON chain.product_id = s.product_id AND chain.date = s.date
                    LEFT JOIN (SELECT * FROM price_day WHERE store_id IS NOT NULL) own
                        ON own.product_id = s.product_id AND own.store_id = s.store_id AND own.date = s.date
                    LEFT JOIN (SELECT * FROM discount_day WHERE store_id IS NULL) chain_off
                        ON chain_off.product_id = s.product_id AND chain_off.date = s.date
                    LEFT JOIN (SELECT * FROM discount_day WHERE store_id IS NOT NULL) own_off
                        ON own_off.product_id = s.product_id AND own_off.store_id = s.store_id
                            AND own_off.date = s.date)
                SELECT date, store_id, product_id,
                    concat('unit_price=', unit_price, ' expected=', coalesce(CAST(price AS varchar), 'no price')) AS detail
                FROM expected WHERE unit_price IS DISTINCT FROM price""");
    }

    static SqlCheck totals() {
        return ourRows(SALES_DAILY, "total_amount", "total_amount is quantity times unit_price", """
                SELECT date, store_id, product_id, concat('quantity=', quantity, ' unit_price=', unit_price,
                    ' total_amount=', total_amount) AS detail
                FROM {sales_daily} s WHERE total_amount IS DISTINCT FROM quantity * unit_price""");
    }
}
