package io.theforge.inventory;

import io.theforge.config.model.RetailConfig.StockoutBehavior;
import io.theforge.demand.ExpectedDemand;
import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a shop orders, receives and sells of one article. One instance per thread: the columns are reused by the next pair.
 *
 * <p>Keeps the conservation of stock: on hand at the end of a day is what was on hand before, plus what was received, less what
 * was sold; nothing is sold that was not on the shelf, and what was ordered is on order until it is received. Demand that finds no
 * stock is lost or, as backlog, waits.
 *
 * <p>The policy is periodic review with an order-up-to level: on its order days the shop orders up to what it expects to sell in the days
 * it wants to cover, and in any case what it needs until the delivery after next, in whole cases; the order arrives after the lead time
 * ({@link OrderRhythm}). So the shelf does not run empty of itself. Stockouts are made by deliveries that come short or late: each day is
 * compared with the {@link PlannedStockouts}, and while the pair has had fewer stockout days than planned, (1) the last deliveries
 * before the next stockout are cut so that the shelf runs out when it should, part-way through a day's demand, and (2) what is missing
 * of them arrives only when the planned number of days has passed, but for a part of a day's demand on days that are to be partial.
 * What has come short stays on order. The demand of the coming days is known here, as a formula, so no day depends on where
 * generation stops.
 */
public final class Stock {
    /** Customers who wait for more than this give up. */
    private static final long MAX_BACKLOG = 10_000_000;

    private final boolean backlogged;
    private final @Nullable PlannedStockouts stockouts;
    private final OrderRhythm orders;
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
    private long inStock;
    private long overdue;
    private long ordered;
    private long backlog;
    private int owedStockoutDays;

    public Stock(Plan plan) {
        this(plan, 0);
    }

    /** @param resumeDay first day that is simulated, 0 unless each pair begins with a state: see {@link #resume} */
    public Stock(Plan plan, int resumeDay) {
        this.resumeDay = resumeDay;
        backlogged = plan.config().retail().stockoutBehavior() == StockoutBehavior.BACKLOG;
        stockouts = PlannedStockouts.of(plan);
        orders = new OrderRhythm(plan);
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
        orders.fill(store, product);
        if (opens) {
            startMidCycle(first);
        }
        int place = OrderRhythm.placeInWeek(first);
        for (int d = first; d < end; d++, place = OrderRhythm.nextPlace(place)) {
            boolean opening = opens && d == first;
            boolean arrival = opening || orders.isArrival(place);
            if (arrival && !opening) {
                overdue += ordered;
                ordered = 0;
            }
            receive(d, opening, arrival);
            sell(d);
            if (orders.isOrder(place)) {
                int arrives = d + orders.leadTimeDays;
                long level = orderUpTo(d + 1, arrives + orders.daysToNextArrival(arrives), orders.coverDays);
                ordered += orders.inCases(Math.max(0, level - (inStock + overdue + ordered)));
            }
            onHand[d] = (int) inStock;
            onOrder[d] = (int) (overdue + ordered);
        }
        owedStockoutDays = stockouts == null ? 0 : stockouts.owedDays(end - 1);
    }

    /** The shelf as a shop finds it in the middle of a cycle. */
    private void startMidCycle(int day) {
        begin();
        if (stockouts != null) {
            stockouts.clear();
        }
        int sinceArrival = orders.daysSinceArrival(day);
        int nextArrival = day + orders.daysToNextArrival(day);
        int coveredDays = Math.max(1, orders.coverDays - orders.leadTimeDays - sinceArrival);
        overdue = orders.inCases(orderUpTo(day, nextArrival, coveredDays));
        if (nextArrival - orders.leadTimeDays < day) {
            int arrivalAfter = nextArrival + orders.daysToNextArrival(nextArrival);
            ordered = orders.inCases(Math.max(0, orderUpTo(day, arrivalAfter, orders.coverDays) - overdue));
        }
    }

    private void lookAhead(Plan plan, Store store, Product product, int first, int[] units, double[] means) {
        demand = units;
        mean = means;
        for (int d = first; d < plan.plannedDays(); d++) {
            demandBefore[d + 1] = demandBefore[d] + units[d];
        }
        if (stockouts != null) {
            stockouts.fill(plan, store, product, first, owedStockoutDays, hasAbsences ? absences : null);
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
        if (overdue == 0 || (inStock > 0 && !arrival)) {
            return;
        }
        long received;
        if (inStock == 0 && !opening && stockouts != null && stockouts.isOwed(day)) {
            long asked = demand[day] + backlog;
            received = wholeCases(stockouts.part(day, asked), asked);
        } else {
            long limit = deliveryLimit(day) - inStock;
            // A shelf that is not to be empty yet gets a case, though it may be more than what it is to have
            received = wholeCases(limit, inStock == 0 ? Long.MAX_VALUE : 0);
        }
        inStock += received;
        overdue -= received;
    }

    /** Returns the whole cases within so many units; where that is none, and any are wanted, one case, if it is within the most. */
    private long wholeCases(long units, long most) {
        if (units <= 0) {
            return 0;
        }
        long within = orders.casesWithin(Math.min(overdue, units));
        return within == 0 && orders.casePackUnits <= most ? orders.casePackUnits : within;
    }

    /** Returns the most units that may be on hand in the morning, so that stock is at an end when it should. */
    private long deliveryLimit(int day) {
        long limit = stockouts == null ? Long.MAX_VALUE : stockouts.limit(day, demand, demandBefore, backlog);
        return hasAbsences ? Math.min(limit, limitBeforeAbsence(day)) : limit;
    }

    /** Returns what is asked for before the article leaves the shelf, where its stock is to be sold off before that. */
    private long limitBeforeAbsence(int day) {
        int end = Math.min(absences.length, day + PlannedStockouts.SIGHT_DAYS);
        int leaves = day;
        while (leaves < end && absences[leaves] != Absences.CLEARED) {
            leaves++;
        }
        int back = leaves;
        while (back < end && absences[back] == Absences.CLEARED) {
            back++;
        }
        // The delivery before it comes back, with a pause to the next one, is for then
        boolean isLastDelivery = back - day <= orders.longestPauseDays;
        return leaves == end || isLastDelivery ? Long.MAX_VALUE : backlog + demandBefore[leaves] - demandBefore[day];
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
        if (stockouts != null && inStock == 0 && (!hasAbsences || absences[day] == Absences.PRESENT)) {
            stockouts.occurred();
        }
    }
}
