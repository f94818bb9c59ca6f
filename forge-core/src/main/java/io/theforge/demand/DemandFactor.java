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
    /** What advertising adds to a running promotion. */
    ADVERTISING,
    /** What the days around a promotion lose to it. */
    PROMOTION_DIPS,
    /** What promotions of other products of the category take. */
    SIBLINGS,
    /** Launch, ramp and decline of the product. */
    LIFE_CYCLE,
    SHOCKS,
    /** What the weekday of the pair differs from the common profile. */
    WEEKDAY_PROFILE,
    /** The season of the category beside the common one. */
    SEASON_PROFILE,
    /** Days around holidays, pay days and closed days, by region and category. */
    CALENDAR_EFFECTS,
    /** The level that wanders. */
    DRIFT,
    /** What a calendar week has of its own. */
    WEEKLY_NOISE,
    /** 0 while the article is off the shelf. */
    ABSENCE;

    /** Returns whether it is the same for all pairs on a day. */
    public boolean isOfDay() {
        return compareTo(HOLIDAYS) <= 0;
    }

    /** Returns whether it comes of draws that nobody can know before they act. */
    public boolean isHidden() {
        return compareTo(DRIFT) >= 0;
    }

    /** Returns "life_cycle", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
