package io.theforge.oracle;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody's forecasts of a dataset, in the order of pair, cutoff and day. Days count from the dataset's first day. */
public final class Forecasts {
    /** The store-product pair of each row. */
    public final int[] pair;

    /** First day that was not known when the row was forecast, at most its day; it may be before the dataset's first. */
    public final int[] cutoff;

    public final int[] day;

    /** The line of the file that the row comes from. */
    public final long[] line;

    public final double[] point;

    /** Columns by {@link PinballLoss#quantile}; null where the file has none. */
    private final double[] @Nullable [] quantiles;

    /** @param quantiles columns by {@link PinballLoss#quantile}, null where there is none */
    public Forecasts(
            int[] pair, int[] cutoff, int[] day, long[] line, double[] point, double[] @Nullable [] quantiles) {
        this.pair = pair;
        this.cutoff = cutoff;
        this.day = day;
        this.line = line;
        this.point = point;
        this.quantiles = quantiles;
        if (IntStream.range(1, pair.length).anyMatch(i -> compare(i - 1, i) > 0)) {
            sort();
        }
    }

    private int compare(int a, int b) {
        int byPair = Integer.compare(pair[a], pair[b]);
        int byCutoff = byPair == 0 ? Integer.compare(cutoff[a], cutoff[b]) : byPair;
        return byCutoff == 0 ? Integer.compare(day[a], day[b]) : byCutoff;
    }

    /** In place, one column after the other: a file may have millions of rows. */
    private void sort() {
        int[] order = IntStream.range(0, pair.length)
                .boxed()
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        sort(pair, order);
        sort(cutoff, order);
        sort(day, order);
        long[] lines = line.clone();
        Arrays.setAll(line, i -> lines[order[i]]);
        sort(point, order);
        for (double[] column : quantiles) {
            if (column != null) {
                sort(column, order);
            }
        }
    }

    private static void sort(int[] column, int... order) {
        int[] before = column.clone();
        Arrays.setAll(column, i -> before[order[i]]);
    }

    private static void sort(double[] column, int... order) {
        double[] before = column.clone();
        Arrays.setAll(column, i -> before[order[i]]);
    }

    public int rows() {
        return pair.length;
    }

    /** The first row of this pair or of one behind it. */
    public int firstRow(int ofPair) {
        int found = Arrays.binarySearch(pair, ofPair);
        while (found > 0 && pair[found - 1] == ofPair) {
            found--;
        }
        return found < 0 ? -found - 1 : found;
    }

    /** Whether the file has the i-th quantile. */
    public boolean has(int quantile) {
        return quantiles[quantile] != null;
    }

    /** The most units that a row has, in its forecast or in a quantile. */
    public double largest(int row) {
        double largest = point[row];
        for (double[] column : quantiles) {
            largest = column == null ? largest : Math.max(largest, column[row]);
        }
        return largest;
    }

    /** The quantiles of a row; NaN where the file has none. */
    void fillQuantiles(int row, double[] filled) {
        for (int q = 0; q < filled.length; q++) {
            double[] column = quantiles[q];
            filled[q] = column == null ? Double.NaN : column[row];
        }
    }

    /** The days that were forecast from each cutoff, of any pair. */
    public SortedMap<Integer, BitSet> daysByCutoff() {
        SortedMap<Integer, BitSet> days = new TreeMap<>();
        for (int i = 0; i < pair.length; i++) {
            days.computeIfAbsent(cutoff[i], unused -> new BitSet()).set(day[i]);
        }
        return days;
    }
}
