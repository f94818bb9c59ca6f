package io.theforge.database.estimate;

import io.theforge.database.estimate.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * How a pair is restocked: on every review day, up to a level on hand and on order together; what is ordered arrives after
 * the lead time. Units; days since 1970-01-01.
 *
 * @param recorded probability of a snapshot by weekday, 0 = Monday
 * @param leadDays 1 to 28, with a fraction: by Little's law, what is on order over what is sold a day
 * @param reviews days of review
 * @param upTo the level ordered up to, in whole cases above it
 * @param pack units of a case
 * @param stockouts what comes of deliveries that come short or late
 * @param lastDay of the last snapshot, from whose state it goes on
 */
record StockEstimate(
        double[] recorded,
        double leadDays,
        Reviews reviews,
        double upTo,
        int pack,
        Stockouts stockouts,
        int lastDay,
        int onHand,
        int onOrder) {
    static final int LONGEST = Reviews.LONGEST;

    static @Nullable StockEstimate of(PairHistory pair, SalesEstimate sales, Window window, StockWhole whole) {
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
        Reviews reviews = Reviews.of(stock);
        int pack = whole.pack(pair.productId);
        // it falls by what is sold until the next review: the mean is half of that below the level, and half a case
        // above
        double upTo = (double) stock.position / snapshots + daily * (reviews.days() - 1) / 2 - (pack - 1) / 2.0;
        return new StockEstimate(
                recorded,
                whole.leadDays(pair, stock, sales),
                reviews,
                upTo,
                pack,
                whole.stockouts().of(stock),
                stock.lastDay,
                stock.lastOnHand,
                stock.lastOnOrder);
    }
}
