package io.theforge.oracle.score;

import io.theforge.oracle.metric.PinballLoss;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The forecasts of a file. Rows are added as they come; after {@link #sort} they are in the order of pair, cutoff and day. Days count
 * from the dataset's first day.
 *
 * <p>A row is a record of fixed width in blocks of bytes, which never move: 28 bytes, and 8 more for each quantile that there is.
 */
public final class Forecasts {
    private static final int ROW_BITS = 12;
    private static final int ROWS = 1 << ROW_BITS;

    private static final int PAIR = 0;
    private static final int CUTOFF = PAIR + Integer.BYTES;
    private static final int DAY = CUTOFF + Integer.BYTES;
    private static final int LINE = DAY + Integer.BYTES;
    private static final int POINT = LINE + Long.BYTES;
    private static final int QUANTILES = POINT + Double.BYTES;

    private final boolean[] given;
    private final int width;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int rows;

    /** Rows as they were added, in their order. */
    private int[] order = {};

    private SortedMap<Integer, BitSet> daysByCutoff = Collections.emptySortedMap();

    /** @param given which quantiles there are, by {@link PinballLoss#quantile} */
    public Forecasts(boolean... given) {
        this.given = given.clone();
        int quantiles =
                (int) IntStream.range(0, given.length).filter(q -> given[q]).count();
        width = QUANTILES + quantiles * Double.BYTES;
    }

    /**
     * Takes one more.
     *
     * @param pair store-product pair
     * @param cutoff first day that was not known when it was forecast, at most its day; it may be before the dataset's first
     * @param line of the file that it comes from
     * @param quantiles by {@link PinballLoss#quantile}; those that there are none of are ignored
     */
    public void add(int pair, int cutoff, int day, long line, double point, double[] quantiles) {
        if (rows == blocks.size() * ROWS) {
            blocks.add(ByteBuffer.allocate(ROWS * width).order(ByteOrder.nativeOrder()));
        }
        ByteBuffer block = block(rows);
        block.position(start(rows));
        block.putInt(pair).putInt(cutoff).putInt(day).putLong(line).putDouble(point);
        for (int q = 0; q < given.length; q++) {
            if (given[q]) {
                block.putDouble(quantiles[q]);
            }
        }
        rows++;
    }

    /** All were forecast from one cutoff. */
    public void setCutoff(int cutoff) {
        for (int row = 0; row < rows; row++) {
            block(row).putInt(start(row) + CUTOFF, cutoff);
        }
    }

    /** After the last one was added: by pair, cutoff and day, and else as they were added. */
    public void sort() {
        order = IntStream.range(0, rows).toArray();
        daysByCutoff = gatherDays();
        int[] cutoffs = cutoffs();
        order(row -> at(row, DAY));
        order(row -> Arrays.binarySearch(cutoffs, at(row, CUTOFF)));
        order(row -> at(row, PAIR));
    }

    /** One pass, which leaves those of one key in the order in which they are. */
    private void order(IntUnaryOperator key) {
        int last = Arrays.stream(order).map(key).max().orElse(0);
        int[] next = new int[last + 2];
        for (int row : order) {
            next[key.applyAsInt(row) + 1]++;
        }
        for (int k = 1; k < next.length; k++) {
            next[k] += next[k - 1];
        }
        int[] ordered = new int[rows];
        for (int row : order) {
            ordered[next[key.applyAsInt(row)]++] = row;
        }
        order = ordered;
    }

    private SortedMap<Integer, BitSet> gatherDays() {
        SortedMap<Integer, BitSet> days = new TreeMap<>();
        BitSet ofCutoff = new BitSet();
        for (int row = 0; row < rows; row++) {
            if (row == 0 || at(row, CUTOFF) != at(row - 1, CUTOFF)) {
                ofCutoff = days.computeIfAbsent(at(row, CUTOFF), unused -> new BitSet());
            }
            ofCutoff.set(at(row, DAY));
        }
        return days;
    }

    private ByteBuffer block(int row) {
        return blocks.get(row >>> ROW_BITS);
    }

    private int start(int row) {
        return (row & (ROWS - 1)) * width;
    }

    private int at(int row, int offset) {
        return block(row).getInt(start(row) + offset);
    }

    public int rows() {
        return rows;
    }

    /** Returns the store-product pair of the i-th row. */
    public int pair(int i) {
        return at(order[i], PAIR);
    }

    /** Returns the first day that was not known when the i-th row was forecast. */
    public int cutoff(int i) {
        return at(order[i], CUTOFF);
    }

    public int day(int i) {
        return at(order[i], DAY);
    }

    /** Returns the line of the file that the i-th row comes from. */
    public long line(int i) {
        return block(order[i]).getLong(start(order[i]) + LINE);
    }

    /** Returns the units that the i-th row forecasts. */
    public double point(int i) {
        return block(order[i]).getDouble(start(order[i]) + POINT);
    }

    /** Returns the first row of this pair or of one behind it. */
    public int firstRow(int ofPair) {
        int from = 0;
        int to = rows;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (pair(middle) < ofPair) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Returns whether the file has the i-th quantile. */
    public boolean has(int quantile) {
        return given[quantile];
    }

    /** Returns the most units that the i-th row has, in its forecast or in a quantile. */
    public double largest(int i) {
        ByteBuffer block = block(order[i]);
        int start = start(order[i]);
        double largest = block.getDouble(start + POINT);
        for (int offset = QUANTILES; offset < width; offset += Double.BYTES) {
            largest = Math.max(largest, block.getDouble(start + offset));
        }
        return largest;
    }

    /** The quantiles of the i-th row; NaN where the file has none. */
    void fillQuantiles(int i, double[] filled) {
        ByteBuffer block = block(order[i]);
        int at = start(order[i]) + QUANTILES;
        for (int q = 0; q < filled.length; q++) {
            filled[q] = given[q] ? block.getDouble(at) : Double.NaN;
            at += given[q] ? Double.BYTES : 0;
        }
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
}
