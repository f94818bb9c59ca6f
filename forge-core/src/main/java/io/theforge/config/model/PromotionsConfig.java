package io.theforge.config.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code promotions}: how they are planned, beside what they do to demand, which is {@code retail}'s.
 *
 * @param campaignsPerMonth campaigns that start in a month, 0 to 50; 0 = each product is promoted for itself
 * @param advertisedShare share of campaigns that are advertised, 0 to 1
 * @param advertisingLift what advertising multiplies demand by, 0 to 20, on top of the discount's lift
 * @param depthMean mean of the Beta law of discount depths, 0 to 0.5; 0 = the usual depths
 * @param depthConcentration sum of that law's two parameters, 2 to 1000
 * @param byCategory what is other than usual in some categories
 */
public record PromotionsConfig(
        int campaignsPerMonth,
        double advertisedShare,
        double advertisingLift,
        double depthMean,
        double depthConcentration,
        List<OfCategory> byCategory) {

    /** Share of campaigns that are about a brand; the others are about a category. */
    public static final double BRAND_THEMES = 0.25;

    /** The usual ones: each product for itself. */
    public static final PromotionsConfig USUAL = new PromotionsConfig(0, 0, 1.9, 0, 50, List.of());

    public PromotionsConfig {
        byCategory = List.copyOf(byCategory);
    }

    /**
     * What is other than usual in one category.
     *
     * @param probability in place of {@code retail.promotion_probability}; null for that
     * @param depthMean in place of {@link PromotionsConfig#depthMean}; null for that
     */
    public record OfCategory(
            String category,
            @Nullable Double probability,
            @Nullable Double depthMean) {}

    /** Returns whether any promotion is advertised, to some effect. */
    public boolean isAdvertised() {
        return campaignsPerMonth > 0 && advertisedShare > 0 && advertisingLift != 1;
    }

    /** Returns the chance that a product of a category starts a promotion in a month. @param usual that of the others */
    double probability(String category, double usual) {
        return byCategory.stream()
                .filter(of -> of.category().equals(category))
                .map(OfCategory::probability)
                .filter(probability -> probability != null)
                .findFirst()
                .orElse(usual);
    }

    /** Returns the mean depth of a category, 0 for the usual depths. */
    public double depthMean(String category) {
        return byCategory.stream()
                .filter(of -> of.category().equals(category))
                .map(OfCategory::depthMean)
                .filter(mean -> mean != null)
                .findFirst()
                .orElse(depthMean);
    }

    /** Returns the chance that a campaign is about a product's category or brand: all themes are alike. */
    public static double themeShare(ProductsConfig products) {
        return (1 - BRAND_THEMES) / products.categories().size()
                + BRAND_THEMES / products.brands().size();
    }

    /**
     * Returns the chance that a product takes part in a campaign about it, so that it starts a promotion in a month as often as configured;
     * above 1 where there are too few campaigns.
     *
     * @param probability chance that it starts a promotion in a month
     */
    public double participation(double probability, ProductsConfig products) {
        return (1 - StrictMath.pow(1 - probability, 1.0 / campaignsPerMonth)) / themeShare(products);
    }
}
