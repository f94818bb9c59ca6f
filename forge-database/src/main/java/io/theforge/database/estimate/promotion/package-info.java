/** {@link io.theforge.database.estimate.promotion.Promotions} that go on, and what they make of sales and prices. */
@NullMarked
package io.theforge.database.estimate.promotion;

import org.jspecify.annotations.NullMarked;
