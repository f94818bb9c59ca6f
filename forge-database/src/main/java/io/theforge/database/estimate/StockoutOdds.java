package io.theforge.database.estimate;

import io.theforge.random.Keys;
import java.util.List;

/**
 * How much more often than usual a shelf that can run empty does so on the first days: shelves that are too full for it yet
 * take no part, and the shop as a whole is to go on as before.
 *
 * @param boost factor on the rate of stockouts, by day
 */
record StockoutOdds(double[] boost) {
    private static final double MOST = 0.5;

    /** The factor where next to no shelf can run empty. */
    private static final double LARGEST_BOOST = 50;

    static StockoutOdds of(List<PairEstimate> pairs, int days) {
        double[] able = new double[days + 1];
        double all = 0;
        for (PairEstimate pair : pairs) {
            StockEstimate stock = pair.stock();
            if (stock != null) {
                double rate = stock.stockouts().startsPerDay();
                able[(int) Math.min(days, cover(pair, stock))] += rate;
                all += rate;
            }
        }
        double[] boost = new double[days];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            sum += able[day];
            boost[day] = Math.min(LARGEST_BOOST, all / Math.max(sum, all / LARGEST_BOOST));
        }
        return new StockoutOdds(boost);
    }

    /** Days until the shelf can run empty; a shelf that is empty is filled first. */
    private static double cover(PairEstimate pair, StockEstimate stock) {
        double daily = Math.max(1e-9, pair.sales().unitsPerWeek() / 7);
        return stock.onHand() > 0
                ? stock.onHand() / daily
                : stock.stockouts().meanDays() + Math.max(0, stock.upTo() / daily - stock.leadDays());
    }

    /**
     * Counts the days that are meant to end with nothing on hand: {@code counts[i]} is their number in {@code 0..i}.
     *
     * @param key of the pair
     */
    void plan(PairEstimate pair, StockEstimate stock, long key, int days, int[] counts) {
        Stockouts odds = stock.stockouts();
        boolean empty = stock.onHand() == 0;
        double able = cover(pair, stock);
        int count = 0;
        for (int i = 0; i < days; i++) {
            double u = Keys.uniform(key, i);
            double more = i < boost.length ? boost[i] : 1;
            empty = empty
                    ? u < 1 - 1 / odds.meanDays()
                    : i >= Math.floor(able) && u < Math.min(MOST, odds.startsPerDay() * more);
            count += empty ? 1 : 0;
            counts[i] = count;
        }
    }
}
