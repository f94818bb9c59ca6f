package io.theforge.database.realism;

import io.theforge.config.model.ForgeConfig;
import io.theforge.database.verify.AbsentDays;
import io.theforge.database.verify.Promises;
import io.theforge.database.verify.Queries;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures the card on the rows of ours. Nothing is written. */
public final class Realism {
    private static final int CLASS_DAYS = 91;

    private final Queries queries;
    private final ForgeConfig config;
    private final Set<String> promised;
    private final List<RealismCard.Line> lines = new ArrayList<>();

    private Realism(Queries queries, ForgeConfig config, Set<String> promised) {
        this.queries = queries;
        this.config = config;
        this.promised = promised;
    }

    /** @param config as recorded */
    public static RealismCard card(Queries queries, ForgeConfig config) throws SQLException {
        Bands.Promise promise = Bands.promise(config.scenario());
        String whyNone = whyNone(promise, config);
        Realism realism = new Realism(
                queries,
                config,
                whyNone == null ? promise.figures(config.dateRange().days()) : Set.of());
        realism.demand();
        realism.prices();
        realism.classes();
        realism.weekdays();
        realism.series();
        realism.stock();
        realism.freshFood();
        List<RealismCard.Line> promisedFirst = Stream.concat(
                        realism.lines.stream().filter(RealismCard.Line::promised),
                        realism.lines.stream().filter(line -> !line.promised()))
                .toList();
        return new RealismCard(config.scenario(), whyNone, promisedFirst);
    }

    private static @Nullable String whyNone(Bands.Promise promise, ForgeConfig config) {
        String changed = Promises.whyNone(config);
        if (changed != null || promise.figures().isEmpty()) {
            return changed == null ? "this scenario names no figures" : changed;
        }
        int days = config.dateRange().days();
        return config.pairs() >= promise.series() && days >= promise.days()
                ? null
                : String.format(
                        Locale.ROOT,
                        "it takes %,d series and %d days, and there are %,d and %d",
                        promise.series(),
                        promise.days(),
                        config.pairs(),
                        days);
    }

    private void line(String name, String meaning, @Nullable Double figure) {
        line(name, meaning, figure, Bands.of(name));
    }

    private void line(String name, String meaning, @Nullable Double figure, @Nullable Band band) {
        lines.add(new RealismCard.Line(name, meaning, figure, band, promised.contains(name)));
    }

    /** The first row of a query, null where it is NULL. */
    private @Nullable Double[] figures(int columns, String sql, Object... parameters) throws SQLException {
        @Nullable Double[] figures = new Double[columns];
        queries.forEach(
                sql,
                row -> {
                    for (int i = 0; i < columns; i++) {
                        double figure = row.getDouble(i + 1);
                        figures[i] = row.wasNull() ? null : figure;
                    }
                },
                parameters);
        return figures;
    }

    private void demand() throws SQLException {
        @Nullable Double[] figures = figures(2, """
                SELECT avg(CASE WHEN quantity = 0 THEN 1.0 ELSE 0.0 END),
                    1 - count(*) * 1.0 / nullif((SELECT count(*) FROM {store} t) * (SELECT count(*) FROM {product} t)
                        * (:last_day - :first_day + 1), 0)
                FROM {sales_daily} s""");
        line("zero_share", "share of sales rows with quantity 0", figures[0]);
        line("not_listed_share", "share of store-product-days without a row", figures[1]);
        @Nullable Double[] top = figures(1, """
                SELECT sum(CASE WHEN place * 5 <= series THEN units ELSE 0 END) * 1.0 / nullif(sum(units), 0)
                FROM (SELECT sum(quantity) AS units, row_number() OVER (ORDER BY sum(quantity) DESC) AS place,
                        count(*) OVER () AS series
                    FROM {sales_daily} s GROUP BY store_id, product_id) t""");
        line("top_fifth_share", "share of units of the fifth of series that sells most (no published figure)", top[0]);
    }

    /** What holds in the whole chain counts in each store. */
    private void prices() throws SQLException {
        @Nullable Double[] endings = figures(1, """
                SELECT avg(CASE WHEN mod(CAST(round(price * 100) AS integer), 10) = 9 THEN 1.0 ELSE 0.0 END)
                FROM {price_history} h""");
        line("prices_ending_in_9", "share of regular prices", endings[0]);
        @Nullable Double[] changes = figures(2, """
                SELECT temporary * 1.0 / nullif(temporary + regular, 0), regular * 30.4375 / nullif(pairs * days, 0)
                FROM (SELECT sum(CASE WHEN m.store_id IS NULL THEN stores ELSE 1 END) AS temporary
                        FROM {promotion} m CROSS JOIN (SELECT count(*) AS stores FROM {store} t) a) b
                    CROSS JOIN (SELECT coalesce(sum(CASE WHEN h.store_id IS NULL THEN stores ELSE 1 END), 0) AS regular
                        FROM {price_history} h CROSS JOIN (SELECT count(*) AS stores FROM {store} t) c
                        WHERE h.valid_from > :first_day) d
                    CROSS JOIN (SELECT (SELECT count(*) FROM {store} t) * (SELECT count(*) FROM {product} t) AS pairs,
                        :last_day - :first_day + 1 AS days) e""");
        line("temporary_price_share", "share of promotions among price changes, by series", changes[0]);
        line("price_changes_a_month", "regular price changes of a series in a month", changes[1]);
        @Nullable Double[] size = figures(1, """
                SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(abs(price / before - 1) AS double precision))
                FROM (SELECT price, lag(price) OVER (PARTITION BY product_id, store_id ORDER BY valid_from) AS before
                    FROM {price_history} h) t
                WHERE before IS NOT NULL""");
        line("price_change_size", "of regular prices, as a share, median", size[0]);
    }

    /** ADI is days over days with sales; CV^2 is that of the quantities on days with sales. */
    private void classes() throws SQLException {
        @Nullable Double[] shares = figures(5, """
                SELECT avg(CASE WHEN sold >= 2 AND days >= 1.32 * sold AND cv2 < 0.49 THEN 1.0 ELSE 0.0 END),
                    avg(CASE WHEN sold >= 2 AND days < 1.32 * sold AND cv2 < 0.49 THEN 1.0 ELSE 0.0 END),
                    avg(CASE WHEN sold >= 2 AND days >= 1.32 * sold AND cv2 >= 0.49 THEN 1.0 ELSE 0.0 END),
                    avg(CASE WHEN sold >= 2 AND days < 1.32 * sold AND cv2 >= 0.49 THEN 1.0 ELSE 0.0 END),
                    avg(CASE WHEN sold < 2 THEN 1.0 ELSE 0.0 END)
                FROM (SELECT days, sold, (squares / nullif(sold, 0) - mean * mean) / nullif(mean * mean, 0) AS cv2
                    FROM (SELECT count(*) AS days, sum(CASE WHEN quantity > 0 THEN 1 ELSE 0 END) AS sold,
                            sum(1.0 * quantity * quantity) AS squares,
                            avg(CASE WHEN quantity > 0 THEN 1.0 * quantity END) AS mean
                        FROM {sales_daily} s WHERE date > :last_day - CAST(? AS integer)
                        GROUP BY store_id, product_id) t) u""", CLASS_DAYS);
        String[] names = {"intermittent", "smooth", "lumpy", "erratic", "too_little_data"};
        for (int i = 0; i < names.length; i++) {
            line("class_" + names[i], "share of series, last 91 days, ADI 1.32, CV^2 0.49", shares[i]);
        }
    }

    private void weekdays() throws SQLException {
        WeekdayProfile profile = new WeekdayProfile(queries);
        for (int i = 0; i < Bands.WEEKDAYS.length; i++) {
            double tolerance = Math.max(Bands.WEEKDAY_TOLERANCE, 3 * profile.standardError(i));
            double real = Bands.WEEKDAYS[i];
            line(
                    "weekday_" + Bands.DAY_NAMES[i],
                    "units over the week's mean",
                    profile.isThere() ? profile.of(i) : null,
                    new Band(real - tolerance, real + tolerance, Bands.WEEKDAY_SOURCE));
        }
    }

    private void series() throws SQLException {
        TimeFigures time = new TimeFigures((int) config.dateRange().end().toEpochDay());
        Map<String, @Nullable Double> figures = new HashMap<>(new SeriesFigures(queries, time).figures());
        Double median = figures.get("elasticity_per_series");
        line("elasticity_per_series", "to the regular price, median of regressions by series", median);
        Band biased = median == null
                ? null
                : new Band(-Math.abs(median) / 2, Math.abs(median) / 2, Bands.POOLED_SOURCE + " (below half of it)");
        line(
                "elasticity_pooled",
                "one regression over all series: looks biased",
                figures.get("elasticity_pooled"),
                biased);
        for (String depth : Bands.DEPTHS) {
            line("lift_" + depth, "by discount of so many per cent", figures.get("lift_" + depth));
        }
        line("advertising_lift", "units with advertising over those without", figures.get("advertising_lift"));
        line("overdispersion_k", "negative-binomial k by week, median", figures.get("overdispersion_k"));
        time.figures().forEach((name, figure) -> line(name, Bands.MOVEMENT.getOrDefault(name, ""), figure));
    }

    /** Of days on the shelf. */
    private void stock() throws SQLException {
        boolean absences = !config.movement().absences().areOff();
        @Nullable
        Double[] figures = figures(
                2,
                """
                SELECT sum(on_hand_qty) * 1.0 / nullif((SELECT sum(quantity) FROM {sales_daily} s), 0),
                    avg(CASE WHEN on_hand_qty = 0 THEN 1.0 ELSE 0.0 END)
                FROM {inventory_snapshot_daily} i%s""".formatted(absences ? AbsentDays.JOIN + "WHERE absent.store_id IS NULL" : ""),
                absences ? new Object[] {AbsentDays.spells(Plan.of(config))} : new Object[0]);
        line("stock_cover_days", "units on hand over units sold a day", figures[0]);
        line("out_of_stock_share", "share of inventory rows", figures[1]);
    }

    /** Figures of fresh food say nothing of other shops, so they are for the scenario that promises them. */
    private void freshFood() throws SQLException {
        if (FreshBands.SCENARIO.equals(config.scenario())) {
            FreshFood fresh = new FreshFood(
                    queries, config.dateRange().start(), config.dateRange().days());
            fresh.figures().forEach((name, figure) -> line(name, FreshBands.meaning(name), figure));
        }
    }
}
