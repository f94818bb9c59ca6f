package io.theforge.database.forecast;

import io.theforge.oracle.Forecasts;
import io.theforge.oracle.PinballLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Rows that are about the dataset, as columns that grow. */
final class KeptRows {
    private final TextRows source;
    private final IntStream.Builder pairs = IntStream.builder();
    private final IntStream.Builder days = IntStream.builder();
    private final IntStream.Builder cutoffs = IntStream.builder();
    private final LongStream.Builder lines = LongStream.builder();
    private final DoubleStream.Builder points = DoubleStream.builder();
    private final List<DoubleStream.Builder> quantiles = new ArrayList<>();

    KeptRows(TextRows source) {
        this.source = source;
        for (int q = 0; q < PinballLoss.COUNT; q++) {
            quantiles.add(DoubleStream.builder());
        }
    }

    /** @param ofRow its quantiles, NaN where the file has none */
    void add(long line, int pair, int cutoff, int day, double point, double[] ofRow) {
        pairs.add(pair);
        cutoffs.add(cutoff);
        days.add(day);
        lines.add(line);
        points.add(point);
        for (int q = 0; q < ofRow.length; q++) {
            if (!Double.isNaN(ofRow[q])) {
                quantiles.get(q).add(ofRow[q]);
            }
        }
    }

    /**
     * All of them.
     *
     * @param origin the cutoff of all rows, null when each has its own
     * @throws ForecastFileException where one of them is there twice
     */
    Forecasts forecasts(@Nullable Integer origin) {
        int[] ofRows = cutoffs.build().toArray();
        if (origin != null) {
            Arrays.fill(ofRows, origin);
        }
        double[] @Nullable [] columns = new double[PinballLoss.COUNT][];
        for (int q = 0; q < columns.length; q++) {
            double[] column = quantiles.get(q).build().toArray();
            columns[q] = column.length == ofRows.length ? column : null;
        }
        Forecasts forecasts = new Forecasts(
                pairs.build().toArray(),
                ofRows,
                days.build().toArray(),
                lines.build().toArray(),
                points.build().toArray(),
                columns);
        refuseRepetitions(forecasts);
        return forecasts;
    }

    private void refuseRepetitions(Forecasts sorted) {
        for (int i = 1; i < sorted.rows(); i++) {
            if (sorted.pair[i] == sorted.pair[i - 1]
                    && sorted.cutoff[i] == sorted.cutoff[i - 1]
                    && sorted.day[i] == sorted.day[i - 1]) {
                throw new ForecastFileException(
                        source.place(sorted.line[i]),
                        "is the second forecast of its store, product and date; the first is "
                                + source.place(sorted.line[i - 1]),
                        "leave one of them out; forecasts of one day from several days need a column cutoff");
            }
        }
    }
}
