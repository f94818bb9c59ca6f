package io.theforge.database.estimate.season;

import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the season makes of further days: the sales of the week around the same date a year before, over those of the weeks that
 * are the last ones now. By category, drawn towards the whole shop's.
 */
public final class Season {
    /** Days on both sides of a date that count with it, so that each weekday counts once. */
    private static final int HALF_WEEK = 3;

    /** So many days of a pair tell as much as the whole shop's season does for a category, and as no season does for the shop. */
    private static final double PSEUDO_PAIR_DAYS = 14;

    /** Other holidays move, and so may the days on which a shop is closed. */
    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    public static final Season NONE = new Season(0, 0);

    private final int firstDay;
    private final int lastDay;
    private final Map<Integer, double[]> byProduct = new HashMap<>();

    /** The whole shop's factor of each further day. */
    private final double[] shop;

    private final boolean[] closed;

    private Season(int lastDay, int days) {
        this.lastDay = lastDay;
        firstDay = lastDay + 1;
        shop = new double[days];
        closed = new boolean[days];
    }

    /** Whether the sales go back far enough. */
    public boolean isKnown() {
        return shop.length > 0;
    }

    /** The smallest and the largest factor of the whole shop in the first days. */
    public double[] range(int days) {
        return Arrays.stream(shop)
                .limit(days)
                .collect(
                        () -> new double[] {Double.MAX_VALUE, 0},
                        (range, factor) -> {
                            range[0] = Math.min(range[0], factor);
                            range[1] = Math.max(range[1], factor);
                        },
                        (range, other) -> {});
    }

    /** Factor on the sales of a product on a day: 1 is as in the last weeks. */
    public double factor(int productId, int i) {
        double[] factors = byProduct.get(productId);
        return factors == null ? 1 : factors[i];
    }

    /** @param days how many are needed */
    public static Season read(Sql sql, Window window, int days) throws SQLException {
        int base = yearBefore(window.levelStart(), window.lastDay());
        LocalDate first = sql.list(row -> row.getObject(1, LocalDate.class), "SELECT min(date) FROM sales_daily")
                .get(0);
        if (first == null || first.toEpochDay() > base) {
            return NONE;
        }
        Season season = new Season(window.lastDay(), days);
        int to = base + Window.LEVEL_DAYS;
        for (int i = 0; i < days; i++) {
            to = Math.max(to, season.before(i) + HALF_WEEK);
        }
        int from = base - HALF_WEEK;
        SeasonRows rows = SeasonRows.read(sql, window, base, from, Math.min(window.lastDay(), to));
        season.fill(rows, base);
        return season;
    }

    /** Whether the whole shop was closed on this date a year before, and the date is one of a holiday that keeps it. */
    public boolean isClosed(int i) {
        return closed.length > 0 && closed[i];
    }

    /** The date a year before, or as many years as it takes to be among the days that are there. */
    private static int yearBefore(int day, int lastDay) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int years = 1;
        while (date.minusYears(years).toEpochDay() > lastDay) {
            years++;
        }
        return Math.toIntExact(date.minusYears(years).toEpochDay());
    }

    private int before(int i) {
        return yearBefore(firstDay + i, lastDay - HALF_WEEK);
    }

    private void fill(SeasonRows rows, int base) {
        double[] all = ratios(rows.shop, rows, base, null);
        System.arraycopy(all, 0, shop, 0, shop.length);
        for (int i = 0; i < closed.length; i++) {
            closed[i] = FIXED.contains(MonthDay.from(LocalDate.ofEpochDay(firstDay + i))) && rows.isClosed(before(i));
        }
        rows.categories.forEach((category, sums) -> {
            double[] factors = ratios(sums, rows, base, shop);
            rows.productsOf(category).forEach(product -> byProduct.put(product, factors));
        });
    }

    private double[] ratios(SeasonRows.Sums sums, SeasonRows rows, int base, double @Nullable [] towards) {
        double level = rows.ratio(sums, base, base + Window.LEVEL_DAYS - 1);
        double[] ratios = new double[shop.length];
        double pairDays = sums.pairs * (2 * HALF_WEEK + 1);
        double own = pairDays / (pairDays + PSEUDO_PAIR_DAYS);
        for (int i = 0; i < ratios.length; i++) {
            int day = before(i);
            double found = level > 0 ? rows.ratio(sums, day - HALF_WEEK, day + HALF_WEEK) / level : 1;
            ratios[i] = own * found + (1 - own) * (towards == null ? 1 : towards[i]);
        }
        return ratios;
    }
}
