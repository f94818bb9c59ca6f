package io.theforge.cli.preview;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** The days of a preview on the columns of a terminal: a column is a day, or else whole weeks, so that weekdays do not make waves. */
final class PreviewColumns {
    private static final int WEEK = 7;
    private static final int MAX_COLUMN_WIDTH = 6;

    private final LocalDate start;
    private final int days;
    private final int step;
    private final int count;
    private final int wide;

    /** @param width characters there are */
    PreviewColumns(LocalDate start, int days, int width) {
        this.start = start;
        this.days = days;
        int weeks = 1;
        while (columns(WEEK * weeks) > width) {
            weeks++;
        }
        step = days <= width ? 1 : WEEK * weeks;
        count = columns(step);
        wide = Math.max(1, Math.min(MAX_COLUMN_WIDTH, width / count));
    }

    /** A remainder below half of a column goes to the last one. */
    private int columns(int daysEach) {
        return Math.max(1, (int) Math.round((double) days / daysEach));
    }

    int count() {
        return count;
    }

    /** Days that a column stands for. */
    int step() {
        return step;
    }

    /** What a column looks like. */
    String drawn(char mark) {
        return String.valueOf(mark).repeat(wide);
    }

    /** Means of the days in each column; NaN where no day has a value. */
    double[] means(double[] values) {
        double[] sums = fold(values, Double::sum);
        double[] counts = new double[count];
        for (int d = 0; d < days; d++) {
            counts[column(d)] += Double.isNaN(values[d]) ? 0 : 1;
        }
        for (int x = 0; x < count; x++) {
            sums[x] /= counts[x];
        }
        return sums;
    }

    /** Of the days in each column the one farthest from 1: a holiday must not drown in its week. */
    double[] farthestFromOne(double[] values) {
        return fold(values, (a, b) -> Math.abs(b - 1) > Math.abs(a - 1) ? b : a);
    }

    private double[] fold(double[] values, DoubleBinaryOperator with) {
        double[] columns = new double[count];
        Arrays.fill(columns, Double.NaN);
        for (int d = 0; d < days; d++) {
            int x = column(d);
            if (!Double.isNaN(values[d])) {
                columns[x] = Double.isNaN(columns[x]) ? values[d] : with.applyAsDouble(columns[x], values[d]);
            }
        }
        return columns;
    }

    private int column(int day) {
        return Math.min(count - 1, day / step);
    }

    /** The first day of all, of the middle column where there is room, and the last. */
    String dates() {
        String first = start.toString();
        String last = start.plusDays(days - 1L).toString();
        int middle = count / 2;
        StringBuilder line = new StringBuilder(first);
        if (middle * wide > first.length() + 3 && (count - middle) * wide > first.length() + last.length() + 3) {
            line.append(" ".repeat(middle * wide - first.length())).append(start.plusDays((long) middle * step));
        }
        int gap = count * wide - line.length() - last.length();
        if (days == 1) {
            return first;
        }
        return gap < 1 ? first + ".." + last : line + " ".repeat(gap) + last;
    }
}
