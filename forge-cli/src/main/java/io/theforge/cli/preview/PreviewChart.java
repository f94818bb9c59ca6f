package io.theforge.cli.preview;

import io.theforge.demand.DemandFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A preview as lines of text: bars for what is sold, dashes for what is expected, a line for each factor that does something. */
final class PreviewChart {
    /** With the figures behind it leaves a column for each week of a year on a terminal of 80. Longer names are cut. */
    private static final int LABEL = 15;

    private static final int RANGE = 13;
    private static final int NARROWEST = 10;
    private static final int HEIGHT = 8;
    private static final int WEEK = 7;
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    /** As figures: a profile of seven days, over and over, is no picture. */
    private static final Set<DemandFactor> WEEKLY =
            EnumSet.of(DemandFactor.WEEKDAY, DemandFactor.WEEKEND, DemandFactor.WEEKDAY_PROFILE);
    /** Factors are shown with two decimal places. */
    private static final double MIN_RANGE = 0.005;

    private final LocalDate start;
    private final int width;
    private final PreviewColumns columns;
    private final String bars;
    private final String shades;
    private final char expectedMark;

    /** @param width columns of the terminal @param unicode whether it shows more than ASCII */
    PreviewChart(int width, boolean unicode, LocalDate start, int days) {
        this.width = width;
        this.start = start;
        columns = new PreviewColumns(start, days, Math.max(NARROWEST, width - LABEL - RANGE));
        bars = unicode ? " ▁▂▃▄▅▆▇█" : " ..::::##";
        shades = unicode ? "▁▂▃▄▅▆▇█" : ".:-=+*#@";
        expectedMark = unicode ? '─' : '-';
    }

    /** How to read it. */
    List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add("bars: units sold a day; dashes: expected, before noise, anomalies and stockouts");
        if (columns.step() > 1) {
            lines.add("a column is " + columns.step()
                    + " days: bars and dashes their mean, factors the day farthest from 1");
        }
        return lines;
    }

    /** @param total whose factors need not be told again; null when there is none */
    List<String> lines(PreviewSeries shown, @Nullable PreviewSeries total) {
        List<String> lines = new ArrayList<>(bars(shown));
        lines.add(label("") + columns.dates());
        shares(lines, "stockouts", shown, shown.stockouts);
        shares(lines, "no record", shown, shown.missing);
        List<String> idle = new ArrayList<>();
        shown.factors.forEach((factor, column) -> {
            String name = factor.word().replace('_', ' ');
            if (!PreviewSeries.hasEffect(column)) {
                idle.add(name);
            } else if (total == null || !shown.shares(factor, total)) {
                lines.add(label(cut(name)) + (WEEKLY.contains(factor) ? weekdays(column) : line(column)));
            }
        });
        if (total == null && !idle.isEmpty()) {
            lines.addAll(idle(idle));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static String cut(String name) {
        return name.length() < LABEL ? name : name.substring(0, LABEL - 2) + ".";
    }

    private List<String> idle(List<String> names) {
        List<String> lines = new ArrayList<>(List.of(label("no effect") + names.get(0)));
        for (String name : names.subList(1, names.size())) {
            String last = lines.get(lines.size() - 1) + ",";
            boolean fits = last.length() + 1 + name.length() < width;
            lines.set(lines.size() - 1, fits ? last + " " + name : last);
            if (!fits) {
                lines.add(label("") + name);
            }
        }
        return lines;
    }

    private List<String> bars(PreviewSeries shown) {
        double[] sold = columns.means(shown.sold);
        double[] expected = columns.means(shown.expected);
        double top = Math.max(1e-9, Math.max(max(sold), max(expected)));
        List<String> lines = new ArrayList<>();
        for (int row = HEIGHT - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < columns.count(); x++) {
                double filled = Double.isNaN(sold[x]) ? 0 : sold[x] / top * HEIGHT - row;
                boolean here = expected[x] > 0 && Math.min(HEIGHT - 1, (int) (expected[x] / top * HEIGHT)) == row;
                line.append(columns.drawn(here ? expectedMark : mark(bars, filled)));
            }
            lines.add(label(row == HEIGHT - 1 ? number(top) : row == 0 ? "0" : "") + line);
        }
        return lines;
    }

    /** Where shelves are empty or records missing: a mark for one series, a shade for many. */
    private void shares(List<String> lines, String name, PreviewSeries shown, double[] shares) {
        double most = max(shares);
        if (most == 0) {
            return;
        }
        StringBuilder line = new StringBuilder(label(name));
        for (double share : columns.means(shares)) {
            line.append(columns.drawn(share == 0 ? ' ' : shown.series == 1 ? 'x' : mark(shades, share / most)));
        }
        double sum = Arrays.stream(shares).sum();
        lines.add(line
                + (shown.series == 1
                        ? " " + number(sum) + (sum == 1 ? " day" : " days")
                        : " " + percent(sum / shares.length) + " of all"));
    }

    private String line(double[] column) {
        double high = max(column);
        double low = Arrays.stream(column).min().orElse(high);
        if (high - low < MIN_RANGE) {
            return "always " + number(high);
        }
        StringBuilder line = new StringBuilder();
        for (double value : columns.farthestFromOne(column)) {
            line.append(columns.drawn(mark(shades, (value - low) / (high - low))));
        }
        return line + " " + range(column);
    }

    private static String range(double[] column) {
        return number(Arrays.stream(column).min().orElse(1)) + " to " + number(max(column));
    }

    /** "Mon 0.80  Sat 1.20", from Monday on, without the days on which it is 1. */
    private String weekdays(double[] column) {
        int monday = column.length < WEEK ? 0 : (WEEK + 1 - start.getDayOfWeek().getValue()) % WEEK;
        String profile = IntStream.range(0, Math.min(WEEK, column.length))
                .map(i -> (monday + i) % WEEK)
                .filter(d -> Math.abs(column[d] - 1) >= MIN_RANGE)
                .mapToObj(d -> DAYS.get(start.plusDays(d).getDayOfWeek().ordinal()) + " " + number(column[d]))
                .collect(Collectors.joining("  "));
        return LABEL + profile.length() <= width ? profile : range(column);
    }

    /** Never another sign than the first for less than nothing, nor than the last for more than all. */
    private static char mark(String marks, double share) {
        int last = marks.length() - 1;
        return marks.charAt((int) Math.max(0, Math.min(last, Math.round(share * last))));
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    private static String label(String text) {
        return text + " ".repeat(Math.max(1, LABEL - text.length()));
    }

    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        boolean whole = rounded >= 100 || rounded == Math.rint(rounded);
        return String.format(Locale.ROOT, whole ? "%,.0f" : rounded >= 10 ? "%.1f" : "%.2f", rounded);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", share * 100);
    }
}
