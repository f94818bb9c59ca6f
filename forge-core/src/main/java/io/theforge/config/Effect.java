package io.theforge.config;

import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.TimeSeriesConfig;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that acts on demand and can be left out: the shop without it, its twin, is made from the same draws, so that what the effect
 * did is a subtraction, and everything that it does not touch is the same to the byte.
 */
public enum Effect {
    /** No promotion is ever started. */
    PROMOTIONS,
    /** Campaigns are advertised, and it sells nothing. */
    ADVERTISING,
    /** Shelves never run empty. */
    STOCKOUTS,
    /** No spikes and no dips. */
    ANOMALIES,
    /** Holidays stay in the calendar, and the configured ones do nothing to demand. */
    HOLIDAYS,
    /** Every product keeps its base price. */
    PRICE_CHANGES,
    /** What is left are the counts around the mean. */
    NOISE,
    TREND,
    /** Demand events, and with them late openings. */
    SHOCKS,
    /** Levels do not wander. */
    DRIFT,
    /** Weeks have no factors of their own. */
    WEEKLY_NOISE,
    /** Nothing leaves the shelf while it is listed. */
    ABSENCES,
    /** Days around holidays, pay days and closed days do nothing to demand. */
    CALENDAR_EFFECTS;

    /** Returns "price_changes", as in flags and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Disables the effect in a configuration.
     *
     * @param config as it is
     * @param without takes the values that change
     * @param places takes for each of them who said so
     */
    void disable(Values config, Values without, Map<String, String> places) {
        switch (this) {
            case PROMOTIONS -> {
                put(RetailKeys.PROMOTION_PROBABILITY, 0.0, without, places);
                put(PromotionKeys.BY_CATEGORY, List.of(), without, places);
            }
            case ADVERTISING -> put(PromotionKeys.ADVERTISING_LIFT, 1.0, without, places);
            case STOCKOUTS -> put(RetailKeys.STOCKOUT_PROBABILITY, 0.0, without, places);
            case ANOMALIES -> put(TimeSeriesKeys.ANOMALY_PROBABILITY, 0.0, without, places);
            case HOLIDAYS -> {
                List<HolidayRule> idle = config.get(HolidayKeys.HOLIDAYS).stream()
                        .map(Effect::withoutEffect)
                        .toList();
                put(HolidayKeys.HOLIDAYS, idle, without, places);
            }
            case PRICE_CHANGES -> put(RetailKeys.PRICE_CHANGE_PROBABILITY, 0.0, without, places);
            case NOISE -> put(TimeSeriesKeys.NOISE_SIGMA, 0.0, without, places);
            case TREND -> {
                put(TimeSeriesKeys.TREND, TimeSeriesConfig.Trend.NONE, without, places);
                put(TimeSeriesKeys.TREND_STEPS, Collections.emptyList(), without, places);
            }
            case SHOCKS -> put(EventKeys.SHOCKS, List.of(), without, places);
            case DRIFT -> {
                put(MovementKeys.DRIFT_PRODUCT, 0.0, without, places);
                put(MovementKeys.DRIFT_SERIES, 0.0, without, places);
            }
            case WEEKLY_NOISE -> {
                put(MovementKeys.WEEK_SERIES, 0.0, without, places);
                put(MovementKeys.WEEK_PRODUCT, 0.0, without, places);
                put(MovementKeys.WEEK_STORE, 0.0, without, places);
            }
            case ABSENCES -> {
                put(MovementKeys.ABSENT_SERIES, 0.0, without, places);
                put(MovementKeys.ABSENT_PRODUCT, 0.0, without, places);
            }
            case CALENDAR_EFFECTS -> put(CalendarEffectKeys.CALENDAR_EFFECTS, List.of(), without, places);
        }
    }

    /** Returns the same day in the calendar, on which demand is as on any other. */
    private static HolidayRule withoutEffect(HolidayRule rule) {
        return new HolidayRule(rule.date(), rule.every(), rule.publicHoliday(), rule.offsetDays(), rule.name(), 1);
    }

    private <T> void put(Key<?, T> key, T value, Values without, Map<String, String> places) {
        without.put(key, value);
        places.put(key.path(), "--without " + word());
    }
}
