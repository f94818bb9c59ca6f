package io.theforge.pricing;

import io.theforge.config.model.PromotionsConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The probability that a promotion will run that is not known yet: the distribution from which {@link PromotionPlan} draws, without
 * its draws. A promotion is known from its first day on, and so is a campaign.
 */
public final class PromotionOdds {
    private final Plan plan;
    private final int[] dayOfMonth;
    private final Depths depths;
    private final double advertisedShare;
    private final double advertisingLift;
    private final @Nullable CampaignOdds campaigns;

    public PromotionOdds(Plan plan) {
        this.plan = plan;
        depths = new Depths(plan);
        PromotionsConfig promotions = plan.config().promotions();
        advertisedShare = promotions.isAdvertised() ? promotions.advertisedShare() : 0;
        advertisingLift = promotions.advertisingLift();
        campaigns = promotions.campaignsPerMonth() == 0 ? null : new CampaignOdds(plan);
        dayOfMonth = new int[plan.days()];
        LocalDate date = plan.config().dateRange().start();
        for (int d = 0; d < dayOfMonth.length; d++, date = date.plusDays(1)) {
            dayOfMonth[d] = date.getDayOfMonth();
        }
    }

    /**
     * Returns the chance that a promotion runs for a pair on a day, when none of the pair has started in the day's month before the cutoff.
     *
     * @param day since the dataset's first day
     * @param cutoff the first day that is not known, at most the day itself
     */
    public double running(Product product, int storeIndex, int day, int cutoff) {
        double inStore =
                PromotionPlan.CHAIN_SHARE + (1 - PromotionPlan.CHAIN_SHARE) * PromotionPlan.shareOf(storeIndex);
        int today = dayOfMonth[day];
        int firstUnknown = Math.max(1, today - (day - cutoff));
        if (campaigns != null) {
            return inStore * campaigns.running(product, day - today + 1, today, firstUnknown);
        }
        double inMonth = inStore * plan.config().promotionProbability(product.category());
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

    /** Returns the number of kinds of promotion of a product: what is taken off, and whether it is advertised. */
    public int kinds(Product product) {
        return depths.of(product).length * (advertisedShare > 0 ? 4 : 2);
    }

    /** Returns the chance of the i-th kind; they add up to 1. */
    public double weight(int i, Product product) {
        double amount = i % 2 == 0 ? 1 - PromotionPlan.AMOUNT_SHARE : PromotionPlan.AMOUNT_SHARE;
        double advertised = isAdvertised(i, product) ? advertisedShare : 1 - advertisedShare;
        return amount * advertised / depths.of(product).length;
    }

    /** Returns what the i-th kind takes off a price, as a share of it. */
    public double depth(int i, Product product, int regularCents) {
        int[] ofProduct = depths.of(product);
        int basisPoints = ofProduct[i / 2 % ofProduct.length];
        return i % 2 == 0
                ? basisPoints / 10_000.0
                : (double) PromotionPlan.amountCents(product, basisPoints) / regularCents;
    }

    /** Returns what advertising multiplies demand by in the i-th kind. */
    public double advertising(int i, Product product) {
        return isAdvertised(i, product) ? advertisingLift : 1;
    }

    private boolean isAdvertised(int i, Product product) {
        return i >= 2 * depths.of(product).length;
    }
}
