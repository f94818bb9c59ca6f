package io.theforge.demand;

import io.theforge.config.RetailConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * The noise-free mean of one pair, day by day, with the prices it depends on. One instance per thread: the columns are
 * reused by the next pair. Days run, from the first one wanted, over the planned ones, beyond the last that is generated, because a shop orders ahead.
 */
public final class ExpectedDemand {
    private final Plan plan;
    private final PricePlan prices;
    private final PromotionPlan promotions;
    private final double[] dayFactors;
    private final ShockFactors shocks;
    private final long fitKey;
    private final double fitSigma;
    private final int firstDay;
    private final int days;

    /** Mean units of each day, 0 before the launch and after the last day. */
    public final double[] means;

    /** The regular price in force, in cents. */
    public final int[] regularCents;

    /** What is paid: the regular price less the discount of a running promotion. */
    public final int[] unitPriceCents;

    /** First day on which the pair can be sold: its product's launch, or its shop's opening. */
    public int firstDayOnSale;

    public ExpectedDemand(Plan plan) {
        this(plan, 0);
    }

    /** @param firstDay first of the days that are filled */
    public ExpectedDemand(Plan plan, int firstDay) {
        this.firstDay = firstDay;
        this.plan = plan;
        prices = new PricePlan(plan);
        promotions = new PromotionPlan(plan);
        dayFactors = DayFactors.of(plan);
        shocks = new ShockFactors(plan, firstDay);
        fitKey = Keys.key(plan.config().seed(), Stream.PAIR_FIT);
        // A pair stands out only where both stores and products do: equal stores or equal products leave no trace of it
        fitSigma =
                plan.config().stores().sizeSpread() * plan.config().products().demandSpread();
        days = plan.plannedDays();
        means = new double[days];
        regularCents = new int[days];
        unitPriceCents = new int[days];
    }

    /** Mean units of a pair on a day on which every other factor is 1. */
    public double level(Store store, Product product) {
        double z = NormalQuantile.of(Keys.uniform(Keys.derive(fitKey, store.index()), product.index()));
        double fit = StrictMath.exp(fitSigma * z - fitSigma * fitSigma / 2);
        return plan.config().timeSeries().baseDemand() * store.size() * product.popularity() * fit;
    }

    /** Fills the columns with those of a pair. */
    public void fill(Store store, Product product) {
        double level = level(store, product);
        for (int d = firstDay; d < days; d++) {
            means[d] = level * dayFactors[d];
        }
        prices.chainWindows(product).forEach(this::price);
        prices.storeWindows(product, store.index()).forEach(this::price);
        elasticity(product, means);
        System.arraycopy(regularCents, firstDay, unitPriceCents, firstDay, days - firstDay);
        promotions(store, product, means);
        lifecycle(product, means);
        shocks(store, product, means);
        firstDayOnSale = Math.max(product.launchDay(), shocks.openingDay(store, product));
    }

    /** Multiplies a column by what running promotions do; after {@link #fill}, as all of these. */
    void promotions(Store store, Product product, double[] column) {
        promotions.forEachOfPair(product, store.index(), promotion -> promote(promotion, column));
    }

    /** Multiplies a column by what the demand events do. */
    void shocks(Store store, Product product, double[] column) {
        shocks.apply(store, product, column);
    }

    private void price(PriceWindow window) {
        int end = Math.min(days - 1, window.validTo());
        if (end >= firstDay) {
            Arrays.fill(regularCents, Math.max(firstDay, window.validFrom()), end + 1, window.priceCents());
        }
    }

    /** Multiplies a column by what regular prices do. */
    void elasticity(Product product, double[] column) {
        int cents = product.basePriceCents();
        double factor = 1;
        for (int d = firstDay; d < days; d++) {
            if (regularCents[d] != cents) {
                cents = regularCents[d];
                factor = StrictMath.pow((double) cents / product.basePriceCents(), product.elasticity());
            }
            column[d] *= factor;
        }
    }

    private void promote(Promotion promotion, double[] column) {
        RetailConfig retail = plan.config().retail();
        int end = Math.min(days - 1, promotion.endDay());
        for (int d = Math.max(firstDay, promotion.startDay()); d <= end; d++) {
            unitPriceCents[d] = promotion.apply(regularCents[d]);
            column[d] *= retail.liftByDepth().isEmpty()
                    ? retail.promotionLift()
                    : lift(retail.liftByDepth(), promotion.depth(regularCents[d]));
        }
    }

    /** Straight lines between the configured depths, from (0, 1) on; beyond the deepest its own lift. */
    static double lift(SortedMap<Double, Double> liftByDepth, double depth) {
        double lowerDepth = 0;
        double lowerLift = 1;
        for (Map.Entry<Double, Double> point : liftByDepth.entrySet()) {
            if (depth <= point.getKey()) {
                double share = (depth - lowerDepth) / (point.getKey() - lowerDepth);
                return lowerLift + share * (point.getValue() - lowerLift);
            }
            lowerDepth = point.getKey();
            lowerLift = point.getValue();
        }
        return lowerLift;
    }

    /** Multiplies a column by what launch and end of the product do. */
    void lifecycle(Product product, double[] column) {
        RetailConfig retail = plan.config().retail();
        if (product.launchDay() > firstDay) {
            Arrays.fill(column, firstDay, Math.min(days, product.launchDay()), 0);
        }
        if (product.launchDay() > 0) {
            int rampEnd = (int) Math.min(days, (long) product.launchDay() + retail.newProductRampDays());
            for (int d = Math.max(firstDay, product.launchDay()); d < rampEnd; d++) {
                column[d] *= (d - product.launchDay() + 1.0) / retail.newProductRampDays();
            }
        }
        int declineStart = (int) Math.min(days, Math.max(firstDay, product.lastDay() - retail.declineDays() + 1L));
        for (int d = declineStart; d <= Math.min(days - 1, product.lastDay()); d++) {
            column[d] *= (product.lastDay() - d + 1.0) / retail.declineDays();
        }
        if (product.lastDay() < days) {
            Arrays.fill(column, Math.max(firstDay, product.lastDay() + 1), days, 0);
        }
    }
}
