package io.theforge.inventory;

import io.theforge.config.model.StockConfig;
import io.theforge.config.model.StockConfig.Supply;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.Arrays;

/**
 * When the shop orders an article, when the orders arrive, how much they cover and in what cases they come. An order arrives before the
 * next one is made. One instance per thread: the next pair takes its place.
 */
final class OrderRhythm {
    private static final int WEEK_DAYS = 7;

    private final StockConfig config;
    private final long reviewKey;
    /** Day of the week of the dataset's first day, 0 for Monday. */
    private final int firstWeekday;

    /** By day of the dataset modulo 7. */
    private final boolean[] arrives = new boolean[WEEK_DAYS];

    private final boolean[] orders = new boolean[WEEK_DAYS];

    private final int[] daysToNext = new int[WEEK_DAYS];
    private final int[] daysSinceLast = new int[WEEK_DAYS];

    int leadTimeDays;
    int coverDays;
    int casePackUnits;

    /** Most days between two arrivals. */
    int longestPauseDays;

    OrderRhythm(Plan plan) {
        config = plan.config().stock();
        reviewKey = Keys.key(plan.config().seed(), Stream.PAIR_REVIEW);
        firstWeekday = Math.floorMod(plan.firstEpochDay() + 3, WEEK_DAYS); // 1970-01-01 was a Thursday
    }

    void fill(Store store, Product product) {
        Supply supply = config.supplyOf(product.category());
        long pairKey = Keys.derive(Keys.derive(reviewKey, store.index()), product.index());
        Integer ofCategory = supply.coverDays();
        int span = config.maxCoverDays() - config.minCoverDays() + 1;
        coverDays = ofCategory == null ? config.minCoverDays() + Keys.below(pairKey, 1, span) : ofCategory;
        leadTimeDays = product.leadTimeDays();
        casePackUnits = product.casePackUnits();
        Arrays.fill(arrives, false);
        if (supply.orderDays().isEmpty()) {
            arrives[Keys.below(pairKey, 0, WEEK_DAYS)] = true;
        }
        for (int weekday : supply.orderDays()) {
            arrives[Math.floorMod(weekday - 1 + leadTimeDays - firstWeekday, WEEK_DAYS)] = true;
        }
        longestPauseDays = 0;
        for (int day = 0; day < WEEK_DAYS; day++) {
            daysToNext[day] = 1;
            while (!arrives[(day + daysToNext[day]) % WEEK_DAYS]) {
                daysToNext[day]++;
            }
            daysSinceLast[day] = 0;
            while (!arrives[Math.floorMod(day - daysSinceLast[day], WEEK_DAYS)]) {
                daysSinceLast[day]++;
            }
            longestPauseDays = Math.max(longestPauseDays, daysToNext[day]);
            orders[day] = arrives[(day + leadTimeDays) % WEEK_DAYS];
        }
    }

    /** Returns a day's place in the week, counted from the dataset's first day: a division for each day would be felt. */
    static int placeInWeek(int day) {
        return day % WEEK_DAYS;
    }

    /** Returns the place of the day after one with this place. */
    static int nextPlace(int placeInWeek) {
        return placeInWeek == WEEK_DAYS - 1 ? 0 : placeInWeek + 1;
    }

    /** Whether an order arrives in the morning of a day with this place in the week. */
    boolean isArrival(int placeInWeek) {
        return arrives[placeInWeek];
    }

    /** Whether the shop orders in the evening of such a day. */
    boolean isOrder(int placeInWeek) {
        return orders[placeInWeek];
    }

    /** Returns the days from one day to the next arrival after it, 1 to 7. */
    int daysToNextArrival(int day) {
        return daysToNext[day % WEEK_DAYS];
    }

    /** Returns the days from the last arrival to a day, 0 where it is one itself. */
    int daysSinceArrival(int day) {
        return daysSinceLast[day % WEEK_DAYS];
    }

    /** Returns units rounded up to whole cases. */
    long inCases(long units) {
        return (units + casePackUnits - 1) / casePackUnits * casePackUnits;
    }

    /** Returns the most units in whole cases that are not above this. */
    long casesWithin(long units) {
        return units / casePackUnits * casePackUnits;
    }
}
