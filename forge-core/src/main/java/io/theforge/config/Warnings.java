package io.theforge.config;

import io.theforge.config.model.DataGap;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.EventDates;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.RetailConfig;
import io.theforge.config.model.Shock;
import io.theforge.config.model.SparsityConfig;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a configuration says without any effect. */
final class Warnings {

    private Warnings() {}

    static List<String> of(ForgeConfig config) {
        List<String> warnings = new ArrayList<>();
        DateRange range = config.dateRange();
        for (HolidayRule holiday : config.holidays()) {
            if (holiday.date() != null && isOutside(range, holiday.date(), holiday.date())) {
                warnings.add(
                        "holiday " + YamlLocation.quote(holiday.name()) + " on " + holiday.date() + outside(range));
            }
        }
        for (Shock shock : config.shocks()) {
            if (shock.dates().within(range, shock.rampDownDays(), range.days()).isEmpty()) {
                warnings.add("shock " + YamlLocation.quote(shock.name()) + when(shock.dates()) + outside(range));
            }
        }
        for (DataGap gap : config.dataGaps()) {
            if (isOutside(range, gap.start(), gap.end())) {
                warnings.add("data gap from " + gap.start() + " to " + gap.end() + outside(range));
            }
        }
        SparsityConfig sparsity = config.sparsity();
        int longest = sparsity.longestGap(range.blockDays());
        if (longest < sparsity.gapMaxDays()) {
            warnings.add("gaps have at most " + longest + " days instead of " + sparsity.gapMaxDays() + ", so that "
                    + sparsity.randomGapsPerSeries() + " of them fit into the " + range.blockDays()
                    + " days from start to horizon");
        }
        RetailConfig retail = config.retail();
        if (!retail.liftByDepth().isEmpty() && isGiven(RetailKeys.PROMOTION_LIFT, config)) {
            warnings.add(withoutEffect(RetailKeys.PROMOTION_LIFT, "retail.lift_by_depth says what promotions do"));
        }
        if (config.promotions().campaignsPerMonth() == 0 && isGiven(PromotionKeys.ADVERTISED_SHARE, config)) {
            warnings.add(withoutEffect(
                    PromotionKeys.ADVERTISED_SHARE,
                    "promotions.campaigns_per_month is 0, and campaigns are advertised"));
        }
        TimeSeriesConfig.Trend trend = config.timeSeries().trend();
        boolean slopes = trend == TimeSeriesConfig.Trend.LINEAR || trend == TimeSeriesConfig.Trend.EXPONENTIAL;
        if (!slopes && isGiven(TimeSeriesKeys.SLOPE, config)) {
            warnings.add(withoutEffect(
                    TimeSeriesKeys.SLOPE,
                    "time_series.trend is " + TimeSeriesKeys.TREND.type().write(trend)));
        }
        if (config.movement().absences().seriesProbability() == 0
                && config.movement().absences().productProbability() == 0) {
            Stream.of(MovementKeys.ABSENT_DAYS, MovementKeys.ABSENT_SPREAD, MovementKeys.ABSENT_CLEARED)
                    .filter(key -> isGiven(key, config))
                    .forEach(key -> warnings.add(withoutEffect(
                            key, "absences.series_probability and absences.product_probability are both 0")));
        }
        if (config.retail().stockoutProbability() == 0) {
            Stream.of(StockKeys.STOCKOUT_SPREAD, StockKeys.PARTIAL_STOCKOUTS, StockKeys.SOLD_BEFORE_STOCKOUT)
                    .filter(key -> isGiven(key, config))
                    .forEach(key -> warnings.add(withoutEffect(key, "retail.stockout_probability is 0")));
        }
        return List.copyOf(warnings);
    }

    /** Returns whether a value differs from its default: one that is given and equals it does no harm. */
    private static <T> boolean isGiven(Key<ForgeConfig, T> key, ForgeConfig config) {
        return !Objects.equals(key.of().apply(config), key.fallback());
    }

    private static String withoutEffect(Key<?, ?> key, String why) {
        return key.path() + " has no effect, because " + why;
    }

    private static String when(EventDates dates) {
        return dates.start() == null ? "" : " from " + dates.start();
    }

    private static boolean isOutside(DateRange range, LocalDate first, @Nullable LocalDate last) {
        return first.isAfter(range.end()) || (last != null && last.isBefore(range.start()));
    }

    private static String outside(DateRange range) {
        return " lies outside the date range " + range.start() + " to " + range.end();
    }
}
