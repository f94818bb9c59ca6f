/** Randomness without state: keyed bits and the quantile functions that turn them into draws. */
@NullMarked
package io.theforge.random;

import org.jspecify.annotations.NullMarked;
