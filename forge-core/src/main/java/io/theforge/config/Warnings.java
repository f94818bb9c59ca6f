package io.theforge.config;

import io.theforge.config.model.DataGap;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.EventDates;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.MovementConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.PromotionsConfig.OfCategory;
import io.theforge.config.model.RetailConfig;
import io.theforge.config.model.Shock;
import io.theforge.config.model.SparsityConfig;
import io.theforge.config.model.StockConfig;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.config.yaml.NumberText;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        addIdle(config, warnings);
        return List.copyOf(warnings);
    }

    /** Adds settings that others leave without effect. */
    private static void addIdle(ForgeConfig config, List<String> warnings) {
        RetailConfig retail = config.retail();
        Idle idle = new Idle(config, warnings);
        idle.where(
                !retail.liftByDepth().isEmpty(),
                "retail.lift_by_depth says what promotions do",
                RetailKeys.PROMOTION_LIFT);
        idle.where(
                retail.priceChangeProbability() == 0,
                "retail.price_change_probability is 0",
                RetailKeys.PRICE_CHANGE_SIZE);
        addPromotions(config, idle, warnings);
        TimeSeriesConfig.Trend trend = config.timeSeries().trend();
        boolean slopes = trend == TimeSeriesConfig.Trend.LINEAR || trend == TimeSeriesConfig.Trend.EXPONENTIAL;
        idle.where(
                !slopes, "time_series.trend is " + TimeSeriesKeys.TREND.type().write(trend), TimeSeriesKeys.SLOPE);
        MovementConfig.Drift drift = config.movement().drift();
        idle.where(
                drift.productSigma() == 0 && drift.seriesSigma() == 0,
                "time_series.drift.product_sigma and series_sigma are both 0",
                MovementKeys.DRIFT_CALM);
        MovementConfig.Absences absences = config.movement().absences();
        idle.where(
                absences.seriesProbability() == 0 && absences.productProbability() == 0,
                "absences.series_probability and absences.product_probability are both 0",
                MovementKeys.ABSENT_DAYS,
                MovementKeys.ABSENT_SPREAD,
                MovementKeys.ABSENT_CLEARED);
        addStockouts(config, idle);
    }

    private static void addPromotions(ForgeConfig config, Idle idle, List<String> warnings) {
        PromotionsConfig promotions = config.promotions();
        idle.where(
                config.products().categories().stream()
                        .allMatch(category -> config.promotionProbability(category.name()) == 0),
                "no product is ever promoted: retail.promotion_probability is 0",
                PromotionKeys.CAMPAIGNS);
        boolean campaigns = promotions.campaignsPerMonth() > 0;
        idle.where(
                !campaigns,
                "promotions.campaigns_per_month is 0, and campaigns are advertised",
                PromotionKeys.ADVERTISED_SHARE,
                PromotionKeys.ADVERTISING_LIFT);
        idle.where(
                campaigns && promotions.advertisedShare() == 0,
                "promotions.advertised_share is 0",
                PromotionKeys.ADVERTISING_LIFT);
        idle.where(
                config.products().categories().stream()
                        .allMatch(category -> promotions.depthMean(category.name()) == 0),
                "promotions.depth_mean is 0",
                PromotionKeys.DEPTH_CONCENTRATION);
        for (OfCategory row : promotions.byCategory()) {
            if (row.probability() == null && row.depthMean() == null) {
                warnings.add(
                        "the row " + YamlLocation.quote(row.category()) + " of promotions.by_category has no effect,"
                                + " because it has neither probability nor depth_mean");
            }
        }
    }

    private static void addStockouts(ForgeConfig config, Idle idle) {
        double share = config.retail().stockoutProbability();
        idle.where(
                share == 0,
                "retail.stockout_probability is 0",
                StockKeys.STOCKOUT_SPREAD,
                StockKeys.PARTIAL_STOCKOUTS,
                StockKeys.SOLD_BEFORE_STOCKOUT);
        double firstDays = 1 / StockConfig.stockoutRunDays(share);
        // with a spread, series that are out of stock more often have longer runs
        idle.where(
                share > 0
                        && config.stock().stockoutSpread() == 0
                        && config.stock().partialStockoutShare() <= firstDays,
                "first days of stockouts are partial anyway, a share of " + NumberText.show(firstDays),
                StockKeys.PARTIAL_STOCKOUTS);
    }

    /** Tells which of some keys have no effect. */
    private record Idle(ForgeConfig config, List<String> warnings) {
        @SafeVarargs
        final void where(boolean idle, String why, Key<ForgeConfig, ?>... keys) {
            for (Key<ForgeConfig, ?> key : keys) {
                if (idle && isGiven(key)) {
                    warnings.add(key.path() + " has no effect, because " + why);
                }
            }
        }

        /** Returns whether a value differs from its default: one that is given and equals it does no harm. */
        private <T> boolean isGiven(Key<ForgeConfig, T> key) {
            return !Objects.equals(key.of().apply(config), key.fallback());
        }
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
