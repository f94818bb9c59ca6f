package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.Segment;
import io.theforge.config.model.SparsityConfig;
import io.theforge.config.model.StockConfig;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.config.yaml.NumberText;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.util.Map;

/** Checks the consistency of a configuration: values that are right one by one and contradict each other. */
final class ConfigContradictions {

    private static final int MAX_YEARS = 30;

    private final ForgeConfig config;
    private final Map<String, String> places;

    /** @param places path of a value to where it was given; what has none is a default */
    ConfigContradictions(ForgeConfig config, Map<String, String> places) {
        this.config = config;
        this.places = places;
    }

    /** @param withIds whether each row has a number, of which there are not more than fit into 32 bits */
    void check(boolean withIds) {
        checkDates();
        if (withIds) {
            checkRows();
        }
        checkTrend();
        checkNoise();
        checkPromotions();
        checkCover();
        checkGaps();
        checkSegments();
        new Filters(config, places).check();
    }

    private void checkSegments() {
        for (Segment segment : config.segments()) {
            if (!segment.start().isAfter(config.dateRange().start())) {
                throw wrong(
                        "the segment of " + segment.start() + " begins with the dataset or before it",
                        "give a start after " + config.dateRange().start()
                                + "; the first days have the seed of the dataset",
                        SegmentKeys.SEGMENTS,
                        CalendarKeys.START);
            }
            if (segment.start().isAfter(config.dateRange().end())) {
                throw wrong(
                        "the segment of " + segment.start() + " begins after the end "
                                + config.dateRange().end(),
                        "remove it, or give a later end",
                        SegmentKeys.SEGMENTS,
                        CalendarKeys.END);
            }
        }
    }

    private void checkDates() {
        DateRange range = config.dateRange();
        if (range.end().isBefore(range.start())) {
            throw wrong(
                    "the end " + range.end() + " is before the start " + range.start(),
                    "give an end on or after the start",
                    CalendarKeys.END,
                    CalendarKeys.START);
        }
        LocalDate latest = range.start().plusYears(MAX_YEARS).minusDays(1);
        if (range.end().isAfter(latest)) {
            throw wrong(
                    "the date range " + range.start() + " to " + range.end() + " is longer than 30 years",
                    "end on " + latest + " at the latest, or start later",
                    CalendarKeys.END,
                    CalendarKeys.START);
        }
        if (range.horizon().isBefore(range.start())) {
            throw wrong(
                    "the horizon " + range.horizon() + " is before the start " + range.start(),
                    "give a horizon on or after the start",
                    CalendarKeys.HORIZON,
                    CalendarKeys.START);
        }
        if (range.horizon().isAfter(latest)) {
            throw wrong(
                    "the horizon " + range.horizon() + " is more than 30 years from the start " + range.start(),
                    "give " + latest + " at the latest",
                    CalendarKeys.HORIZON,
                    CalendarKeys.START);
        }
    }

    private void checkRows() {
        long days = config.dateRange().days();
        long rows = config.pairs() * days; // at most 99,999 * 999,999 * 11,000, far from overflow
        if (rows > Integer.MAX_VALUE) {
            throw wrong(
                    NumberText.show(config.stores().count()) + " stores x "
                            + NumberText.show(config.products().count()) + " products x " + NumberText.show(days)
                            + " days make " + NumberText.show(rows) + " rows, and a table has ids for "
                            + NumberText.show(Integer.MAX_VALUE),
                    "take fewer stores, products or days",
                    DimensionKeys.PRODUCTS,
                    DimensionKeys.STORES,
                    CalendarKeys.END,
                    CalendarKeys.START);
        }
    }

    private void checkTrend() {
        TimeSeriesConfig series = config.timeSeries();
        boolean isStep = series.trend() == TimeSeriesConfig.Trend.STEP;
        if (isStep && series.trendSteps().isEmpty()) {
            throw wrong(
                    "time_series.trend is step, and there are no steps",
                    "add time_series.trend_steps, a list of date and factor",
                    TimeSeriesKeys.TREND);
        }
        if (!isStep && !series.trendSteps().isEmpty()) {
            throw wrong(
                    "time_series.trend_steps is given, and time_series.trend is "
                            + TimeSeriesKeys.TREND.type().write(series.trend()),
                    "write trend: step, or remove trend_steps",
                    TimeSeriesKeys.TREND_STEPS);
        }
    }

    private void checkNoise() {
        TimeSeriesConfig series = config.timeSeries();
        checkShares(
                series.noiseCategoryShare(),
                series.noiseStoreShare(),
                TimeSeriesKeys.NOISE_CATEGORY_SHARE,
                TimeSeriesKeys.NOISE_STORE_SHARE);
        double shares = series.noiseCategoryShare() + series.noiseStoreShare() + series.noiseProductShare();
        if (shares > 1) {
            throw wrong(
                    "time_series.noise_store_share, noise_category_share and noise_product_share add up to "
                            + NumberText.show(shares),
                    "give shares that add up to 1 at most",
                    TimeSeriesKeys.NOISE_PRODUCT_SHARE,
                    TimeSeriesKeys.NOISE_CATEGORY_SHARE,
                    TimeSeriesKeys.NOISE_STORE_SHARE);
        }
    }

    private void checkPromotions() {
        checkShares(
                config.retail().liftFromSiblings(),
                config.retail().liftFromOtherWeeks(),
                RetailKeys.LIFT_FROM_SIBLINGS,
                RetailKeys.LIFT_FROM_OTHER_WEEKS);
        if (config.promotions().campaignsPerMonth() > 0) {
            config.products().categories().forEach(category -> checkCampaigns(category.name()));
        }
    }

    private void checkCampaigns(String category) {
        PromotionsConfig promotions = config.promotions();
        double probability = config.promotionProbability(category);
        if (promotions.participation(probability, config.products()) > 1) {
            double most = 1
                    - StrictMath.pow(
                            1 - PromotionsConfig.themeShare(config.products()), promotions.campaignsPerMonth());
            throw wrong(
                    "promotions.campaigns_per_month is " + promotions.campaignsPerMonth()
                            + ", too few for the promotion probability of " + YamlLocation.quote(category) + ", "
                            + NumberText.show(Math.ceil(probability * 1000) / 1000),
                    "give more campaigns, or a probability of " + NumberText.show(Math.floor(most * 100) / 100)
                            + " at most",
                    PromotionKeys.CAMPAIGNS,
                    PromotionKeys.BY_CATEGORY,
                    RetailKeys.PROMOTION_PROBABILITY);
        }
    }

    private void checkCover() {
        StockConfig stock = config.stock();
        if (stock.minCoverDays() > stock.maxCoverDays()) {
            throw wrong(
                    "stock.min_cover_days is " + stock.minCoverDays() + ", more than max_cover_days, "
                            + stock.maxCoverDays(),
                    "give a min_cover_days that is not above max_cover_days",
                    StockKeys.MIN_COVER,
                    StockKeys.MAX_COVER);
        }
    }

    private void checkShares(double one, double other, Key<?, ?> keyOfOne, Key<?, ?> keyOfOther) {
        if (one + other > 1) {
            String name = keyOfOne.path().substring(keyOfOne.path().lastIndexOf('.') + 1);
            throw wrong(
                    keyOfOther.path() + " and " + name + " add up to " + NumberText.show(one + other),
                    "give shares that add up to 1 at most",
                    keyOfOne,
                    keyOfOther);
        }
    }

    private void checkGaps() {
        SparsityConfig sparsity = config.sparsity();
        if (sparsity.gapMinDays() > sparsity.gapMaxDays()) {
            throw wrong(
                    "sparsity.gap_min_days is " + sparsity.gapMinDays() + ", more than gap_max_days, "
                            + sparsity.gapMaxDays(),
                    "give a gap_min_days that is not above gap_max_days",
                    SparsityKeys.GAP_MIN,
                    SparsityKeys.GAP_MAX);
        }
        // longer ones are cut to what fits, so that a scenario can be moved to a month
        long needed = sparsity.randomGapsPerSeries() * (sparsity.gapMinDays() + 1L);
        int block = config.dateRange().blockDays();
        if (needed > block) {
            throw wrong(
                    sparsity.randomGapsPerSeries() + " gaps of gap_min_days, " + sparsity.gapMinDays()
                            + ", with a day between, need " + NumberText.show(needed)
                            + " days, and start to horizon has "
                            + NumberText.show(block),
                    "give fewer or shorter gaps, or a later horizon",
                    SparsityKeys.RANDOM_GAPS,
                    SparsityKeys.GAP_MIN,
                    CalendarKeys.HORIZON,
                    CalendarKeys.END,
                    CalendarKeys.START);
        }
    }

    /** Returns the error, at the first of the keys that were given, a flag before anything else. */
    private ConfigException wrong(String message, String remedy, Key<?, ?>... keys) {
        String location = null;
        for (Key<?, ?> key : keys) {
            String place = places.get(key.path());
            if (place != null && (location == null || (place.startsWith("--") && !location.startsWith("--")))) {
                location = place;
            }
        }
        return new ConfigException(message, remedy, location);
    }
}
