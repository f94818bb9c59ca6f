package io.theforge.database.verify;

import io.theforge.database.report.Check;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * The share of series-days on the shelf that end with nothing on hand, on series that sell at least a unit a day, against the
 * configured one. It may be off by 10 per cent of itself or by three sampling errors; the error comes from the spread between
 * series, because the days of one stockout are no independent draws. The days of the plan's absences are none on the shelf.
 */
final class StockoutShare {
    private static final long ENOUGH_SERIES_DAYS = 20_000;

    private StockoutShare() {}

    static Check check(Queries queries, Plan plan) throws SQLException {
        double configured = plan.config().retail().stockoutProbability();
        boolean absences = !plan.config().movement().absences().areOff();
        String sql = """
                SELECT count(*), coalesce(sum(i.days), 0), coalesce(sum(i.stockouts), 0),
                    coalesce(stddev_samp(CAST(i.stockouts AS double precision) / i.days), 0)
                FROM (SELECT store_id, product_id FROM {sales_daily} t
                    GROUP BY store_id, product_id HAVING avg(quantity) >= 1) s
                JOIN (SELECT i.store_id, i.product_id, count(*) AS days,
                        sum(CASE WHEN on_hand_qty = 0 THEN 1 ELSE 0 END) AS stockouts
                    FROM {inventory_snapshot_daily} i %s GROUP BY i.store_id, i.product_id) i
                    ON s.store_id = i.store_id AND s.product_id = i.product_id""".formatted(absences ? AbsentDays.JOIN + " WHERE absent.store_id IS NULL" : "");
        Object[] spells = absences ? new Object[] {AbsentDays.spells(plan)} : new Object[0];
        Check[] check = new Check[1];
        queries.forEach(
                sql,
                row -> check[0] = judge(configured, row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4)),
                spells);
        return check[0];
    }

    private static Check judge(double configured, long series, long days, long stockouts, double spread) {
        double share = days == 0 ? 0 : (double) stockouts / days;
        double tolerance = Math.max(0.1 * configured, series == 0 ? 0 : 3 * spread / Math.sqrt(series));
        boolean met = days == 0 || Math.abs(share - configured) <= tolerance;
        Check.Status missed = days < ENOUGH_SERIES_DAYS ? Check.Status.WARNING : Check.Status.FAILED;
        return new Check(
                "inventory_snapshot_daily.stockout_share",
                met ? Check.Status.PASSED : missed,
                String.format(
                        Locale.ROOT,
                        "%.4f of %d series-days, configured %.4f +- %.4f",
                        share,
                        days,
                        configured,
                        tolerance),
                "the share of days that end with nothing on hand is the configured one"
                        + (days < ENOUGH_SERIES_DAYS ? " (judged from " + ENOUGH_SERIES_DAYS + " series-days on)" : ""),
                List.of());
    }
}
