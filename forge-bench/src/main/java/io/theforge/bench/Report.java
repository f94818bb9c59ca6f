package io.theforge.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures in the order in which they come, and what they were measured on. */
final class Report {
    /** @param target null where a figure is there to be compared with, for instance the ceiling's seconds */
    private record Figure(
            String name,
            double value,
            String unit,
            @Nullable Target target) {}

    private record Target(boolean isUpperBound, double bound) {
        boolean holds(double value) {
            return isUpperBound ? value <= bound : value >= bound;
        }
    }

    private final boolean targets;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    /** @param targets false where the numbers measured are not those that the targets mean */
    Report(boolean targets) {
        this.targets = targets;
        Runtime runtime = Runtime.getRuntime();
        condition(runtime.availableProcessors() + " processors, load average at the start "
                + text(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), ""));
        condition("Java " + Runtime.version() + " for the figures inside this JVM");
        if (!targets) {
            condition("--tiny: everything once and small; the figures show that it runs, and nothing about speed");
        }
    }

    void condition(String text) {
        if (!conditions.contains(text)) {
            conditions.add(text);
        }
    }

    void figure(String name, double value, String unit) {
        add(new Figure(name, value, unit, null));
    }

    void atMost(double bound, String name, double value, String unit) {
        add(new Figure(name, value, unit, targets ? new Target(true, bound) : null));
    }

    void atLeast(double bound, String name, double value, String unit) {
        add(new Figure(name, value, unit, targets ? new Target(false, bound) : null));
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.err.println(line(figure));
    }

    /** All figures as one table on standard output. */
    void print() {
        conditions.forEach(System.out::println);
        System.out.println();
        figures.forEach(figure -> System.out.println(line(figure)));
    }

    private static String line(Figure figure) {
        String line = String.format(
                Locale.ROOT, "%-62s %12s %-6s", figure.name, text(figure.value, figure.unit), figure.unit);
        Target target = figure.target;
        if (target == null) {
            return line.stripTrailing();
        }
        return line
                + (target.isUpperBound ? "  <= " : "  >= ")
                + text(target.bound, figure.unit)
                + (target.holds(figure.value) ? "  holds" : "  MISSED");
    }

    private static String text(double value, String unit) {
        return String.format(Locale.ROOT, unit.endsWith("/s") ? "%,.0f" : "%.2f", value);
    }

    /** The same as JSON. */
    void write(Path file) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Figure figure : figures) {
            Target target = figure.target;
            entries.add(String.format(
                    Locale.ROOT,
                    "    {\"name\": \"%s\", \"value\": %.6f, \"unit\": \"%s\"%s}",
                    figure.name,
                    figure.value,
                    figure.unit,
                    target == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", \"%s\": %s, \"holds\": %s",
                                    target.isUpperBound ? "at_most" : "at_least",
                                    target.bound,
                                    target.holds(figure.value))));
        }
        List<String> quoted = conditions.stream()
                .map(text -> "    \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .toList();
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\n  \"conditions\": [\n" + String.join(",\n", quoted) + "\n  ],\n  \"figures\": [\n"
                        + String.join(",\n", entries) + "\n  ]\n}\n");
    }
}
