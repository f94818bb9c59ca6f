package io.theforge.database.realism;

import io.theforge.database.verify.PromotionDays;
import io.theforge.database.verify.Queries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What regressions find, series by series, on rows streamed in the order of the series: memory holds the weeks of one series, a few
 * numbers for each of the others, and the shop's mean units by day. Elasticity is that to the regular price: only days that
 * ended with something on hand, out of reach of any promotion, count, by weeks of one price, against the shop's own course.
 */
final class SeriesFigures {
    private static final int ENOUGH_WEEKS = 26;
    private static final int ENOUGH_UNITS = 200;
    private static final double ENOUGH_PRICE_SPREAD = 0.03;
    /** The source's, each with what lies below the next; the outer ones take in what is shallower or deeper than theirs. */
    private static final double[] DEPTH_BORDERS = {0, 0.1, 0.2, 0.3, 1};
    /** An amount that is a tenth of a price is so to the last bit only by luck. */
    private static final double ROUNDING = 1e-9;
    /** Where counts vary no more than a Poisson law lets them, so that k has no upper end. */
    private static final double MAX_K = 1000;

    private static final String ROWS = "FROM {sales_daily} s " + PromotionDays.JOIN + """
            LEFT JOIN {inventory_snapshot_daily} i
                ON i.date = s.date AND i.store_id = s.store_id AND i.product_id = s.product_id
            """;
    private static final String NOT_SOLD_OUT = "coalesce(i.on_hand_qty, 1) > 0";

    private final TimeFigures time;
    private final Map<Long, Double> shopUnits = new HashMap<>();
    private final PoissonFit series = new PoissonFit();
    private final DoubleStream.Builder elasticities = DoubleStream.builder();
    private final DoubleStream.Builder dispersions = DoubleStream.builder();
    private final PromotedUnits plain = new PromotedUnits(DEPTH_BORDERS.length - 1);
    private final PromotedUnits advertised = new PromotedUnits(DEPTH_BORDERS.length - 1);
    private final double[] pooled = new double[5];

    private long pair = -1;
    private long week = -1;
    private double price;
    private double weekUnits;
    private double weekIndex;

    /** @param time takes the rows, too */
    SeriesFigures(Queries queries, TimeFigures time) throws SQLException {
        this.time = time;
        queries.forEach(
                "SELECT s.date, CAST(avg(s.quantity) AS double precision) " + ROWS + " WHERE " + NOT_SOLD_OUT
                        + " AND NOT " + PromotionDays.IN_REACH + " GROUP BY s.date",
                row -> shopUnits.put(row.getObject(1, LocalDate.class).toEpochDay(), row.getDouble(2)));
        queries.forEach(
                "SELECT s.store_id, s.product_id, s.date, s.quantity, s.unit_price, " + PromotionDays.IN_REACH + ", "
                        + PromotionDays.STARTED + " IS NOT NULL, " + PromotionDays.DEPTH + ", " + NOT_SOLD_OUT + ", "
                        + PromotionDays.ADVERTISED + " " + ROWS
                        + " ORDER BY s.product_id, s.store_id, s.date",
                this::read);
        endSeries();
    }

    private void read(ResultSet row) throws SQLException {
        long rowPair = row.getLong(1) << 32 | row.getInt(2);
        long day = row.getObject(3, LocalDate.class).toEpochDay();
        int units = row.getInt(4);
        double unitPrice = row.getDouble(5);
        if (rowPair != pair) {
            endSeries();
            pair = rowPair;
        }
        time.add(row.getInt(2), row.getInt(1), day, units);
        double index = shopUnits.getOrDefault(day, 0.0);
        if (index == 0 || unitPrice <= 0 || !row.getBoolean(9)) {
            return;
        }
        if (row.getBoolean(6)) {
            if (row.getBoolean(7)) {
                promoted(row.getDouble(8) + ROUNDING, row.getBoolean(10), units, index);
            }
            return;
        }
        // epoch day 0 was a Thursday; weeks begin on Monday
        long rowWeek = Math.floorDiv(day + 3, 7);
        if (rowWeek != week || unitPrice != price) {
            endWeek();
            week = rowWeek;
            price = unitPrice;
        }
        weekUnits += units;
        weekIndex += index;
    }

    private void promoted(double depth, boolean isAdvertised, int units, double index) {
        int bucket = DEPTH_BORDERS.length - 2;
        while (depth < DEPTH_BORDERS[bucket]) {
            bucket--;
        }
        (isAdvertised ? advertised : plain).add(bucket, units, index);
    }

    private void endWeek() {
        if (weekIndex > 0) {
            double x = Math.log(price);
            double y = Math.log(Math.max(0.5, weekUnits) / weekIndex);
            series.add(weekUnits, weekIndex, x);
            double[] sums = {1, x, y, x * x, x * y};
            Arrays.setAll(pooled, i -> pooled[i] + sums[i]);
        }
        weekUnits = 0;
        weekIndex = 0;
        week = -1;
    }

    private void endSeries() {
        endWeek();
        if (series.weeks > 0) {
            plain.endSeries(series.rate());
            advertised.endSeries(series.rate());
        }
        if (series.weeks >= ENOUGH_WEEKS && series.totalUnits() >= ENOUGH_UNITS) {
            boolean pricesVary = series.priceSpread() >= ENOUGH_PRICE_SPREAD;
            series.fit(pricesVary);
            if (pricesVary) {
                elasticities.add(series.elasticity);
            }
            dispersion();
        }
        plain.clearSeries();
        advertised.clearSeries();
        series.clear();
    }

    private void dispersion() {
        double beyondPoisson = 0;
        double expectedSquares = 0;
        for (int i = 0; i < series.weeks; i++) {
            double expected = series.expected(i);
            double residual = (series.units[i] - expected) / Math.sqrt(expected);
            beyondPoisson += expected * (residual * residual - 1);
            expectedSquares += expected * expected;
        }
        double k = beyondPoisson <= 0 ? MAX_K : Math.min(MAX_K, expectedSquares / beyondPoisson);
        dispersions.add(k);
    }

    /** Null where there are no figures. */
    static @Nullable Double median(DoubleStream.Builder figures) {
        double[] sorted = figures.build().sorted().toArray();
        return sorted.length == 0 ? null : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The card's figures, by name; each may be asked for once. */
    Map<String, @Nullable Double> figures() {
        Map<String, @Nullable Double> figures = new HashMap<>();
        figures.put("elasticity_per_series", median(elasticities));
        double spread = pooled[0] * pooled[3] - pooled[1] * pooled[1];
        figures.put(
                "elasticity_pooled",
                spread < 1e-9 * pooled[0] * pooled[0]
                        ? null
                        : (pooled[0] * pooled[4] - pooled[1] * pooled[2]) / spread);
        figures.put("overdispersion_k", median(dispersions));
        for (int i = 0; i < Bands.DEPTHS.length; i++) {
            figures.put("lift_" + Bands.DEPTHS[i], plain.lift(i));
        }
        figures.put("advertising_lift", advertised.liftOver(plain));
        return figures;
    }
}
