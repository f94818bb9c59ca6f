package io.theforge.database.verify;

import io.theforge.config.model.RetailConfig.StockoutBehavior;
import io.theforge.demand.DemandFactor;
import io.theforge.table.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of the answer key: its factors make the expected demand, and the shop's rows follow from it. */
final class TruthLaws {
    private static final String SOLD_LAW =
            "what is asked for and was waited for is sold as far as the shelf goes; the rest is lost or waited for";

    private TruthLaws() {}

    /** @param behavior what becomes of demand that finds no stock */
    static List<SqlCheck> all(StockoutBehavior behavior) {
        return List.of(factors(), sold(behavior), sales(), unexplained(), shelf());
    }

    /** As the code multiplies: those of the day with one another first. */
    private static SqlCheck factors() {
        String product = "t.level * (" + factors(DemandFactor::isOfDay) + ") * " + factors(factor -> !factor.isOfDay())
                + " * t.anomaly_mean";
        return law(
                "factors_multiply",
                "the factors multiply to the expected demand, to the last bit",
                "SELECT t.date, t.store_id, t.product_id, 'expected_demand=' || CAST(t.expected_demand AS varchar)"
                        + " || ', factors multiply to ' || CAST(" + product + " AS varchar) AS detail"
                        + " FROM {truth_daily} t WHERE t.expected_demand <> " + product);
    }

    private static String factors(Predicate<DemandFactor> wanted) {
        return Stream.of(DemandFactor.values())
                .filter(wanted)
                .map(factor -> "t." + factor.word() + "_factor")
                .collect(Collectors.joining(" * "));
    }

    private static SqlCheck sold(StockoutBehavior behavior) {
        String rows = behavior == StockoutBehavior.BACKLOG
                ? "(SELECT b.*, coalesce(lag(b.backlog_qty) OVER (PARTITION BY b.store_id, b.product_id ORDER BY b.date), 0)"
                        + " AS waited FROM {truth_daily} b) t"
                : "(SELECT z.*, 0 AS waited FROM {truth_daily} z) t";
        String noBacklog = behavior == StockoutBehavior.BACKLOG ? "" : " OR t.backlog_qty <> 0";
        return law("sold_follows", SOLD_LAW, """
                SELECT t.date, t.store_id, t.product_id,
                    concat('latent_demand=', t.latent_demand, ' waited=', t.waited, ' available_qty=', t.available_qty,
                        ' units_sold=', t.units_sold, ' units_lost=', t.units_lost) AS detail
                FROM %s
                WHERE t.units_sold <> CASE WHEN t.latent_demand + t.waited < t.available_qty
                        THEN t.latent_demand + t.waited ELSE t.available_qty END
                    OR t.units_lost <> t.latent_demand + t.waited - t.units_sold - t.backlog_qty
                    OR t.units_lost < 0%s
                """.formatted(rows, noBacklog));
    }

    private static SqlCheck sales() {
        return law(
                "sales_recorded",
                "each row of sales_daily is what was sold, at the price of that day, and is missing only where it says so",
                """
                SELECT t.date, t.store_id, t.product_id,
                    concat('units_sold=', t.units_sold, ' quantity=', s.quantity, ' not_recorded=', t.not_recorded) AS detail
                FROM {truth_daily} t
                LEFT JOIN {sales_daily} s
                    ON s.date = t.date AND s.store_id = t.store_id AND s.product_id = t.product_id
                WHERE (t.not_recorded IS NULL) <> (s.id IS NOT NULL)
                    OR (s.id IS NOT NULL AND (s.quantity <> t.units_sold OR s.unit_price <> t.unit_price))
                """);
    }

    private static SqlCheck unexplained() {
        return law("complete", "there is a truth behind each row of sales_daily", """
                SELECT s.date, s.store_id, s.product_id, 'no truth' AS detail
                FROM {sales_daily} s
                LEFT JOIN {truth_daily} t
                    ON s.date = t.date AND s.store_id = t.store_id AND s.product_id = t.product_id
                WHERE t.date IS NULL
                """);
    }

    private static SqlCheck shelf() {
        return law("shelf", "what was available and not sold is on hand at the end of the day", """
                SELECT t.date, t.store_id, t.product_id,
                    concat('available_qty=', t.available_qty, ' units_sold=', t.units_sold, ' on_hand_qty=', i.on_hand_qty)
                        AS detail
                FROM {truth_daily} t
                JOIN {inventory_snapshot_daily} i
                    ON i.date = t.date AND i.store_id = t.store_id AND i.product_id = t.product_id
                WHERE t.available_qty - t.units_sold <> i.on_hand_qty
                """);
    }

    private static SqlCheck law(String name, String law, String offenders) {
        return SqlCheck.ourRows(Table.TRUTH_DAILY, name, law, offenders);
    }
}
