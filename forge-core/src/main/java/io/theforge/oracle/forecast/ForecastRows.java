package io.theforge.oracle.forecast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows of forecasts in memory. They are added as they come; after {@link #sort} they are in the order of pair, cutoff and day.
 *
 * <p>A row is a record of fixed width in blocks of bytes, which never move: 20 bytes, and 8 for each number of units.
 */
final class ForecastRows {
    private static final int ROW_BITS = 10;
    private static final int ROWS = 1 << ROW_BITS;

    private static final int PAIR = 0;
    private static final int CUTOFF = PAIR + Integer.BYTES;
    private static final int DAY = CUTOFF + Integer.BYTES;
    private static final int LINE = DAY + Integer.BYTES;
    private static final int UNITS = LINE + Long.BYTES;

    private final int width;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int rows;

    /** Rows as they were added, in their order. */
    private int[] order = {};

    /** @param units numbers of a row */
    ForecastRows(int units) {
        width = width(units);
    }

    static int width(int units) {
        return UNITS + units * Double.BYTES;
    }

    void add(int pair, int cutoff, int day, long line, double[] units) {
        ByteBuffer block = next();
        block.putInt(pair).putInt(cutoff).putInt(day).putLong(line);
        for (double each : units) {
            block.putDouble(each);
        }
    }

    /** Copies a row. @param from at its beginning, and behind it afterwards */
    void add(ByteBuffer from) {
        ByteBuffer block = next();
        block.put(block.position(), from, from.position(), width);
        from.position(from.position() + width);
    }

    /** Copies the i-th row of others. */
    void add(ForecastRows from, int i) {
        ByteBuffer block = next();
        block.put(block.position(), from.block(from.order[i]), from.start(from.order[i]), width);
    }

    private ByteBuffer next() {
        if (rows == blocks.size() * ROWS) {
            blocks.add(ByteBuffer.allocate(ROWS * width).order(ByteOrder.nativeOrder()));
        }
        ByteBuffer block = block(rows);
        block.position(start(rows));
        rows++;
        return block;
    }

    /** Forgets them, and keeps their memory for the next ones. */
    void clear() {
        rows = 0;
        order = new int[0];
    }

    /** After the last one was added: by pair, cutoff and day, and else as they were added. */
    void sort() {
        order = IntStream.range(0, rows).toArray();
        if (isAscending()) {
            return;
        }
        int[] cutoffs = cutoffs();
        order(row -> at(row, DAY));
        order(row -> Arrays.binarySearch(cutoffs, at(row, CUTOFF)));
        order(row -> at(row, PAIR));
    }

    private boolean isAscending() {
        for (int i = 1; i < rows; i++) {
            int difference = Integer.compare(pair(i - 1), pair(i));
            difference = difference != 0 ? difference : Integer.compare(cutoff(i - 1), cutoff(i));
            if (difference > 0 || difference == 0 && day(i - 1) > day(i)) {
                return false;
            }
        }
        return true;
    }

    private int[] cutoffs() {
        TreeSet<Integer> cutoffs = new TreeSet<>();
        for (int row = 0; row < rows; row++) {
            if (row == 0 || at(row, CUTOFF) != at(row - 1, CUTOFF)) {
                cutoffs.add(at(row, CUTOFF));
            }
        }
        return cutoffs.stream().mapToInt(Integer::intValue).toArray();
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

    private ByteBuffer block(int row) {
        return blocks.get(row >>> ROW_BITS);
    }

    private int start(int row) {
        return (row & (ROWS - 1)) * width;
    }

    private int at(int row, int offset) {
        return block(row).getInt(start(row) + offset);
    }

    int rows() {
        return rows;
    }

    int pair(int i) {
        return at(order[i], PAIR);
    }

    int cutoff(int i) {
        return at(order[i], CUTOFF);
    }

    int day(int i) {
        return at(order[i], DAY);
    }

    long line(int i) {
        return block(order[i]).getLong(start(order[i]) + LINE);
    }

    /** The number of units at this place of the i-th row. */
    double units(int i, int place) {
        return block(order[i]).getDouble(start(order[i]) + UNITS + place * Double.BYTES);
    }

    /** The first row of this pair or of one behind it. */
    int firstRow(int ofPair) {
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

    /** The i-th row, for a file. @param into as wide as a row or wider */
    void copy(int i, ByteBuffer into) {
        into.put(into.position(), block(order[i]), start(order[i]), width);
        into.position(into.position() + width);
    }
}
