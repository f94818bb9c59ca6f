package io.theforge.pricing;

import io.theforge.config.model.PromotionsConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;

/**
 * The probability that a product's campaign runs. Of those that begin later a forecaster knows how many there are in the month, as many as
 * have not begun. Each of them is the product's with the chance {@code g}; with {@code F(a)} as the chance that it begins by day {@code a}, the first
 * that is the product's of {@code n} begins on that day with {@code (1 - g F(a - 1))^n - (1 - g F(a))^n}.
 */
final class CampaignOdds {
    private static final int LENGTHS = PromotionPlan.MAX_DAYS - PromotionPlan.MIN_DAYS + 1;

    private final Months months;
    private final Campaigns campaigns;
    private final double themeShare;

    CampaignOdds(Plan plan) {
        months = new Months(plan, plan.plannedDays());
        campaigns = new Campaigns(plan, months);
        themeShare = PromotionsConfig.themeShare(plan.config().products());
    }

    /**
     * Returns the chance that a campaign of a product runs on a day, when none of the pair has begun in the month.
     *
     * @param monthStart first day of its month, since the dataset's first day
     * @param today day of the month, from 1
     * @param firstUnknown day of the month of the cutoff, from 1
     */
    double running(Product product, int monthStart, int today, int firstUnknown) {
        int month = months.at(monthStart);
        int cutoff = monthStart + firstUnknown - 1;
        Campaign own = campaigns.of(product, month);
        if (own != null && own.startDay() < cutoff) {
            return 0; // in other stores
        }
        int count = campaigns.startingFrom(month, cutoff);
        double joined = themeShare * campaigns.participation(product);
        int length = months.length(month);
        double ahead = 0;
        for (int start = firstUnknown; start <= length; start++) {
            ahead += startingOn(start, length, 0);
        }
        double running = 0;
        double begun = 0;
        double noneBefore = 1;
        for (int start = firstUnknown; start <= today && count > 0 && ahead > 0; start++) {
            double starting = startingOn(start, length, 0);
            if (starting > 0) {
                begun += starting;
                double noneYet = power(1 - joined * Math.min(1, begun / ahead), count);
                running += (noneBefore - noneYet) * startingOn(start, length, today - start) / starting;
                noneBefore = noneYet;
            }
        }
        return running;
    }

    /** Returns the chance that a campaign begins on a day of a month and runs longer than so many days. */
    private static double startingOn(int day, int monthLength, int longerThan) {
        double chance = 0;
        int longest = Math.min(PromotionPlan.MAX_DAYS, monthLength - day + 1);
        for (int days = Math.max(PromotionPlan.MIN_DAYS, longerThan + 1); days <= longest; days++) {
            chance += 1.0 / (LENGTHS * (monthLength - days + 1));
        }
        return chance;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
