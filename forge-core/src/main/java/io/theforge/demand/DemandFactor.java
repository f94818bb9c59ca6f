package io.theforge.demand;

import java.util.Locale;

/**
 * What the level of a pair is multiplied by on a day. Those of the day alone come first and are multiplied with one another before they
 * multiply the level; the others multiply that, one after another: {@code level * (trend * ... * holidays) * price * ... * shocks}.
 */
public enum DemandFactor {
    TREND,
    /** The weekly profile. */
    WEEKDAY,
    /** The extra multiplier on Saturday and Sunday. */
    WEEKEND,
    MONTH,
    /** Those of the configuration. */
    HOLIDAYS,
    /** What the regular price does, by the product's elasticity. */
    PRICE,
    /** The lift of a running promotion. */
    PROMOTIONS,
    /** What the days around a promotion lose to it. */
    PROMOTION_DIPS,
    /** What promotions of other products of the category take. */
    SIBLINGS,
    /** Launch, ramp and decline of the product. */
    LIFE_CYCLE,
    SHOCKS;

    /** Returns whether it is the same for all pairs on a day. */
    public boolean isOfDay() {
        return compareTo(HOLIDAYS) <= 0;
    }

    /** Returns "life_cycle", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
