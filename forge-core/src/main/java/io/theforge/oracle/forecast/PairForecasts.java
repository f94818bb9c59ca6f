package io.theforge.oracle.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forecasts of one pair after another, by cutoff and day. One instance per thread. */
public final class PairForecasts {
    private final Forecasts forecasts;
    private final ForecastRows inMemory;
    private final List<ForecastRun.Cursor> runs;
    private final @Nullable Integer commonCutoff;
    private final ForecastRows rows;

    PairForecasts(
            Forecasts forecasts, ForecastRows inMemory, List<ForecastRun.Cursor> runs, @Nullable Integer commonCutoff) {
        this.forecasts = forecasts;
        this.inMemory = inMemory;
        this.runs = runs;
        this.commonCutoff = commonCutoff;
        rows = new ForecastRows(forecasts.units());
    }

    /** Goes on to a pair, behind those asked for before. */
    public void read(int pair) {
        rows.clear();
        runs.forEach(run -> run.copy(pair, rows));
        for (int i = inMemory.firstRow(pair); i < inMemory.rows() && inMemory.pair(i) == pair; i++) {
            rows.add(inMemory, i);
        }
        rows.sort();
    }

    public int rows() {
        return rows.rows();
    }

    /** Returns the first day that was not known when the i-th row was forecast. */
    public int cutoff(int i) {
        return commonCutoff == null ? rows.cutoff(i) : commonCutoff;
    }

    public int day(int i) {
        return rows.day(i);
    }

    /** Returns the line of the file that the i-th row comes from. */
    public long line(int i) {
        return rows.line(i);
    }

    /** Returns the units that the i-th row forecasts. @param model its place among the models */
    public double point(int i, int model) {
        return rows.units(i, forecasts.place(model));
    }

    /** Fills in the quantiles of the i-th row, by {@link Forecasts#quantiles}; NaN where the model has none. */
    public void fillQuantiles(int i, int model, double[] filled) {
        for (int q = 0; q < filled.length; q++) {
            int place = forecasts.place(model, q);
            filled[q] = place < 0 ? Double.NaN : rows.units(i, place);
        }
    }

    /** Returns the most units that the i-th row has, in a forecast or in a quantile. */
    public double largest(int i) {
        double largest = 0;
        for (int u = 0; u < forecasts.units(); u++) {
            largest = Math.max(largest, rows.units(i, u));
        }
        return largest;
    }
}
