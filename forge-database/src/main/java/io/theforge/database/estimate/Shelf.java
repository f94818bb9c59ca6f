package io.theforge.database.estimate;

import io.theforge.random.Keys;
import java.util.Arrays;

/**
 * The stock of one pair as further days go by; reused from pair to pair. Stock is conserved. The shop orders what it needs until the
 * delivery after next and in any case up to its level, so that no shelf runs empty of itself: stockouts come of deliveries
 * that are cut, to whole cases, before a planned one, and arrive when it is over.
 */
final class Shelf {
    /** Days after the last one that are looked at: a stockout in sight, or until the delivery after next. */
    static final int LOOK_AHEAD_DAYS = 2 * StockEstimate.LONGEST + 2;

    /** A stockout further away does not cut deliveries yet. */
    private static final int SIGHT_DAYS = 35;

    /** A planned stockout waits so long for a day with demand. */
    private static final int WAIT_DAYS = 7;

    /** Days that could not be made are made up for later, up to so many. */
    private static final int MOST_OWED_DAYS = 14;

    private static final long SPLIT = 1;
    private static final long LEAD = 2;

    private final int firstDay;
    private final int[] planned;
    private final long[] demandBefore;
    private final long[] arriving;
    private long key;
    private long hand;
    private long order;
    private long overdue;
    private int empty;

    Shelf(int firstDay, int days) {
        this.firstDay = firstDay;
        planned = new int[days + LOOK_AHEAD_DAYS];
        demandBefore = new long[days + LOOK_AHEAD_DAYS + 1];
        arriving = new long[days + LOOK_AHEAD_DAYS];
    }

    /** @param demand of all days and those looked at after them */
    void begin(PairEstimate pair, StockEstimate stock, StockoutOdds odds, long pairKey, int[] demand) {
        key = Keys.derive(pairKey, SPLIT);
        odds.plan(pair, stock, Keys.derive(pairKey, 0), planned.length, planned);
        for (int i = 0; i < planned.length; i++) {
            demandBefore[i + 1] = demandBefore[i] + demand[i];
        }
        hand = stock.onHand();
        order = stock.onOrder();
        empty = 0;
        spread(stock);
    }

    /** Orders on their way arrive a lead time after the days on which they are made; what should have is late. */
    private void spread(StockEstimate stock) {
        Arrays.fill(arriving, 0);
        int lead = (int) Math.ceil(stock.leadDays());
        int last = stock.lastDay()
                - Math.floorMod(
                        stock.lastDay() - stock.reviews().day(), stock.reviews().days());
        int orders = 0;
        for (int day = last;
                day + lead > stock.lastDay();
                day -= stock.reviews().days()) {
            orders++;
        }
        overdue = orders == 0 ? order : 0;
        long cases = order / stock.pack();
        for (int i = 0; i < orders; i++) {
            int arrives = Math.max(0, last - i * stock.reviews().days() + lead - firstDay);
            arriving[arrives] += (cases * (i + 1) / orders - cases * i / orders) * stock.pack();
            // what fills no case comes with the first of them
            arriving[arrives] += i == orders - 1 ? order % stock.pack() : 0;
        }
    }

    /** Lets one day go by; days one after another. @return units sold */
    int day(int i, StockEstimate stock, double season) {
        overdue += arriving[i];
        boolean owed = planned[i] > empty;
        if (overdue > 0 && (hand == 0 ? !owed : arriving[i] > 0)) {
            long received = wholeCases(limit(i) - hand, stock.pack());
            hand += received;
            order -= received;
            overdue -= received;
        }
        long sold = Math.min(demandBefore[i + 1] - demandBefore[i], hand);
        hand -= sold;
        empty += hand == 0 ? 1 : 0;
        if (stock.reviews().isOn(firstDay + i)) {
            order(i, stock, season);
        }
        return (int) sold;
    }

    /** Returns what arrives where so many units may: all that is there, or whole cases of it; one for a shelf that is empty before its time. */
    private long wholeCases(long units, int pack) {
        if (units >= overdue) {
            return overdue;
        }
        long within = Math.max(0, units) / pack * pack;
        return within == 0 && hand == 0 ? Math.min(pack, overdue) : within;
    }

    private void order(int i, StockEstimate stock, double season) {
        int whole = (int) stock.leadDays();
        boolean longer = Keys.uniform(Keys.derive(key, LEAD), i) < stock.leadDays() - whole;
        int lead = Math.min(StockEstimate.LONGEST, whole + (longer ? 1 : 0));
        int until = Math.min(
                planned.length, i + 1 + StockEstimate.LONGEST + stock.reviews().days());
        until = Math.min(until, i + 2 + whole + stock.reviews().days());
        long needed = demandBefore[until] - demandBefore[i + 1] + 1;
        double level = Math.max(needed, stock.upTo() * season);
        if (hand + order < level) {
            long packs = (long) Math.ceil((level - hand - order) / stock.pack());
            long more = Math.min(Integer.MAX_VALUE - hand - order, packs * stock.pack());
            order += more;
            if (i + lead < arriving.length) {
                arriving[i + lead] += more;
            }
        }
    }

    /** The most units to have in the morning, so that the next stockout comes when it should. */
    private long limit(int day) {
        empty = Math.max(empty, planned[day] - MOST_OWED_DAYS);
        int target = day;
        while (planned[target] <= empty) {
            target++;
            if (target > day + SIGHT_DAYS || target == planned.length) {
                return Long.MAX_VALUE;
            }
        }
        int end = Math.min(planned.length, target + WAIT_DAYS);
        for (int d = target; d < end; d++) {
            long demand = demandBefore[d + 1] - demandBefore[d];
            if (demand > 0) {
                int part = (int) Math.min(Integer.MAX_VALUE, Math.max(1, demand - 1));
                return demandBefore[d] - demandBefore[day] + 1 + Keys.below(key, d, part);
            }
        }
        return Long.MAX_VALUE;
    }

    int onHand() {
        return (int) hand;
    }

    int onOrder() {
        return (int) order;
    }
}
