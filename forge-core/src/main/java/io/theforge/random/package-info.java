/**
 * Randomness without state: {@link Keys} gives keyed bits, and the quantile functions {@link NormalQuantile} and {@link PoissonQuantile}
 * turn them into draws.
 */
@NullMarked
package io.theforge.random;

import org.jspecify.annotations.NullMarked;
