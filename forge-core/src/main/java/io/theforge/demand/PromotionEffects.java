package io.theforge.demand;

import io.theforge.config.model.RetailConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * What promotions do to a pair: the price that is paid and the lift while one runs, and the pre- and post-promotion dips,
 * when customers wait for it or have stocked up.
 *
 * <p>The dip: with a share {@code s} of the extra units taken from other weeks and a lift {@code L} over the {@code n} days of the
 * promotion, each of the {@code n} days before it and of the {@code 2n} days after it has the factor {@code 1 - s (L - 1) / 3}, so
 * that {@code s} times the extra units are missing there, as far as demand is even. Leads and lags of this kind: van Heerde,
 * Leeflang, Wittink, <i>The Estimation of Pre- and Postpromotion Dips with Store-Level Scanner Data</i>, Journal of Marketing
 * Research 37, 2000.
 */
final class PromotionEffects {
    private static final int LENGTHS_BEFORE = 1;
    private static final int LENGTHS_AFTER = 2;
    /** However deep the promotion, some customers come on the days around it. */
    private static final double MIN_DIP = 0.1;

    private final PromotionPlan promotions;
    private final RetailConfig retail;
    private final double advertisingLift;
    private final boolean isAdvertised;
    private final int firstDay;
    private final int days;

    PromotionEffects(Plan plan, int firstDay) {
        promotions = new PromotionPlan(plan);
        retail = plan.config().retail();
        advertisingLift = plan.config().promotions().advertisingLift();
        isAdvertised = plan.config().promotions().isAdvertised();
        this.firstDay = firstDay;
        days = plan.plannedDays();
    }

    /** Takes the discounts of running promotions off the prices. */
    void discount(Product product, int storeIndex, int[] priceCents) {
        promotions.forEachOfPair(product, storeIndex, promotion -> {
            int end = Math.min(days - 1, promotion.endDay());
            for (int d = Math.max(firstDay, promotion.startDay()); d <= end; d++) {
                priceCents[d] = promotion.apply(priceCents[d]);
            }
        });
    }

    /** Multiplies a column by the lifts of running promotions. */
    void lift(Product product, int storeIndex, int[] regularCents, double[] column) {
        promotions.forEachOfPair(product, storeIndex, promotion -> {
            int end = Math.min(days - 1, promotion.endDay());
            for (int d = Math.max(firstDay, promotion.startDay()); d <= end; d++) {
                column[d] *= lift(promotion, regularCents[d]);
            }
        });
    }

    /** Multiplies a column by what advertising adds to running promotions. */
    void advertise(Product product, int storeIndex, double[] column) {
        if (isAdvertised) {
            promotions.forEachOfPair(product, storeIndex, promotion -> {
                if (promotion.isAdvertised()) {
                    multiply(column, promotion.startDay(), promotion.endDay(), advertisingLift);
                }
            });
        }
    }

    /**
     * Fills a column with what the days around promotions lose to them.
     *
     * @return whether they lose anything; otherwise the column is left as it was
     */
    boolean fillDips(Product product, int storeIndex, double[] column) {
        if (retail.liftFromOtherWeeks() == 0) {
            return false;
        }
        Arrays.fill(column, 1);
        promotions.forEachOfPair(product, storeIndex, promotion -> {
            // At the base price, not the price of each day: days beyond the planned ones have a part in it
            double whole = lift(promotion, product.basePriceCents()) * (promotion.isAdvertised() ? advertisingLift : 1);
            double extra = Math.max(0, whole - 1);
            double lost = retail.liftFromOtherWeeks() * extra / (LENGTHS_BEFORE + LENGTHS_AFTER);
            double factor = Math.max(MIN_DIP, 1 - lost);
            int length = promotion.endDay() - promotion.startDay() + 1;
            multiply(column, promotion.startDay() - LENGTHS_BEFORE * length, promotion.startDay() - 1, factor);
            multiply(column, promotion.endDay() + 1, promotion.endDay() + LENGTHS_AFTER * length, factor);
        });
        return true;
    }

    private void multiply(double[] column, int from, int to, double factor) {
        for (int d = Math.max(firstDay, from); d <= Math.min(days - 1, to); d++) {
            column[d] *= factor;
        }
    }

    private double lift(Promotion promotion, int regularCents) {
        return lift(promotion.depth(regularCents));
    }

    /** Returns the lift of a discount, a share of the regular price. */
    double lift(double depth) {
        return retail.liftByDepth().isEmpty() ? retail.promotionLift() : lift(retail.liftByDepth(), depth);
    }

    /** Returns the lift by straight lines between the configured depths, from (0, 1) on; beyond the deepest its own lift. */
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
}
