package io.theforge.oracle.score;

import io.theforge.oracle.metric.PointErrors;

/**
 * What the forecasts of one series cost beyond what could not be known.
 *
 * @param pair the store-product pair
 * @param forecast its errors
 * @param oracle the oracle's on the same days
 */
public record SeriesCost(int pair, PointErrors forecast, PointErrors oracle) {
    /** Returns the units of absolute error beyond the oracle's; below 0 where the forecasts were closer. */
    public double excess() {
        return forecast.absoluteError() - oracle.absoluteError();
    }
}
