package io.theforge.pricing;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.time.LocalDate;

/**
 * The probability that a promotion will run that is not known yet: the distribution from which {@link PromotionPlan} draws, without
 * its draws. A promotion is known from its first day on.
 */
public final class PromotionOdds {
    private final double probability;
    private final int[] dayOfMonth;

    public PromotionOdds(Plan plan) {
        probability = plan.config().retail().promotionProbability();
        dayOfMonth = new int[plan.days()];
        LocalDate date = plan.config().dateRange().start();
        for (int d = 0; d < dayOfMonth.length; d++, date = date.plusDays(1)) {
            dayOfMonth[d] = date.getDayOfMonth();
        }
    }

    /**
     * Returns the chance that a promotion runs for a pair on a day, when none has started in the day's month before the cutoff.
     *
     * @param day since the dataset's first day
     * @param cutoff the first day that is not known, at most the day itself
     */
    public double running(int storeIndex, int day, int cutoff) {
        double inMonth = probability
                * (PromotionPlan.CHAIN_SHARE + (1 - PromotionPlan.CHAIN_SHARE) * PromotionPlan.shareOf(storeIndex));
        int today = dayOfMonth[day];
        int firstUnknown = Math.max(1, today - (day - cutoff));
        double running = 0;
        for (int start = firstUnknown; start <= Math.min(today, PromotionPlan.LATEST_START); start++) {
            running += longerThan(today - start) / PromotionPlan.LATEST_START;
        }
        double started = (double) Math.min(firstUnknown - 1, PromotionPlan.LATEST_START) / PromotionPlan.LATEST_START;
        return inMonth * running / (1 - inMonth * started);
    }

    private static double longerThan(int days) {
        int lengths = PromotionPlan.MAX_DAYS - PromotionPlan.MIN_DAYS + 1;
        int longer = Math.min(lengths, Math.max(0, PromotionPlan.MAX_DAYS - days));
        return (double) longer / lengths;
    }

    /** Returns the number of kinds of discount. */
    public int discounts() {
        return 2 * PromotionPlan.DEPTHS.length;
    }

    /** Returns the chance of the i-th kind; they add up to 1. */
    public double weight(int i) {
        double share = i % 2 == 0 ? 1 - PromotionPlan.AMOUNT_SHARE : PromotionPlan.AMOUNT_SHARE;
        return share / PromotionPlan.DEPTHS.length;
    }

    /** Returns what the i-th kind takes off a price, as a share of it. */
    public double depth(int i, Product product, int regularCents) {
        int basisPoints = PromotionPlan.DEPTHS[i / 2];
        return i % 2 == 0
                ? basisPoints / 10_000.0
                : (double) PromotionPlan.amountCents(product, basisPoints) / regularCents;
    }
}
