/**
 * The forecasts of a file, of one model or of several: {@link Forecasts} keeps them, as many as there are, and
 * {@link PairForecasts} hands them out series by series.
 */
@NullMarked
package io.theforge.oracle.forecast;

import org.jspecify.annotations.NullMarked;
