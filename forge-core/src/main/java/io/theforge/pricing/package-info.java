/** Regular prices and promotions, each a formula of seed, configuration and key. */
@NullMarked
package io.theforge.pricing;

import org.jspecify.annotations.NullMarked;
