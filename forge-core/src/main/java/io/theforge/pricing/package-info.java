/** Regular prices, {@link PricePlan}, and promotions, {@link PromotionPlan}: each a formula of seed, configuration and key. */
@NullMarked
package io.theforge.pricing;

import org.jspecify.annotations.NullMarked;
