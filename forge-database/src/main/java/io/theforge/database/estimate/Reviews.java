package io.theforge.database.estimate;

/**
 * When a pair is ordered for.
 *
 * @param days 1 to 28: one order in so many days, or none where there is enough
 * @param day one day of them, in days since 1970-01-01
 */
record Reviews(int days, int day) {
    static final int LONGEST = 28;

    /** So many orders tell whether one weekday is that of orders. */
    private static final int FEWEST_ORDERS = 3;

    /** The share of orders on that weekday: one in ten may have come at another time. */
    private static final double ON_WEEKDAY = 0.9;

    static Reviews of(StockHistory stock) {
        int orders = stock.allOrderDays();
        if (orders == 0) {
            return new Reviews(1, stock.lastDay);
        }
        int most = 0;
        int last = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            most = stock.orderDays[weekday] > stock.orderDays[most] ? weekday : most;
            boolean later = stock.orderDays[weekday] > 0
                    && (stock.orderDays[last] == 0 || stock.lastOrderDay[weekday] > stock.lastOrderDay[last]);
            last = later ? weekday : last;
        }
        double interval = (double) (stock.snapshots - 1) / orders;
        if (orders >= FEWEST_ORDERS && stock.orderDays[most] >= ON_WEEKDAY * orders) {
            int weeks = (int) Math.max(1, Math.min(LONGEST / 7, Math.floor(interval / 7 + 0.5)));
            return new Reviews(7 * weeks, stock.lastOrderDay[most]);
        }
        return new Reviews((int) Math.max(1, Math.min(LONGEST, Math.round(interval))), stock.lastOrderDay[last]);
    }

    boolean isOn(int epochDay) {
        return Math.floorMod(epochDay - day, days) == 0;
    }
}
