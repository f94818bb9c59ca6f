package io.theforge.database.recovery;

import io.theforge.config.model.TimeSeriesConfig.Trend;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/**
 * One regression of the log of units over all series, on days that ended with something on hand and on which the product
 * sold in full. Monday and January are what the other weekdays and months are compared with.
 */
final class FoundPatterns {
    /** The two holidays of the shops under test. */
    static final List<MonthDay> HOLIDAYS = List.of(MonthDay.of(12, 24), MonthDay.of(5, 10));

    private static final int TREND = 0;
    private static final int WEEKDAY = 1;
    private static final int MONTH = WEEKDAY + 6;
    private static final int HOLIDAY = MONTH + 11;
    private static final int PRICE = HOLIDAY + HOLIDAYS.size();
    private static final int PROMOTION = PRICE + 1;
    private static final int COLUMNS = PROMOTION + 1;
    /** Gauss-Newton steps to the slope of a linear trend; the last changes nothing that matters. */
    private static final int STEPS = 4;

    private final LoadedShop shop;
    private final Predicate<LoadedShop.Day> used;
    private final LeastSquares regression;
    private final boolean linear;
    private final double aroundSlope;
    private final double[] found;

    /** Per day, 0.0005 for 0.05 per cent. */
    final double slope;

    private FoundPatterns(LoadedShop shop, Predicate<LoadedShop.Day> used, double aroundSlope) {
        this.shop = shop;
        this.used = day -> !day.stockout() && day.age() >= LoadedShop.MATURE_DAYS && used.test(day);
        this.aroundSlope = aroundSlope;
        linear = shop.config.timeSeries().trend() == Trend.LINEAR;
        regression = new LeastSquares(COLUMNS, shop.series());
        for (LoadedShop.Day day : shop.days) {
            if (this.used.test(day)) {
                double[] row = row(day);
                row[COLUMNS] = day.logUnits() - around(day);
                regression.add(day.series(), row);
            }
        }
        found = regression.solve();
        slope = linear ? aroundSlope + found[TREND] : Math.expm1(found[TREND]);
    }

    /** @param used which days are looked at, of those that can be */
    static FoundPatterns of(LoadedShop shop, Predicate<LoadedShop.Day> used) {
        FoundPatterns patterns = new FoundPatterns(shop, used, 0);
        for (int step = 1; patterns.linear && step < STEPS; step++) {
            patterns = new FoundPatterns(shop, used, patterns.slope);
        }
        return patterns;
    }

    private double[] row(LoadedShop.Day day) {
        double[] row = new double[COLUMNS + 1];
        double t = ChronoUnit.DAYS.between(shop.start, day.date());
        row[TREND] = linear ? t / (1 + aroundSlope * t) : t;
        indicate(row, WEEKDAY, day.date().getDayOfWeek().getValue() - 1);
        indicate(row, MONTH, day.date().getMonthValue() - 1);
        indicate(row, HOLIDAY, HOLIDAYS.indexOf(MonthDay.from(day.date())) + 1);
        row[PRICE] = day.logPrice();
        row[PROMOTION] = day.promoted() ? 1 : 0;
        return row;
    }

    private static void indicate(double[] row, int firstColumn, int which) {
        if (which > 0) {
            row[firstColumn + which - 1] = 1;
        }
    }

    /** What the regression is made around: the log of the trend so far. */
    private double around(LoadedShop.Day day) {
        return linear ? Math.log1p(aroundSlope * ChronoUnit.DAYS.between(shop.start, day.date())) : 0;
    }

    /** @param weekday 1 for Tuesday to 6 for Sunday; over Monday's */
    double weekday(int weekday) {
        return Math.exp(found[WEEKDAY + weekday - 1]);
    }

    /** @param month 2 to 12; over January's */
    double month(int month) {
        return Math.exp(found[MONTH + month - 2]);
    }

    double holiday(int which) {
        return Math.exp(found[HOLIDAY + which]);
    }

    double elasticity() {
        return found[PRICE];
    }

    double promotionLift() {
        return Math.exp(found[PROMOTION]);
    }

    boolean uses(LoadedShop.Day day) {
        return used.test(day);
    }

    double expectedLog(LoadedShop.Day day) {
        return around(day) + regression.fitted(day.series(), row(day));
    }

    /** How many coefficients and intercepts the regression took from the rows. */
    int parameters() {
        return COLUMNS + shop.series();
    }
}
