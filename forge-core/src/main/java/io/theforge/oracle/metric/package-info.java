/** The measures of forecasts, each with its source: {@link PointErrors}, {@link PinballLoss}, {@link NaiveScale}. */
@NullMarked
package io.theforge.oracle.metric;

import org.jspecify.annotations.NullMarked;
