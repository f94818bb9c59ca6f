package io.theforge.database.estimate;

/**
 * How often a shelf runs empty, and for how long.
 *
 * @param startsPerDay probability that it begins on a day that began with stock
 * @param meanDays that end with nothing on hand, at least 1
 */
record Stockouts(double startsPerDay, double meanDays) {
    static final Stockouts NONE = new Stockouts(0, 1);

    /** So many stockouts of the whole shop's length does a pair's own length count beside. */
    private static final double PSEUDO_STOCKOUTS = 2;

    /** Of a whole shop. */
    static Stockouts of(Iterable<PairHistory> pairs) {
        double starts = 0;
        double empty = 0;
        double days = 0;
        for (PairHistory pair : pairs) {
            StockHistory stock = pair.stock;
            if (stock != null) {
                starts += stock.stockouts;
                empty += stock.emptyDays;
                days += stock.snapshots;
            }
        }
        return starts == 0 ? NONE : new Stockouts(starts / Math.max(1, days - empty), Math.max(1, empty / starts));
    }

    /** Of one pair: as if the shop had had one stockout more, in the time that it takes for one; the mean of all stays. */
    Stockouts of(StockHistory stock) {
        if (startsPerDay == 0) {
            return this;
        }
        int empty = stock.emptyDays;
        double starts = (stock.stockouts + 1) / (stock.snapshots - empty + 1 / startsPerDay);
        // what began before the first snapshot has a length too
        int lengths = Math.max(stock.stockouts, empty > 0 ? 1 : 0);
        double days = (empty + PSEUDO_STOCKOUTS * meanDays) / (lengths + PSEUDO_STOCKOUTS);
        return new Stockouts(Math.min(0.5, starts), Math.max(1, days));
    }
}
