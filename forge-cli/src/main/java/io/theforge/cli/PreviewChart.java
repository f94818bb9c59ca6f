package io.theforge.cli;

import io.theforge.demand.DemandFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A preview as lines of text: columns for what is sold, dashes for what is expected, one line for each factor. */
final class PreviewChart {
    private static final int LABEL = 11;
    private static final int RANGE = 15;
    private static final int HEIGHT = 8;

    private final int width;
    private final LocalDate start;
    private final String levels;
    private final char expectedMark;

    /** @param width columns of the terminal @param unicode whether it shows more than ASCII */
    PreviewChart(int width, boolean unicode, LocalDate start) {
        this.width = Math.max(10, width - LABEL - RANGE - 1);
        this.start = start;
        levels = unicode ? " ▁▂▃▄▅▆▇█" : " .:-=+*#@";
        expectedMark = unicode ? '─' : '-';
    }

    /** @param series how many series are in it: 1, or those of the total */
    List<String> lines(PreviewSeries shown, int series) {
        int days = shown.expected.length;
        double[] sold = squeeze(shown.sold);
        double[] expected = squeeze(shown.expected);
        double[] stockouts =
                squeeze(Arrays.stream(shown.stockouts).asDoubleStream().toArray());
        double top = Math.max(1e-9, Math.max(max(sold), max(expected)));
        List<String> lines = new ArrayList<>();
        lines.add(shown.name);
        for (int row = HEIGHT - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < sold.length; x++) {
                double filled = Double.isNaN(sold[x]) ? 0 : sold[x] / top * HEIGHT - row;
                boolean here = Math.min(HEIGHT - 1, (int) (expected[x] / top * HEIGHT)) == row;
                int level =
                        (int) Math.max(0, Math.min(levels.length() - 1, Math.round(filled * (levels.length() - 1))));
                line.append(here && expected[x] > 0 ? expectedMark : levels.charAt(level));
            }
            String scale = row == HEIGHT - 1 ? number(top) : row == 0 ? "0" : "";
            lines.add(label(scale) + line);
        }
        lines.add(label("") + dates(sold.length, days));
        StringBuilder out = new StringBuilder();
        for (double each : stockouts) {
            out.append(each == 0 ? ' ' : series == 1 ? 'x' : shade(each / Math.max(1e-9, max(stockouts))));
        }
        lines.add(label("stockouts") + out + " "
                + number(Arrays.stream(shown.stockouts).sum()) + " days");
        shown.factors.forEach((factor, column) -> lines.add(factorLine(factor, column)));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private String factorLine(DemandFactor factor, double[] column) {
        String name = label(factor.word().replace('_', ' '));
        double[] squeezed = squeeze(column);
        double high = max(column);
        double low = Arrays.stream(column).min().orElse(1);
        if (high - low < 1e-9) {
            return name + "always " + number(high);
        }
        StringBuilder line = new StringBuilder(name);
        for (double value : squeezed) {
            line.append(shade((value - low) / (high - low)));
        }
        return line + " " + number(low) + " to " + number(high);
    }

    /** Never blank: a low value is a value. */
    private char shade(double share) {
        return levels.charAt((int) Math.round(1 + share * (levels.length() - 2)));
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    /** One value for each column of the terminal: the mean of its days, without those that have none. */
    private double[] squeeze(double[] values) {
        int columns = Math.min(width, values.length);
        double[] squeezed = new double[columns];
        for (int x = 0; x < columns; x++) {
            int from = (int) ((long) values.length * x / columns);
            int to = (int) ((long) values.length * (x + 1) / columns);
            squeezed[x] = Arrays.stream(values, from, to)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return squeezed;
    }

    private String dates(int columns, int days) {
        String first = start.toString();
        String last = start.plusDays(days - 1L).toString();
        int gap = columns - first.length() - last.length();
        return gap < 1 ? first + ".." + last : first + " ".repeat(gap) + last;
    }

    private static String label(String text) {
        return text + " ".repeat(Math.max(1, LABEL - text.length()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f", value);
    }
}
