package io.theforge.oracle.level;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.plan.Plan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Adds series to sums, one after the other, and scores each by itself. One instance per thread. */
final class SeriesSums {
    final OracleSeries oracle;
    private final Forecasts forecasts;
    private final int[] cutoffs;
    private final LevelSums sums;
    private final PairForecasts rows;
    private final double[] means;
    private final Map<Integer, Benchmarks> benchmarks = new HashMap<>();
    private final NaiveScale scale = new NaiveScale();
    private int scaledDays;

    /** What stays of them. */
    final SeriesErrors errors;

    private final double[] units;
    private final double[] squared;

    SeriesSums(Plan plan, Forecasts forecasts, int[] cutoffs, LevelSums sums, int firstPair) {
        this.forecasts = forecasts;
        this.cutoffs = cutoffs;
        this.sums = sums;
        oracle = new OracleSeries(plan);
        rows = forecasts.from(firstPair);
        means = new double[plan.days()];
        int contestants = Contestants.count(forecasts.models().size());
        errors = new SeriesErrors(cutoffs.length, contestants);
        units = new double[contestants];
        squared = new double[contestants];
    }

    /** Adds a pair, behind those before it. @return whether any day of it is scored */
    boolean add(int pair) {
        rows.read(pair);
        if (rows.rows() == 0 || !oracle.fill(pair)) {
            return false;
        }
        Arrays.fill(means, Double.NaN);
        scale.clear();
        scaledDays = 0;
        int firstKnown = 0;
        while (Double.isNaN(oracle.sales[firstKnown])) {
            firstKnown++;
        }
        boolean any = false;
        int row = 0;
        while (row < rows.rows()) {
            int end = row;
            while (end < rows.rows() && rows.cutoff(end) == rows.cutoff(row)) {
                end++;
            }
            if (firstKnown < rows.cutoff(row)) {
                any |= add(pair, row, end, Arrays.binarySearch(cutoffs, rows.cutoff(row)));
            }
            row = end;
        }
        if (any) {
            errors.scored.set(pair);
        }
        return any;
    }

    private boolean add(int pair, int from, int end, int fold) {
        int cutoff = cutoffs[fold];
        boolean isKept = fold >= sums.firstFold && fold < sums.endFold;
        if (!isKept && sums.firstFold > 0) {
            return false;
        }
        Arrays.fill(squared, 0);
        int days = 0;
        Benchmarks fitted = null;
        for (int row = from; row < end; row++) {
            int day = rows.day(row);
            double y = oracle.sales[day];
            if (Double.isNaN(y)) {
                continue;
            }
            if (fitted == null) {
                fitted = benchmarks.computeIfAbsent(rows.day(end - 1) + 1 - cutoff, Benchmarks::new);
                fitted.fit(oracle.sales, cutoff);
            }
            forecast(row, day, fitted, day - cutoff + 1);
            if (isKept) {
                sums.add(fold, day, pair, y, units);
            }
            for (int c = 0; c < units.length; c++) {
                errors.absolute[c] += Math.abs(y - units[c]);
                squared[c] += (y - units[c]) * (y - units[c]);
            }
            errors.sold += y;
            days++;
        }
        if (days == 0) {
            return false;
        }
        for (; scaledDays < cutoff; scaledDays++) {
            scale.add(oracle.sales[scaledDays]);
        }
        for (int c = 0; c < squared.length; c++) {
            squared[c] /= days;
        }
        errors.byFold.add(fold, squared, scale.meanSquared(), LevelHistory.revenueCents(oracle, cutoff));
        return true;
    }

    private void forecast(int row, int day, Benchmarks fitted, int lead) {
        if (oracle.isMoving() || Double.isNaN(means[day])) {
            oracle.conditionAtCutoff(day, day - lead + 1);
            means[day] = oracle.demand.mean();
        }
        units[Contestants.oracle()] = means[day];
        Contestants.fill(fitted, lead, units);
        for (int m = 0; m < forecasts.models().size(); m++) {
            units[Contestants.model(m)] = rows.point(row, m);
        }
    }
}
