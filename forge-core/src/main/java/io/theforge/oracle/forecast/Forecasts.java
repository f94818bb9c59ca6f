package io.theforge.oracle.forecast;

import io.theforge.oracle.metric.PinballLoss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of a file. Rows are added as they come and, after {@link #finish}, handed out series by series: {@link #from}. Days count from
 * the dataset's first day.
 *
 * <p>What is more than a few megabytes goes to a temporary file, in runs that are each in order, so that memory does not grow with the file.
 */
public final class Forecasts implements AutoCloseable {
    private static final int MEMORY_BYTES = 16 << 20;

    private final List<ForecastModel> models;
    private final double[] quantiles;
    /** Where a row has the number of a model: its forecast, and each quantile, -1 where it has none. */
    private final int[] points;

    private final int[][] places;
    private final int units;
    private final int width;
    private final int rowsInMemory;
    private final ForecastRows latest;
    private final List<ForecastRun> runs = new ArrayList<>();
    private @Nullable TemporaryRows file;
    private @Nullable Integer commonCutoff;
    private long rows;
    private double largest;
    private long lineOfLargest;

    private final SortedMap<Integer, BitSet> daysByCutoff = new TreeMap<>();
    private int latestCutoff;
    private BitSet latestDays = new BitSet();

    public Forecasts(List<ForecastModel> models) {
        this(models, MEMORY_BYTES);
    }

    /** @param memoryBytes from when on rows go to a file */
    Forecasts(List<ForecastModel> models, int memoryBytes) {
        this.models = List.copyOf(models);
        quantiles = DoubleStream.concat(
                        Arrays.stream(PinballLoss.quantiles()),
                        models.stream()
                                .flatMap(model -> model.quantiles().stream())
                                .mapToDouble(q -> q))
                .sorted()
                .distinct()
                .toArray();
        points = new int[models.size()];
        places = new int[models.size()][quantiles.length];
        int sum = 0;
        for (int m = 0; m < points.length; m++) {
            points[m] = sum;
            for (int q = 0; q < quantiles.length; q++) {
                int place = models.get(m).quantiles().indexOf(quantiles[q]);
                places[m][q] = place < 0 ? -1 : sum + 1 + place;
            }
            sum += models.get(m).units();
        }
        units = sum;
        width = ForecastRows.width(units);
        rowsInMemory = Math.max(1, memoryBytes / width);
        latest = new ForecastRows(units);
    }

    /**
     * Takes one more.
     *
     * @param pair store-product pair
     * @param cutoff first day that was not known when it was forecast, at most its day; it may be before the dataset's first
     * @param line of the file that it comes from
     * @param units of each model in turn: its forecast, then its quantiles
     * @throws UncheckedIOException where there is no room for a temporary file
     */
    public void add(int pair, int cutoff, int day, long line, double[] units) {
        if (latest.rows() == rowsInMemory) {
            write();
        }
        latest.add(pair, cutoff, day, line, units);
        if (rows == 0 || cutoff != latestCutoff) {
            latestCutoff = cutoff;
            latestDays = daysByCutoff.computeIfAbsent(cutoff, unused -> new BitSet());
        }
        latestDays.set(day);
        rows++;
        for (double each : units) {
            if (each > largest) {
                largest = each;
                lineOfLargest = line;
            }
        }
    }

    private void write() {
        latest.sort();
        try {
            if (file == null) {
                file = new TemporaryRows();
            }
            runs.add(ForecastRun.write(file.channel(), latest, width));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latest.clear();
    }

    /** All were forecast from one cutoff, and added with another. */
    public void setCutoff(int cutoff) {
        BitSet days = new BitSet();
        daysByCutoff.values().forEach(days::or);
        daysByCutoff.clear();
        daysByCutoff.put(cutoff, days);
        commonCutoff = cutoff;
    }

    /** After the last one was added. */
    public void finish() {
        latest.sort();
    }

    /** Returns the rows of one pair after another. @param pair the first one that is asked for */
    public PairForecasts from(int pair) {
        return new PairForecasts(
                this, latest, runs.stream().map(run -> run.from(pair)).toList(), commonCutoff);
    }

    public List<ForecastModel> models() {
        return models;
    }

    /** Returns the quantiles that any model has, and the five that are told everywhere, ascending. */
    public double[] quantiles() {
        return quantiles.clone();
    }

    /** Returns whether the model has this one of the {@link #quantiles}. */
    public boolean has(int model, int quantile) {
        return places[model][quantile] >= 0;
    }

    int place(int model) {
        return points[model];
    }

    /** The same for one of the quantiles; -1 where the model does not have it. */
    int place(int model, int quantile) {
        return places[model][quantile];
    }

    /** Returns how many numbers a row has. */
    public int units() {
        return units;
    }

    public long rows() {
        return rows;
    }

    /** Returns the most units that a row has, in a forecast or in a quantile. */
    public double largest() {
        return largest;
    }

    /** Returns the line of the file in which {@link #largest} stands first. */
    public long lineOfLargest() {
        return lineOfLargest;
    }

    /** Returns the days that were forecast from each cutoff, of any pair. */
    public SortedMap<Integer, BitSet> daysByCutoff() {
        return daysByCutoff;
    }

    /** Returns all cutoffs, ascending. */
    public int[] cutoffs() {
        return daysByCutoff.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the first day that was forecast, of any pair; 0 when there is none. */
    public int firstDay() {
        return daysByCutoff.values().stream()
                .mapToInt(days -> days.nextSetBit(0))
                .min()
                .orElse(0);
    }

    /** Returns the day after the last one that was forecast. */
    public int endDay() {
        return daysByCutoff.values().stream().mapToInt(BitSet::length).max().orElse(0);
    }

    /** Removes the temporary file, where there is one. */
    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
