/**
 * The best possible score: {@link Oracle} computes what a forecaster would reach who knows the distribution of demand and no draw, beside
 * simple benchmarks.
 */
@NullMarked
package io.theforge.oracle;

import org.jspecify.annotations.NullMarked;
