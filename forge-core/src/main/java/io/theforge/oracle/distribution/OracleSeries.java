package io.theforge.oracle.distribution;

import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.demand.DemandFactor;
import io.theforge.demand.ExpectedDemand;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionOdds;
import io.theforge.pricing.PromotionPlan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.series.TruthBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One series: what was recorded of it, and the distribution of its demand, conditioned on what is known. One instance per thread. */
public final class OracleSeries {
    /** Moves the expected error of a day by one per cent at most, to either side, and that of many days hardly. */
    private static final double SIGMA_STEP = 0.02;

    private static final double MAX_SIGMA = 3;

    private final Plan plan;
    private final SeriesGenerator generator;
    private final SeriesBlock block;
    private final PromotionPlan promotionPlan;
    private final PromotionOdds odds;
    private final ExpectedDemand lifts;
    private final List<Promotion> promotions = new ArrayList<>();
    private final double[] possibleMeans;
    private final double[] weights;
    private final MovementAhead ahead;
    private final SharedPaths paths;
    private boolean arePathsOfDay;
    private final DemandDistribution foreseen = new DemandDistribution();
    /** With what is not known in its noise, by the sigma of both: {@link #SIGMA_STEP} apart, so that many days share one. */
    private final Map<Integer, DemandDistribution> blurred = new HashMap<>();

    private Product product;
    private int storeIndex;

    /** Recorded units by day; NaN where there is no record. */
    public final double[] sales;

    /** What was taken for them by day, in cents; 0 where there is no record. */
    public final long[] revenueCents;

    /** The truth behind them. */
    public final TruthBlock truth;

    /** Demand of the day that was conditioned on last. */
    public DemandDistribution demand = foreseen;

    /** Mean and variance of the demand of the day that was {@linkplain #foresee foreseen} last. */
    public double foreseenMean;

    public double foreseenVariance;

    public OracleSeries(Plan plan) {
        this.plan = plan;
        generator = SeriesGenerator.withTruth(plan, null);
        block = new SeriesBlock(plan.days(), true);
        truth = Objects.requireNonNull(block.truth);
        promotionPlan = new PromotionPlan(plan);
        odds = new PromotionOdds(plan);
        lifts = new ExpectedDemand(plan);
        int kinds = plan.products().stream().mapToInt(odds::kinds).max().orElse(0);
        possibleMeans = new double[kinds + 2];
        weights = new double[kinds + 2];
        ahead = new MovementAhead(plan);
        paths = new SharedPaths(plan, ahead);
        sales = new double[plan.days()];
        revenueCents = new long[plan.days()];
        product = plan.products().get(0);
    }

    /** Begins a pair. @return false when nothing of it is recorded, so that nobody would forecast it */
    public boolean fill(int pair) {
        storeIndex = plan.storeOf(pair);
        product = plan.products().get(plan.productOf(pair));
        generator.generate(storeIndex, product.index(), block);
        Arrays.fill(sales, Double.NaN);
        Arrays.fill(revenueCents, 0);
        for (int i = 0; i < block.salesCount; i++) {
            sales[block.salesDay[i]] = block.quantity[i];
            revenueCents[block.salesDay[i]] = block.totalCents(i);
        }
        promotions.clear();
        promotionPlan.forEachOfPair(product, storeIndex, promotions::add);
        TimeSeriesConfig series = plan.config().timeSeries();
        foreseen.noise(truth.sigma, series.anomalyProbability(), series.anomalyMagnitude());
        if (!ahead.isOff()) {
            ahead.fill(plan.stores().get(storeIndex), product);
        }
        return block.salesCount > 0;
    }

    /** Returns what the day that was conditioned on last shares with others from the same cutoff; null for nothing. */
    public @Nullable SharedPaths paths() {
        return arePathsOfDay ? paths : null;
    }

    /** Returns whether levels, weeks or shelves move, so that a cutoff hides more than the noise of a day. */
    public boolean isMoving() {
        return !ahead.isOff();
    }

    /** Conditions demand on the mean of a day: all is known but noise, anomaly and count. */
    public void conditionOnMean(int day) {
        arePathsOfDay = false;
        demand = foreseen;
        demand.of(truth.means[day]);
    }

    /**
     * Fills in {@link #foreseenMean} and {@link #foreseenVariance} of a day, without asking for its distribution; demand has to be conditioned
     * anew.
     */
    public void foresee(int day) {
        foreseen.moments(truth.means[day]);
        foreseenMean = foreseen.mean();
        foreseenVariance = foreseen.variance();
    }

    /**
     * Conditions demand on all that could be known at a cutoff, if nobody hid it: the draws of drift, weeks and absences that have
     * acted, and the law of the others; prices and promotions are known.
     *
     * @param cutoff first day that is not known
     */
    public void conditionAtCutoff(int day, int cutoff) {
        if (ahead.isOff()) {
            conditionOnMean(day);
            return;
        }
        possibleMeans[0] =
                withoutMovement(day) * factor(DemandFactor.PROMOTIONS, day) * factor(DemandFactor.ADVERTISING, day);
        weights[0] = 1;
        condition(1, day, cutoff);
    }

    /** Conditions demand on possible means without movement. @param origin a cutoff; before the dataset nothing of it has acted */
    private void condition(int count, int day, int origin) {
        int cutoff = Math.max(0, origin);
        arePathsOfDay = false;
        if (ahead.isOff()) {
            demand = foreseen;
            demand.of(possibleMeans, weights, count);
            return;
        }
        arePathsOfDay = true;
        ahead.at(day, cutoff - 1);
        double onShelf = 0;
        for (int i = 0; i < count; i++) {
            possibleMeans[i] *= ahead.factor;
            onShelf += possibleMeans[i] * weights[i];
            weights[i] *= 1 - ahead.absent;
        }
        paths.of(onShelf, truth.sigma, cutoff);
        possibleMeans[count] = 0;
        weights[count] = ahead.absent;
        demand = blurred(Math.sqrt(truth.sigma * truth.sigma + ahead.hidden.variance));
        demand.of(possibleMeans, weights, ahead.absent > 0 ? count + 1 : count);
    }

    private DemandDistribution blurred(double sigma) {
        if (sigma == truth.sigma) {
            return foreseen;
        }
        int step = (int) Math.rint(StrictMath.log(Math.min(MAX_SIGMA, sigma)) / SIGMA_STEP);
        return blurred.computeIfAbsent(step, unused -> {
            DemandDistribution distribution = new DemandDistribution();
            TimeSeriesConfig series = plan.config().timeSeries();
            distribution.noise(
                    Math.min(MAX_SIGMA, StrictMath.exp(step * SIGMA_STEP)),
                    series.anomalyProbability(),
                    series.anomalyMagnitude());
            return distribution;
        });
    }

    /** Returns the mean of a day at the base of promotions, and without what a cutoff hides. */
    private double withoutMovement(int day) {
        double plain = truth.level;
        for (DemandFactor factor : DemandFactor.values()) {
            boolean isOfPromotion = factor == DemandFactor.PROMOTIONS || factor == DemandFactor.ADVERTISING;
            boolean isLeftOut = isOfPromotion || !ahead.isOff() && factor.isHidden();
            plain *= isLeftOut ? 1 : factor(factor, day);
        }
        return plain;
    }

    /**
     * Conditions demand on what could be known at a cutoff of a day's mean but the promotions of the pair that start at the cutoff or
     * later. Dips around promotions and what siblings take are known.
     *
     * @return false where there is no such promotion to come, and all else is known: {@link #conditionAtCutoff}
     */
    public boolean conditionBeforePromotions(int day, int cutoff) {
        double running = isStarted(day, cutoff) ? 0 : odds.running(product, storeIndex, day, cutoff);
        if (running == 0) {
            conditionAtCutoff(day, cutoff);
            return false;
        }
        double plain = withoutMovement(day);
        possibleMeans[0] = plain;
        weights[0] = 1 - running;
        int count = 1;
        for (int i = 0; i < odds.kinds(product); i++) {
            double lift = lifts.lift(odds.depth(i, product, truth.regularCents[day]));
            double mean = plain * lift * odds.advertising(i, product);
            // Depths of one lift are one possibility
            int same = count - 1;
            while (same > 0 && possibleMeans[same] != mean) {
                same--;
            }
            if (same == 0) {
                possibleMeans[count] = mean;
                weights[count] = 0;
                same = count++;
            }
            weights[same] += running * odds.weight(i, product);
        }
        condition(count, day, cutoff);
        return true;
    }

    /** Returns whether a promotion that is known has started in the day's month, so that no other one does. */
    private boolean isStarted(int day, int cutoff) {
        int monthStart = day - plan.config().dateRange().start().plusDays(day).getDayOfMonth() + 1;
        for (Promotion promotion : promotions) {
            if (promotion.startDay() >= monthStart && promotion.startDay() <= day && promotion.startDay() < cutoff) {
                return true;
            }
        }
        return false;
    }

    private double factor(DemandFactor factor, int day) {
        return Objects.requireNonNull(truth.factors.get(factor))[day];
    }

    /** Censors demand at the stock of a day, until the next day: what of it can be sold from the shelf, beside {@link #soldBefore}. */
    public void censorAtStock(int day) {
        demand.cap(truth.available[day] - soldBefore(day));
    }

    /** Returns the units that go to customers of earlier days, who have waited. */
    public int soldBefore(int day) {
        return day > truth.firstDay ? Math.min(truth.backlog[day - 1], truth.available[day]) : 0;
    }
}
