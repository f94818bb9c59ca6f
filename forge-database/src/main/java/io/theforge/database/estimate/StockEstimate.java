package io.theforge.database.estimate;

import org.jspecify.annotations.Nullable;

/**
 * How a pair is restocked: on every review day, up to a level on hand and on order together; what is ordered arrives after
 * the lead time. Units; days since 1970-01-01.
 *
 * @param recorded probability of a snapshot by weekday, 0 = Monday
 * @param leadDays 1 to 28: by Little's law, what is on order over what is sold a day
 * @param reviewDays 1 to 28: days per day with an order
 * @param reviewDay one day of review
 * @param upTo the level ordered up to
 * @param lastDay of the last snapshot, from whose state it goes on
 */
record StockEstimate(
        double[] recorded,
        int leadDays,
        int reviewDays,
        int reviewDay,
        long upTo,
        int lastDay,
        int onHand,
        int onOrder) {
    static final int LONGEST = 28;

    static @Nullable StockEstimate of(PairHistory pair, SalesEstimate sales, Window window) {
        StockHistory stock = pair.stock;
        if (stock == null) {
            return null;
        }
        int[] days = new int[7];
        for (int day = stock.firstDay; day <= window.lastDay(); day++) {
            days[Window.weekday(day)]++;
        }
        int[] ever = {1, 1, 1, 1, 1, 1, 1};
        double[] recorded = SalesEstimate.shares(stock.rows, days, ever);
        double daily = sales.unitsPerWeek() / 7;
        int snapshots = stock.allRows();
        int lead = daily > 0 ? clamped((double) stock.onOrder / snapshots / daily) : 1;
        int review = stock.orderDays > 0 ? clamped((double) (snapshots - 1) / stock.orderDays) : 1;
        // between two reviews it falls by what is sold: the mean lies half of that below the level
        double usual = (double) stock.position / snapshots + daily * (review - 1) / 2;
        return new StockEstimate(
                recorded,
                lead,
                review,
                stock.orderDays > 0 ? stock.lastOrderDay : stock.lastDay,
                Math.max(Math.round(usual), (long) (daily * (lead + review))),
                stock.lastDay,
                stock.lastOnHand,
                stock.lastOnOrder);
    }

    private static int clamped(double days) {
        return (int) Math.max(1, Math.min(LONGEST, Math.round(days)));
    }

    boolean isReview(int day) {
        return Math.floorMod(day - reviewDay, reviewDays) == 0;
    }
}
