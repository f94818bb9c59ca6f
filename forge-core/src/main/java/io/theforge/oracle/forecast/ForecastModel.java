package io.theforge.oracle.forecast;

import java.util.List;

/**
 * Whose forecasts they are.
 *
 * @param name as the file calls it
 * @param quantiles that it has beside its forecast, ascending, strictly between 0 and 1
 */
public record ForecastModel(String name, List<Double> quantiles) {
    public ForecastModel {
        quantiles = List.copyOf(quantiles);
    }

    /** Returns how many numbers a row has of it. */
    public int units() {
        return 1 + quantiles.size();
    }
}
