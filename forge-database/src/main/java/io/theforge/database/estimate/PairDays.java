package io.theforge.database.estimate;

import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import java.util.Arrays;

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

    /** What {@code total_amount} holds, in cents. */
    private static final long LARGEST_TOTAL = 999_999_999_999L;

    private final long seed;
    private final int firstDay;
    private final int days;
    private final boolean recordsZeros;
    private final long[] arriving;

    public int salesCount;
    public final int[] salesDay;
    public final int[] quantity;
    public int snapshotCount;
    public final int[] snapshotDay;
    public final int[] onHand;
    public final int[] onOrder;

    PairDays(long seed, int firstDay, int days, boolean recordsZeros) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.days = days;
        this.recordsZeros = recordsZeros;
        arriving = new long[days + StockEstimate.LONGEST];
        salesDay = new int[days];
        quantity = new int[days];
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
        long hand = stock == null ? Integer.MAX_VALUE : stock.onHand();
        long order = stock == null ? 0 : stock.onOrder();
        if (stock != null) {
            spread(order, stock.leadDays());
        }
        for (int i = 0; i < days; i++) {
            int day = firstDay + i;
            long key = Keys.derive(pairKey, day);
            boolean recorded = isRecorded(pair.sales().recorded(), day, key, RECORDED);
            int demand = recorded ? demand(pair, day, key) : 0;
            if (stock == null) {
                sold(day, demand, recorded && (demand > 0 || zeros));
                continue;
            }
            order -= arriving[i];
            hand += arriving[i];
            int sold = (int) Math.min(demand, hand);
            hand -= sold;
            sold(day, sold, recorded && (sold > 0 || zeros));
            if (stock.isReview(day) && hand + order < stock.upTo()) {
                long more = stock.upTo() - hand - order;
                order += more;
                arriving[i + stock.leadDays()] += more;
            }
            if (isRecorded(stock.recorded(), day, key, SNAPSHOT)) {
                snapshotDay[snapshotCount] = day;
                onHand[snapshotCount] = (int) hand;
                onOrder[snapshotCount++] = (int) order;
            }
        }
    }

    /** When the orders on their way arrive is not on record: evenly over the lead time. */
    private void spread(long order, int leadDays) {
        Arrays.fill(arriving, 0);
        for (int i = 0; i < leadDays; i++) {
            arriving[i] = order * (i + 1) / leadDays - order * i / leadDays;
        }
    }

    private static boolean isRecorded(double[] shares, int day, long key, int draw) {
        double share = shares[Window.weekday(day)];
        return share == 1 || share > 0 && Keys.uniform(key, draw) < share;
    }

    private static int demand(PairEstimate pair, int day, long key) {
        SalesEstimate sales = pair.sales();
        int weekday = Window.weekday(day);
        if (Keys.uniform(key, POSITIVE) >= sales.positive()[weekday]) {
            return 0;
        }
        double sigma = sales.sigma();
        double factor =
                sigma == 0 ? 1 : StrictMath.exp(sigma * NormalQuantile.of(Keys.uniform(key, SIZE)) - sigma * sigma / 2);
        double mean = Math.min(PoissonQuantile.MAX_MEAN, (sales.size()[weekday] - 1) * factor);
        long most = pair.priceCents() == 0 ? Integer.MAX_VALUE : LARGEST_TOTAL / pair.priceCents();
        return (int) Math.min(most, 1L + PoissonQuantile.of(mean, Keys.uniform(key, COUNT)));
    }

    private void sold(int day, int units, boolean recorded) {
        if (recorded) {
            salesDay[salesCount] = day;
            quantity[salesCount++] = units;
        }
    }
}
