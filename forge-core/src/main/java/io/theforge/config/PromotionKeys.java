package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.PromotionsConfig.OfCategory;
import io.theforge.config.model.Share;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys under {@code promotions}: how they are planned. What they do to demand is under {@code retail}. */
final class PromotionKeys {
    private static final PromotionsConfig USUAL = PromotionsConfig.USUAL;
    private static final NumberType MEAN = NumberType.from(0, 0.5);

    static final Key<ForgeConfig, Integer> CAMPAIGNS = Key.of(
            "promotions.campaigns_per_month",
            new WholeNumber(0, 50),
            USUAL.campaignsPerMonth(),
            config -> config.promotions().campaignsPerMonth(),
            "campaigns that start in a month, each about a category or a brand, with the same days for all its products;"
                    + " 0: each product is promoted for itself");
    static final Key<ForgeConfig, Double> ADVERTISED_SHARE = Key.of(
            "promotions.advertised_share",
            NumberType.PROBABILITY,
            USUAL.advertisedShare(),
            config -> config.promotions().advertisedShare(),
            "share of campaigns that are advertised, which their name says");
    static final Key<ForgeConfig, Double> ADVERTISING_LIFT = Key.of(
            "promotions.advertising_lift",
            NumberType.MULTIPLIER,
            USUAL.advertisingLift(),
            config -> config.promotions().advertisingLift(),
            "demand multiplier of advertising, on top of the promotion's own");
    static final Key<ForgeConfig, Double> DEPTH_MEAN = Key.of(
            "promotions.depth_mean",
            MEAN,
            USUAL.depthMean(),
            config -> config.promotions().depthMean(),
            "mean discount depth, by a Beta law in whole per cent from 1 to 50; 0: the usual depths of 5 to 40 per cent");
    static final Key<ForgeConfig, Double> DEPTH_CONCENTRATION = Key.of(
            "promotions.depth_concentration",
            NumberType.from(2, 1000),
            USUAL.depthConcentration(),
            config -> config.promotions().depthConcentration(),
            "sum of the Beta law's two parameters: with 50 and a mean of 0.3 it is Beta(15, 35); the higher, the more alike depths are");

    private static final Key<OfCategory, String> CATEGORY =
            Key.required("category", new TextType(100), OfCategory::category, "the category");
    private static final Key<OfCategory, Double> PROBABILITY = Key.optional(
            "probability", NumberType.PROBABILITY, OfCategory::probability, "in place of retail.promotion_probability");
    private static final Key<OfCategory, Double> MEAN_DEPTH =
            Key.optional("depth_mean", MEAN, OfCategory::depthMean, "in place of promotions.depth_mean");

    static final Key<ForgeConfig, List<OfCategory>> BY_CATEGORY = Key.of(
            "promotions.by_category",
            new RowsType<>(
                    List.of(CATEGORY, PROBABILITY, MEAN_DEPTH),
                    (values, node, location) ->
                            new OfCategory(values.get(CATEGORY), values.find(PROBABILITY), values.find(MEAN_DEPTH)),
                    OfCategory::category,
                    "rows such as {category: \"Snack\", probability: 0.4, depth_mean: 0.3}"),
            USUAL.byCategory(),
            config -> config.promotions().byCategory(),
            "how often and how deep, where a category is not as the others");

    static final List<Key<ForgeConfig, ?>> ALL =
            List.of(CAMPAIGNS, ADVERTISED_SHARE, ADVERTISING_LIFT, DEPTH_MEAN, DEPTH_CONCENTRATION, BY_CATEGORY);

    private PromotionKeys() {}

    static PromotionsConfig promotions(Values values) {
        return new PromotionsConfig(
                values.get(CAMPAIGNS),
                values.get(ADVERTISED_SHARE),
                values.get(ADVERTISING_LIFT),
                values.get(DEPTH_MEAN),
                values.get(DEPTH_CONCENTRATION),
                values.get(BY_CATEGORY));
    }

    /** Returns a scenario's rows in a shop that may have categories of its own: those of the ones that there are. */
    static List<OfCategory> reaching(Values shop) {
        Set<String> categories =
                shop.get(DimensionKeys.CATEGORIES).stream().map(Share::name).collect(Collectors.toSet());
        return shop.get(BY_CATEGORY).stream()
                .filter(row -> categories.contains(row.category()))
                .toList();
    }
}
