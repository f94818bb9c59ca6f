package io.theforge.database.realism;

import io.theforge.database.verify.Queries;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Each day of a whole week against the mean of its week. Weeks, stores and categories count as drawn from many, so the standard error is
 * made of the spread of each: where there are few stores, or few categories, theirs is most of it.
 */
final class WeekdayProfile {
    private static final int DAYS = 7;

    private final double[] sums = new double[DAYS];
    private final double[] squares = new double[DAYS];
    private final double[] week = new double[DAYS];
    private long weekBegins = Long.MIN_VALUE;
    private int daysOfWeek;
    private int weeks;
    /** Of the profiles of stores and of categories, in parts of the profile. */
    private double relativeVariance;

    WeekdayProfile(Queries queries) throws SQLException {
        queries.forEach(
                "SELECT date, sum(quantity) FROM {sales_daily} s GROUP BY date ORDER BY date",
                row -> add(row.getObject(1, LocalDate.class), row.getDouble(2)));
        Map<String, double[]> stores = new HashMap<>();
        Map<String, double[]> categories = new HashMap<>();
        queries.forEach(
                "SELECT s.store_id, p.category, extract(isodow FROM s.date), sum(s.quantity) FROM {sales_daily} s"
                        + " JOIN product p ON p.id = s.product_id GROUP BY s.store_id, p.category, extract(isodow FROM s.date)",
                row -> {
                    int day = row.getInt(3) - 1;
                    stores.computeIfAbsent(row.getString(1), unused -> new double[DAYS])[day] += row.getDouble(4);
                    categories.computeIfAbsent(String.valueOf(row.getString(2)), unused -> new double[DAYS])[day] +=
                            row.getDouble(4);
                });
        relativeVariance = relativeVariance(stores) + relativeVariance(categories);
    }

    private void add(LocalDate date, double units) {
        int day = date.getDayOfWeek().getValue() - 1;
        if (date.toEpochDay() - day != weekBegins) {
            weekBegins = date.toEpochDay() - day;
            daysOfWeek = 0;
        }
        week[day] = units;
        double mean = ++daysOfWeek == DAYS ? Arrays.stream(week).average().orElse(0) : 0;
        for (int i = 0; mean > 0 && i < DAYS; i++) {
            sums[i] += week[i] / mean;
            squares[i] += week[i] / mean * week[i] / mean;
        }
        weeks += mean > 0 ? 1 : 0;
    }

    /** Of a profile over groups that were drawn, by how far their profiles are from it, the days of the week taken together. */
    private static double relativeVariance(Map<String, double[]> unitsOfGroups) {
        double[] all = new double[DAYS];
        unitsOfGroups.values().forEach(units -> Arrays.setAll(all, i -> all[i] + units[i]));
        double total = Arrays.stream(all).sum();
        double variance = 0;
        for (double[] units : unitsOfGroups.values()) {
            double ofGroup = Arrays.stream(units).sum();
            for (int i = 0; i < DAYS && all[i] > 0; i++) {
                double off = units[i] / all[i] - ofGroup / total;
                variance += off * off / DAYS;
            }
        }
        double groups = unitsOfGroups.size();
        return groups < 2 ? 0 : variance * groups / (groups - 1);
    }

    /** Whether there is a whole week. */
    boolean isThere() {
        return weeks > 0;
    }

    /** Units over the mean of their week. @param day 0 for Monday */
    double of(int day) {
        return sums[day] / Math.max(1, weeks);
    }

    double standardError(int day) {
        double mean = of(day);
        double ofWeeks = Math.max(0, squares[day] / Math.max(1, weeks) - mean * mean) / Math.max(1, weeks);
        return Math.sqrt(ofWeeks + mean * mean * relativeVariance);
    }
}
