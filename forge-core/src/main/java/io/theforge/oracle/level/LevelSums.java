package io.theforge.oracle.level;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What came and what was forecast, added up over series, for the days of some cutoffs. Threads add to it at once: sums of whole
 * numbers, here millionths of a unit, are the same in any order.
 */
final class LevelSums {
    /** Units in one unit. */
    private static final double FINE = 1 << 20;

    private static final int SERIES = 0;
    private static final int SOLD = 1;
    private static final int FORECASTS = 2;

    private final LevelNodes nodes;
    private final int numbers;
    final int firstFold;
    final int endFold;
    private final int[] firstDay;
    private final int[] days;
    private final int[] start;
    private final AtomicLongArray sums;

    /** @param folds all of them; kept are those from the first one on for which there is room */
    LevelSums(LevelNodes nodes, List<Map.Entry<Integer, BitSet>> folds, int firstFold, int contestants, int room) {
        this.nodes = nodes;
        this.firstFold = firstFold;
        numbers = FORECASTS + contestants;
        firstDay = new int[folds.size()];
        days = new int[folds.size()];
        start = new int[folds.size()];
        long size = 0;
        int fold = firstFold;
        for (; fold < folds.size(); fold++) {
            BitSet of = folds.get(fold).getValue();
            firstDay[fold] = of.nextSetBit(0);
            days[fold] = of.length() - firstDay[fold];
            start[fold] = Math.toIntExact(size);
            long more = (long) days[fold] * nodes.kept() * numbers;
            if (fold > firstFold && size + more > room) {
                break;
            }
            size += more;
        }
        endFold = fold;
        sums = new AtomicLongArray(Math.toIntExact(size));
    }

    private int at(int fold, int day, int node) {
        return start[fold] + ((day - firstDay[fold]) * nodes.kept() + node) * numbers;
    }

    /** Counts a forecast of a series. @param forecasts by contestant */
    void add(int fold, int day, int pair, double sold, double[] forecasts) {
        add(at(fold, day, nodes.storeCategory(pair)), sold, forecasts);
        add(at(fold, day, nodes.item(pair)), sold, forecasts);
    }

    private void add(int at, double sold, double[] forecasts) {
        sums.getAndIncrement(at + SERIES);
        sums.getAndAdd(at + SOLD, Math.round(sold * FINE));
        for (int c = 0; c < forecasts.length; c++) {
            sums.getAndAdd(at + FORECASTS + c, Math.round(forecasts[c] * FINE));
        }
    }

    int firstDay(int fold) {
        return firstDay[fold];
    }

    int days(int fold) {
        return days[fold];
    }

    /** Whether anything was forecast and sold of these on that day. */
    boolean any(int fold, int day, int[] parts) {
        return sum(fold, day, parts, SERIES) > 0;
    }

    double sold(int fold, int day, int[] parts) {
        return sum(fold, day, parts, SOLD) / FINE;
    }

    double forecast(int fold, int day, int[] parts, int contestant) {
        return sum(fold, day, parts, FORECASTS + contestant) / FINE;
    }

    private long sum(int fold, int day, int[] parts, int number) {
        long sum = 0;
        for (int part : parts) {
            sum += sums.get(at(fold, day, part) + number);
        }
        return sum;
    }
}
