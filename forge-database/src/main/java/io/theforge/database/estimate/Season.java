package io.theforge.database.estimate;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What the season makes of further days: the sales of the week around the same date a year before, over those of the weeks that
 * are the last ones now. By category, drawn towards the whole shop's.
 */
public final class Season {
    /** Days on both sides of a date that count with it, so that each weekday counts once. */
    private static final int HALF_WEEK = 3;

    /** So many days of a pair tell as much as the whole shop's season does for a category, and as no season does for the shop. */
    private static final double PSEUDO_PAIR_DAYS = 28;

    static final Season NONE = new Season(0, 0);

    private final int firstDay;
    private final int lastDay;
    private final Map<Integer, double[]> byProduct = new HashMap<>();

    /** The whole shop's factor of each further day. */
    final double[] shop;

    private Season(int lastDay, int days) {
        this.lastDay = lastDay;
        firstDay = lastDay + 1;
        shop = new double[days];
    }

    boolean isKnown() {
        return shop.length > 0;
    }

    /** Factor on the sales of a product on a day: 1 is as in the last weeks. */
    double factor(int productId, int i) {
        double[] factors = byProduct.get(productId);
        return factors == null ? 1 : factors[i];
    }

    /** @param days how many are needed */
    static Season read(Sql sql, Window window, int days) throws SQLException {
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
        rows.categories.forEach((category, sums) -> {
            double[] factors = ratios(sums, rows, base, shop);
            rows.productsOf(category).forEach(product -> byProduct.put(product, factors));
        });
    }

    private double[] ratios(
            SeasonRows.Sums sums, SeasonRows rows, int base, double @org.jspecify.annotations.Nullable [] towards) {
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
