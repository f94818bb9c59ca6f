package io.theforge.oracle.score;

import io.theforge.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups that series are scored in. */
public final class SeriesGroups {
    /** The group of all series. */
    public static final String ALL = "all";

    private static final String CLASS = "class ";
    private static final String CATEGORY = "category ";

    private SeriesGroups() {}

    /** Returns the groups of a series: all, its demand class ("class smooth") and its category ("category Dairy"). */
    public static List<String> of(Plan plan, int pair, double[] sales) {
        return List.of(
                ALL,
                CLASS + DemandClass.of(sales).word(),
                CATEGORY + plan.products().get(plan.productOf(pair)).category());
    }

    /** Returns the groups in order: all, then demand classes, then categories; within these as they come. */
    public static <T> Map<String, T> inOrder(Map<String, T> groups) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (String prefix : List.of(ALL, CLASS, CATEGORY)) {
            groups.forEach((group, value) -> {
                if (group.startsWith(prefix)) {
                    ordered.putIfAbsent(group, value);
                }
            });
        }
        return ordered;
    }
}
