package io.theforge.database.estimate;

import io.theforge.database.estimate.promotion.Deals;
import io.theforge.database.estimate.season.Season;
import io.theforge.database.estimate.window.Window;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;

/**
 * Further days of one pair, drawn from its estimate; reused from pair to pair. Every number is a function of seed, estimate
 * and day. Columns hold the first {@code salesCount} and {@code snapshotCount} rows; days since 1970-01-01, ascending.
 */
public final class PairDays {
    /** Numbers of a day's draws. */
    private static final int RECORDED = 0;

    private static final int POSITIVE = 1;
    private static final int SIZE = 2;
    private static final int COUNT = 3;
    private static final int SNAPSHOT = 4;

    /** Below a pair's key, beside its days. */
    private static final long SHELF = -1;

    /** What {@code total_amount} holds, in cents. */
    private static final long LARGEST_TOTAL = 999_999_999_999L;

    private final long seed;
    private final int firstDay;
    private final int days;
    private final boolean recordsZeros;
    private final Season season;
    private final Deals deals;
    private final StockoutOdds odds;
    private final int[] demand;
    private final Shelf shelf;

    public int salesCount;
    public final int[] salesDay;
    public final int[] quantity;
    public final long[] unitCents;
    public int snapshotCount;
    public final int[] snapshotDay;
    public final int[] onHand;
    public final int[] onOrder;

    PairDays(long seed, int firstDay, int days, Estimates estimates) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.days = days;
        recordsZeros = estimates.recordsZeros();
        season = estimates.season();
        odds = StockoutOdds.of(estimates.pairs(), days);
        deals = new Deals(estimates.promotions(), estimates.lift(), firstDay, days + Shelf.LOOK_AHEAD_DAYS);
        demand = new int[days + Shelf.LOOK_AHEAD_DAYS];
        shelf = new Shelf(firstDay, days);
        salesDay = new int[days];
        quantity = new int[days];
        unitCents = new long[days];
        snapshotDay = new int[days];
        onHand = new int[days];
        onOrder = new int[days];
    }

    /** Draws the days of this pair. */
    public void draw(PairEstimate pair) {
        salesCount = 0;
        snapshotCount = 0;
        long pairKey = pair.key(seed);
        boolean zeros = recordsZeros && pair.sales().recordsZeros();
        StockEstimate stock = pair.stock();
        int end = stock == null ? days : demand.length;
        deals.fill(pair.productId(), pair.storeId(), pair.priceCents());
        for (int i = 0; i < end; i++) {
            demand[i] = demand(pair, i, Keys.derive(pairKey, firstDay + i));
        }
        if (stock != null) {
            shelf.begin(pair, stock, odds, Keys.derive(pairKey, SHELF), demand);
        }
        for (int i = 0; i < days; i++) {
            int day = firstDay + i;
            int sold = stock == null
                    ? demand[i]
                    : shelf.day(i, stock, season.factor(pair.productId(), i + (int) stock.leadDays()));
            long key = Keys.derive(pairKey, day);
            boolean open = !season.isClosed(i);
            if (sold > 0 || zeros && open && isRecorded(pair.sales().recorded(), day, key, RECORDED)) {
                salesDay[salesCount] = day;
                unitCents[salesCount] = deals.priceCents[i];
                quantity[salesCount++] = sold;
            }
            if (stock != null && isRecorded(stock.recorded(), day, key, SNAPSHOT)) {
                snapshotDay[snapshotCount] = day;
                onHand[snapshotCount] = shelf.onHand();
                onOrder[snapshotCount++] = shelf.onOrder();
            }
        }
    }

    private static boolean isRecorded(double[] shares, int day, long key, int draw) {
        double share = shares[Window.weekday(day)];
        return share == 1 || share > 0 && Keys.uniform(key, draw) < share;
    }

    private int demand(PairEstimate pair, int i, long key) {
        SalesEstimate sales = pair.sales();
        int day = firstDay + i;
        int weekday = Window.weekday(day);
        double more = season.factor(pair.productId(), i) * deals.factor[i];
        double often = more == 1 ? 1 : StrictMath.pow(more, 1 / sales.meanSize());
        double recorded = sales.recordedTimes(weekday, often);
        double positive = sales.positiveTimes(weekday, often);
        if (season.isClosed(i)
                || recorded < 1 && Keys.uniform(key, RECORDED) >= recorded
                || Keys.uniform(key, POSITIVE) >= positive) {
            return 0;
        }
        double size =
                more == 1 ? sales.size()[weekday] : Math.max(1, sales.units(weekday) * more / (recorded * positive));
        double sigma = sales.sigma();
        double factor =
                sigma == 0 ? 1 : StrictMath.exp(sigma * NormalQuantile.of(Keys.uniform(key, SIZE)) - sigma * sigma / 2);
        double mean = Math.min(PoissonQuantile.MAX_MEAN, (size - 1) * factor);
        long most = pair.priceCents() == 0 ? Integer.MAX_VALUE : LARGEST_TOTAL / pair.priceCents();
        return (int) Math.min(most, 1L + PoissonQuantile.of(mean, Keys.uniform(key, COUNT)));
    }
}
