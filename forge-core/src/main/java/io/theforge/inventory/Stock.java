package io.theforge.inventory;

import io.theforge.config.model.RetailConfig.StockoutBehavior;
import io.theforge.demand.ExpectedDemand;
import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shop orders, receives and sells of one article. One instance per thread: the columns are reused by the next pair.
 *
 * <p>Keeps the conservation of stock: on hand at the end of a day is what was on hand before, plus what was received, less what
 * was sold; nothing is sold that was not on the shelf, and what was ordered is on order until it is received. Demand that finds no
 * stock is lost or, as backlog, waits.
 *
 * <p>The policy is periodic review with an order-up-to level: once a week the shop orders up to what it expects to sell in the days it wants to cover, and in any case what it needs
 * until the delivery after next; the order arrives after the lead time. So the shelf does not run empty of itself. Stockouts
 * are made by deliveries that come short or late: each day is compared with the {@link StockoutPlan}, and while the pair
 * has had fewer stockout days than planned, (1) the last deliveries before the next stockout are cut so that the shelf runs
 * out when it should, part-way through a day's demand, and (2) what is missing of them arrives only when the planned number
 * of days has passed. What has come short stays on order. The demand of the coming days is known here, as a formula, so no
 * day depends on where generation stops.
 */
public final class Stock {
    private static final int REVIEW_DAYS = 7;
    private static final int MIN_COVER_DAYS = 14;
    private static final int MAX_COVER_DAYS = 24;
    /** A stockout further away does not cut deliveries yet; this and the wait stay within {@link Plan#LOOK_AHEAD_DAYS}. */
    private static final int STOCKOUT_SIGHT_DAYS = 35;
    /** A planned stockout waits so long for a day with demand. */
    private static final int STOCKOUT_WAIT_DAYS = 7;
    /** So many days are looked through for one with more than one unit asked for, so that some are lost. */
    private static final int STOCKOUT_CHOICE_DAYS = 3;
    /** Stockout days that could not be made are made up for later, up to so many. */
    private static final int MAX_OWED_DAYS = 14;
    /** Customers who wait for more than this give up. */
    private static final long MAX_BACKLOG = 10_000_000;

    private final boolean backlogged;
    private final @Nullable StockoutPlan stockouts;
    private final long reviewKey;
    private final int[] planned;
    private final long[] demandBefore;
    /** Days before this one are not simulated: a state stands for them. */
    private final int resumeDay;

    private double[] mean = new double[0];
    private byte[] absences = new byte[0];
    private boolean hasAbsences;

    /** Units to sell from on each day: on hand in the morning and received. */
    public final int[] available;

    /** Units that customers of each day went without: neither sold nor waited for. */
    public final int[] lost;

    /** Units waited for at the end of each day. */
    public final int[] waitedFor;

    /** Units sold on each day. */
    public final int[] sold;

    /** Units on hand at the end of each day. */
    public final int[] onHand;

    /** Units ordered and not yet received at the end of each day. */
    public final int[] onOrder;

    // The state of the shelf while the days of a pair go by
    private int[] demand = new int[0];
    private long splitKey;
    private long inStock;
    private long overdue;
    private long ordered;
    private long backlog;
    private int stockoutDays;
    private int owedStockoutDays;

    public Stock(Plan plan) {
        this(plan, 0);
    }

    /** @param resumeDay first day that is simulated, 0 unless each pair begins with a state: see {@link #resume} */
    public Stock(Plan plan, int resumeDay) {
        this.resumeDay = resumeDay;
        double share = plan.config().retail().stockoutProbability();
        backlogged = plan.config().retail().stockoutBehavior() == StockoutBehavior.BACKLOG;
        stockouts = share > 0 ? new StockoutPlan(share) : null;
        reviewKey = Keys.key(plan.config().seed(), Stream.PAIR_REVIEW);
        planned = new int[plan.plannedDays()];
        demandBefore = new long[plan.plannedDays() + 1];
        available = new int[plan.days()];
        lost = new int[plan.days()];
        waitedFor = new int[plan.days()];
        sold = new int[plan.days()];
        onHand = new int[plan.days()];
        onOrder = new int[plan.days()];
    }

    /** Begins a pair of which nothing has been simulated. */
    public void begin() {
        inStock = 0;
        overdue = 0;
        ordered = 0;
        backlog = 0;
        owedStockoutDays = 0;
    }

    /** Begins a pair where it stood at the end of the day before the first one simulated. */
    public void resume(StockStates states, int pair) {
        inStock = states.onHand[pair];
        overdue = states.overdue[pair];
        ordered = states.onOrder[pair];
        backlog = states.backlog[pair];
        owedStockoutDays = states.owedStockoutDays[pair];
    }

    /** Saves where the pair stands after the last day simulated. */
    public void save(StockStates states, int pair) {
        states.onHand[pair] = (int) inStock;
        states.overdue[pair] = (int) overdue;
        states.onOrder[pair] = (int) ordered;
        states.backlog[pair] = (int) backlog;
        states.owedStockoutDays[pair] = owedStockoutDays;
    }

    /**
     * Fills the columns for the last segment of a plan, from the pair's first day on sale to its last. A segment continues with
     * the stock, the orders and the backlog that the one before it left, so segments are simulated one after another.
     *
     * @param plan the dataset as of the segment
     * @param units asked for on each planned day
     * @param expected filled with the pair: the demand that orders go by, its first day on sale, before which there is no shelf, and its
     *     absences
     */
    public void simulate(Plan plan, Store store, Product product, int[] units, ExpectedDemand expected) {
        int firstDayOnSale = expected.firstDayOnSale;
        double[] means = expected.means;
        absences = expected.absences();
        hasAbsences = expected.hasAbsences();
        int start = Math.max(resumeDay, plan.segmentStart(plan.segments() - 1));
        int first = Math.max(start, firstDayOnSale);
        int end = (int) Math.min(plan.days(), product.lastDay() + 1L);
        if (first >= end) {
            return;
        }
        boolean opens = firstDayOnSale >= start;
        lookAhead(plan, store, product, first, units, means);
        long pairKey = Keys.derive(Keys.derive(reviewKey, store.index()), product.index());
        int arrivalWeekday = Keys.below(pairKey, 0, REVIEW_DAYS);
        int coverDays = MIN_COVER_DAYS + Keys.below(pairKey, 1, MAX_COVER_DAYS - MIN_COVER_DAYS + 1);
        int leadTimeDays = product.leadTimeDays();

        if (opens) {
            startMidCycle(first, arrivalWeekday, coverDays, leadTimeDays);
        }
        for (int d = first; d < end; d++) {
            boolean opening = opens && d == first;
            boolean arrival = opening || Math.floorMod(d - arrivalWeekday, REVIEW_DAYS) == 0;
            if (arrival && !opening) {
                overdue += ordered;
                ordered = 0;
            }
            receive(d, opening, arrival);
            sell(d);
            if (Math.floorMod(d + leadTimeDays - arrivalWeekday, REVIEW_DAYS) == 0) {
                long level = orderUpTo(d + 1, d + leadTimeDays + REVIEW_DAYS, coverDays);
                ordered += Math.max(0, level - (inStock + overdue + ordered));
            }
            onHand[d] = (int) inStock;
            onOrder[d] = (int) (overdue + ordered);
        }
        owedStockoutDays = planned[end - 1] - stockoutDays;
    }

    /** The shelf as a shop finds it in the middle of a cycle. */
    private void startMidCycle(int day, int arrivalWeekday, int coverDays, int leadTimeDays) {
        begin();
        stockoutDays = 0;
        int sinceArrival = Math.floorMod(day - arrivalWeekday, REVIEW_DAYS);
        int nextArrival = day + REVIEW_DAYS - sinceArrival;
        overdue = orderUpTo(day, nextArrival, Math.max(1, coverDays - leadTimeDays - sinceArrival));
        if (nextArrival - leadTimeDays < day) {
            ordered = Math.max(0, orderUpTo(day, nextArrival + REVIEW_DAYS, coverDays) - overdue);
        }
    }

    private void lookAhead(Plan plan, Store store, Product product, int first, int[] units, double[] means) {
        demand = units;
        mean = means;
        for (int d = first; d < plan.plannedDays(); d++) {
            demandBefore[d + 1] = demandBefore[d] + units[d];
        }
        if (stockouts != null) {
            long stockoutKey = Keys.key(plan.seedOf(first), Stream.STOCKOUT);
            long pairKey = Keys.derive(Keys.derive(stockoutKey, store.index()), product.index());
            splitKey = Keys.derive(pairKey, 0);
            stockouts.count(pairKey, first, plan.plannedDays(), planned);
            if (hasAbsences) {
                leaveOutAbsences(first, plan.plannedDays());
            }
            // Counted from the first day simulated: what was owed before it is owed on
            stockoutDays = -owedStockoutDays;
        }
    }

    /** Only days on the shelf count in the share of stockouts. */
    private void leaveOutAbsences(int first, int end) {
        int left = 0;
        int before = 0;
        for (int d = first; d < end; d++) {
            int now = planned[d];
            left += absences[d] == Absences.PRESENT ? 0 : now - before;
            before = now;
            planned[d] = now - left;
        }
    }

    /**
     * Returns the order-up-to level, the units to have from the morning of a day on: enough for what is asked for before another
     * day and one more, and for the expected demand of the days to cover; one at least, as long as the article is on sale.
     */
    private long orderUpTo(int from, int until, int coverDays) {
        // Summed anew each time: a running sum would round differently where it begins on another day
        double expected = 0;
        for (int d = from; d < from + coverDays; d++) {
            expected += mean[d];
        }
        long needed = backlog + demandBefore[until] - demandBefore[from];
        return Math.max(needed, (long) Math.ceil(expected)) + 1;
    }

    private void receive(int day, boolean opening, boolean arrival) {
        boolean owesStockout = stockouts != null && planned[day] > stockoutDays;
        if (overdue == 0 || (inStock == 0 && owesStockout && !opening) || (inStock > 0 && !arrival)) {
            return;
        }
        long received = Math.min(overdue, Math.max(0, deliveryLimit(day) - inStock));
        inStock += received;
        overdue -= received;
    }

    /** Returns the most units that may be on hand in the morning, so that the next stockout comes when it should. */
    private long deliveryLimit(int day) {
        long limit = limitBeforeStockout(day);
        return hasAbsences ? Math.min(limit, limitBeforeAbsence(day)) : limit;
    }

    /** Returns what is asked for before the article leaves the shelf, where its stock is to be sold off before that. */
    private long limitBeforeAbsence(int day) {
        int end = Math.min(absences.length, day + STOCKOUT_SIGHT_DAYS);
        int leaves = day;
        while (leaves < end && absences[leaves] != Absences.CLEARED) {
            leaves++;
        }
        int back = leaves;
        while (back < end && absences[back] == Absences.CLEARED) {
            back++;
        }
        // The delivery before it comes back, with a week to the next one, is for then
        boolean isLastDelivery = back - day <= REVIEW_DAYS;
        return leaves == end || isLastDelivery ? Long.MAX_VALUE : backlog + demandBefore[leaves] - demandBefore[day];
    }

    private long limitBeforeStockout(int day) {
        if (stockouts == null) {
            return Long.MAX_VALUE;
        }
        stockoutDays = Math.max(stockoutDays, planned[day] - MAX_OWED_DAYS);
        int target = day;
        while (planned[target] <= stockoutDays) {
            if (++target > day + STOCKOUT_SIGHT_DAYS) {
                return Long.MAX_VALUE;
            }
        }
        int found = -1;
        for (int d = target; d < target + STOCKOUT_WAIT_DAYS; d++) {
            if (demand[d] > 1 && d < target + STOCKOUT_CHOICE_DAYS) {
                found = d;
                break;
            }
            if (demand[d] > 0 && found < 0) {
                found = d;
            }
        }
        if (found < 0) {
            return Long.MAX_VALUE;
        }
        long beforeIt = backlog + demandBefore[found] - demandBefore[day];
        return beforeIt + 1 + Keys.below(splitKey, found, Math.max(1, demand[found] - 1));
    }

    private void sell(int day) {
        long asked = demand[day] + backlog;
        long served = Math.min(asked, inStock);
        available[day] = (int) inStock;
        inStock -= served;
        backlog = backlogged ? Math.min(MAX_BACKLOG, asked - served) : 0;
        waitedFor[day] = (int) backlog;
        lost[day] = (int) (asked - served - backlog);
        sold[day] = (int) served;
        if (inStock == 0 && (!hasAbsences || absences[day] == Absences.PRESENT)) {
            stockoutDays++;
        }
    }
}
