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
import java.util.List;
import java.util.Objects;

/** One series: what was recorded of it, and the distribution of its demand, conditioned on what is known. One instance per thread. */
public final class OracleSeries {
    private final Plan plan;
    private final SeriesGenerator generator;
    private final SeriesBlock block;
    private final PromotionPlan promotionPlan;
    private final PromotionOdds odds;
    private final ExpectedDemand lifts;
    private final List<Promotion> promotions = new ArrayList<>();
    private final double[] possibleMeans;
    private final double[] weights;
    private Product product;
    private int storeIndex;

    /** Recorded units by day; NaN where there is no record. */
    public final double[] sales;

    /** What was taken for them by day, in cents; 0 where there is no record. */
    public final long[] revenueCents;

    /** The truth behind them. */
    public final TruthBlock truth;

    /** Demand of the day that was conditioned on last. */
    public final DemandDistribution demand = new DemandDistribution();

    public OracleSeries(Plan plan) {
        this.plan = plan;
        generator = SeriesGenerator.withTruth(plan, null);
        block = new SeriesBlock(plan.days(), true);
        truth = Objects.requireNonNull(block.truth);
        promotionPlan = new PromotionPlan(plan);
        odds = new PromotionOdds(plan);
        lifts = new ExpectedDemand(plan);
        possibleMeans = new double[odds.discounts() + 1];
        weights = new double[odds.discounts() + 1];
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
        demand.noise(truth.sigma, series.anomalyProbability(), series.anomalyMagnitude());
        return block.salesCount > 0;
    }

    /** Conditions demand on the mean of a day: all is known but noise, anomaly and count. */
    public void conditionOnMean(int day) {
        demand.of(truth.means[day]);
    }

    /**
     * Conditions demand on all that is known of a day's mean but the promotions of the pair that start at the cutoff or later. Dips around
     * promotions and what siblings take are known.
     *
     * @return false where there is no such promotion to come, and all is known
     */
    public boolean conditionBeforePromotions(int day, int cutoff) {
        double running = isStarted(day, cutoff) ? 0 : odds.running(storeIndex, day, cutoff);
        if (running == 0) {
            conditionOnMean(day);
            return false;
        }
        double plain = truth.level;
        for (DemandFactor factor : DemandFactor.values()) {
            plain *= factor == DemandFactor.PROMOTIONS ? 1 : factor(factor, day);
        }
        possibleMeans[0] = plain;
        weights[0] = 1 - running;
        int count = 1;
        for (int i = 0; i < odds.discounts(); i++) {
            double mean = plain * lifts.lift(odds.depth(i, product, truth.regularCents[day]));
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
            weights[same] += running * odds.weight(i);
        }
        demand.of(possibleMeans, weights, count);
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
