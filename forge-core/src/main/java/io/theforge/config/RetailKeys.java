package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.RetailConfig;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** Keys under {@code retail}. */
final class RetailKeys {

    static final Key<ForgeConfig, Double> PROMOTION_PROBABILITY = Key.of(
            "retail.promotion_probability",
            NumberType.PROBABILITY,
            0.1,
            config -> config.retail().promotionProbability(),
            "chance that a product starts a promotion in a month");
    static final Key<ForgeConfig, Double> PROMOTION_LIFT = Key.of(
            "retail.promotion_lift",
            NumberType.MULTIPLIER,
            1.3,
            config -> config.retail().promotionLift(),
            "demand multiplier on promotion days, the discount included");
    static final Key<ForgeConfig, SortedMap<Double, Double>> LIFT_BY_DEPTH = Key.of(
            "retail.lift_by_depth",
            new CurveType<>(
                    NumberType.above(0, 1),
                    NumberType.MULTIPLIER,
                    "discount depth (above 0, at most 1) to multiplier (0 to 20)"),
            Collections.emptySortedMap(),
            config -> config.retail().liftByDepth(),
            "discount depth to multiplier, in place of promotion_lift");
    static final Key<ForgeConfig, Double> LIFT_FROM_SIBLINGS = Key.of(
            "retail.lift_from_siblings",
            NumberType.PROBABILITY,
            0.0,
            config -> config.retail().liftFromSiblings(),
            "share of a promotion's extra units that the other products of its category in the same store lose");
    static final Key<ForgeConfig, Double> LIFT_FROM_OTHER_WEEKS = Key.of(
            "retail.lift_from_other_weeks",
            NumberType.PROBABILITY,
            0.0,
            config -> config.retail().liftFromOtherWeeks(),
            "share of a promotion's extra units that the days before and after it lose: a third as long before as it runs,"
                    + " the rest twice as long after");
    static final Key<ForgeConfig, Double> STOCKOUT_PROBABILITY = Key.of(
            "retail.stockout_probability",
            NumberType.PROBABILITY,
            0.02,
            config -> config.retail().stockoutProbability(),
            "share of series-days that end with nothing on hand");
    static final Key<ForgeConfig, RetailConfig.StockoutBehavior> STOCKOUT_BEHAVIOR = Key.of(
            "retail.stockout_behavior",
            new Choice<>(RetailConfig.StockoutBehavior.class),
            RetailConfig.StockoutBehavior.ZERO,
            config -> config.retail().stockoutBehavior(),
            "zero: demand beyond stock is lost; backlog: it is sold when stock is back");
    static final Key<ForgeConfig, Double> PRICE_ELASTICITY = Key.of(
            "retail.price_elasticity",
            NumberType.from(-10, 0),
            -0.5,
            config -> config.retail().priceElasticity(),
            "elasticity of demand to the regular price");
    static final Key<ForgeConfig, Double> ELASTICITY_SPREAD = Key.of(
            "retail.elasticity_spread",
            NumberType.from(0, 5),
            0.0,
            config -> config.retail().elasticitySpread(),
            "standard deviation of elasticity between products around `retail.price_elasticity`; log-normal, so that no"
                    + " product's is above 0 and their mean stays; of no effect where that key is 0");
    static final Key<ForgeConfig, Double> PRICE_CHANGE_PROBABILITY = Key.of(
            "retail.price_change_probability",
            NumberType.PROBABILITY,
            0.1,
            config -> config.retail().priceChangeProbability(),
            "chance of a regular price change per product and month");
    static final Key<ForgeConfig, Double> PRICE_CHANGE_SIZE = Key.of(
            "retail.price_change_size",
            NumberType.from(0, 0.2),
            0.0,
            config -> config.retail().priceChangeSize(),
            "median size of a regular price change, as a share of the price; 0: to any retail price within 20 per cent of the"
                    + " base price");
    static final Key<ForgeConfig, Integer> RAMP_DAYS = Key.of(
            "retail.new_product_ramp_days",
            new WholeNumber(0, 3650),
            30,
            config -> config.retail().newProductRampDays(),
            "days until a launched product sells in full");
    static final Key<ForgeConfig, Integer> DECLINE_DAYS = Key.of(
            "retail.decline_days",
            new WholeNumber(0, 3650),
            60,
            config -> config.retail().declineDays(),
            "days over which a discontinued product runs down");
    static final Key<ForgeConfig, Double> NEW_PRODUCT_SHARE = Key.of(
            "retail.new_product_share",
            NumberType.PROBABILITY,
            0.0,
            config -> config.retail().newProductShare(),
            "share of products launched inside a planning block");
    static final Key<ForgeConfig, Double> DISCONTINUED_SHARE = Key.of(
            "retail.discontinued_share",
            NumberType.PROBABILITY,
            0.0,
            config -> config.retail().discontinuedShare(),
            "share of products run down inside a planning block");
    static final Key<ForgeConfig, Double> WEEKEND_SPIKE = Key.of(
            "retail.weekend_spike",
            NumberType.MULTIPLIER,
            1.2,
            config -> config.retail().weekendSpike(),
            "extra multiplier on Saturday and Sunday");

    static final List<Key<ForgeConfig, ?>> ALL = List.of(
            PROMOTION_PROBABILITY,
            PROMOTION_LIFT,
            LIFT_BY_DEPTH,
            LIFT_FROM_SIBLINGS,
            LIFT_FROM_OTHER_WEEKS,
            STOCKOUT_PROBABILITY,
            STOCKOUT_BEHAVIOR,
            PRICE_ELASTICITY,
            ELASTICITY_SPREAD,
            PRICE_CHANGE_PROBABILITY,
            PRICE_CHANGE_SIZE,
            RAMP_DAYS,
            DECLINE_DAYS,
            NEW_PRODUCT_SHARE,
            DISCONTINUED_SHARE,
            WEEKEND_SPIKE);

    private RetailKeys() {}

    static RetailConfig retail(Values values) {
        return new RetailConfig(
                values.get(PROMOTION_PROBABILITY),
                values.get(PROMOTION_LIFT),
                values.get(LIFT_BY_DEPTH),
                values.get(LIFT_FROM_SIBLINGS),
                values.get(LIFT_FROM_OTHER_WEEKS),
                values.get(STOCKOUT_PROBABILITY),
                values.get(STOCKOUT_BEHAVIOR),
                values.get(PRICE_ELASTICITY),
                values.get(ELASTICITY_SPREAD),
                values.get(PRICE_CHANGE_PROBABILITY),
                values.get(PRICE_CHANGE_SIZE),
                values.get(RAMP_DAYS),
                values.get(DECLINE_DAYS),
                values.get(NEW_PRODUCT_SHARE),
                values.get(DISCONTINUED_SHARE),
                values.get(WEEKEND_SPIKE));
    }
}
