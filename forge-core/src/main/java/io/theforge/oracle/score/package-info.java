/** How good the forecasts in a file are: {@link ForecastScorer} compares them with benchmarks and the oracle. */
@NullMarked
package io.theforge.oracle.score;

import org.jspecify.annotations.NullMarked;
