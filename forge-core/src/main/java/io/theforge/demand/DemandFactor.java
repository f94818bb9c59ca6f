package io.theforge.demand;

import java.util.Locale;

/** What the level of a pair is multiplied by on a day. */
public enum DemandFactor {
    TREND,
    /** The weekly profile and the weekend spike. */
    WEEKDAY,
    MONTH,
    /** Those of the configuration. */
    HOLIDAYS,
    /** What the regular price does, by the product's elasticity. */
    PRICE,
    PROMOTIONS,
    /** Launch, ramp and decline of the product. */
    LIFE_CYCLE,
    SHOCKS;

    /** "life_cycle", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
