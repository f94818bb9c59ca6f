package io.theforge.database.realism;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How demand moves in time, over the last 104 weeks of a dataset, on series with a record of nearly every day: found series by series, in
 * the order of the products, in the memory of one series and a few numbers for each of the others.
 */
final class TimeFigures {
    /** Two years of whole weeks. */
    static final int DAYS = 728;

    private static final int WEEK = 7;
    private static final int WEEKS = DAYS / WEEK;
    private static final int YEAR_WEEKS = 52;
    private static final double LISTED = 0.98;
    private static final double ENOUGH_UNITS_FOR_LEVELS = 1;
    private static final double ENOUGH_UNITS_FOR_RUNS = 0.5;
    private static final double MOST_UNITS_FOR_CLUSTERS = 3;
    private static final int LONG_RUN_DAYS = 21;

    private final int firstEpochDay;
    private final boolean[] zero = new boolean[DAYS];
    private final double[] weeks = new double[WEEKS];
    private final SmoothingFigures smoothing = new SmoothingFigures();
    private final CommonMovement common = new CommonMovement(WEEKS);
    private final DoubleStream.Builder autocorrelations = DoubleStream.builder();
    private final DoubleStream.Builder changes = DoubleStream.builder();
    private double samplingVariance;
    private int series;
    private int withLongRun;
    private int clusteredSeries;
    private double clustering;

    private int product;
    private int store;
    private int records;
    private long units;

    /** @param lastEpochDay of the dataset */
    TimeFigures(int lastEpochDay) {
        firstEpochDay = lastEpochDay - DAYS + 1;
    }

    /** Takes the next day of a series; days come in their order, and series one after another. */
    void add(int productOfRow, int storeOfRow, long epochDay, int quantity) {
        if (productOfRow != product || storeOfRow != store) {
            end();
            product = productOfRow;
            store = storeOfRow;
        }
        int day = (int) (epochDay - firstEpochDay);
        if (day >= 0 && day < DAYS) {
            records++;
            units += quantity;
            zero[day] = quantity == 0;
            weeks[day / WEEK] += quantity;
        }
    }

    private void end() {
        if (records > LISTED * DAYS) {
            double mean = (double) units / records;
            if (mean > ENOUGH_UNITS_FOR_LEVELS) {
                levels();
                if (mean <= MOST_UNITS_FOR_CLUSTERS) {
                    clusteredSeries++;
                    clustering += zerosAfterZeros();
                }
            }
            if (mean > ENOUGH_UNITS_FOR_RUNS) {
                series++;
                withLongRun += longestRun() >= LONG_RUN_DAYS ? 1 : 0;
            }
        }
        records = 0;
        units = 0;
        Arrays.fill(zero, false);
        Arrays.fill(weeks, 0);
    }

    private void levels() {
        if (variance(weeks, 0, WEEKS) == 0) {
            return;
        }
        smoothing.add(weeks, variance(weeks, 0, WEEKS));
        common.add(product, store, weeks);
        autocorrelations.add(autocorrelation());
        double first = mean(weeks, 0, YEAR_WEEKS);
        double second = mean(weeks, YEAR_WEEKS, WEEKS);
        if (first > 0 && second > 0) {
            changes.add(Math.log(second / first));
            samplingVariance += variance(weeks, 0, YEAR_WEEKS) / YEAR_WEEKS / (first * first)
                    + variance(weeks, YEAR_WEEKS, WEEKS) / YEAR_WEEKS / (second * second);
        }
    }

    private double autocorrelation() {
        double before = mean(weeks, 0, WEEKS - 1);
        double after = mean(weeks, 1, WEEKS);
        double sum = 0;
        for (int w = 1; w < WEEKS; w++) {
            sum += (weeks[w - 1] - before) * (weeks[w] - after);
        }
        return sum / (WEEKS - 1) / Math.sqrt(variance(weeks, 0, WEEKS - 1) * variance(weeks, 1, WEEKS));
    }

    private int longestRun() {
        int longest = 0;
        int run = 0;
        for (boolean isZero : zero) {
            run = isZero ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private double zerosAfterZeros() {
        int[] before = new int[2];
        int[] zeros = new int[2];
        for (int d = 1; d < DAYS; d++) {
            int kind = zero[d - 1] ? 1 : 0;
            before[kind]++;
            zeros[kind] += zero[d] ? 1 : 0;
        }
        return (double) zeros[1] / Math.max(1, before[1]) - (double) zeros[0] / Math.max(1, before[0]);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static double variance(double[] values, int from, int to) {
        double mean = mean(values, from, to);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return squares / (to - from);
    }

    /** The card's figures, by name, null where no series has what it takes; to be asked for once, at the end. */
    Map<String, @Nullable Double> figures() {
        end();
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("best_smoothing_alpha", smoothing.bestAlpha());
        figures.put("smoothing_error_ratio", smoothing.errorRatio());
        figures.put("weekly_autocorrelation", SeriesFigures.median(autocorrelations));
        double[] logs = changes.build().toArray();
        figures.put(
                "year_on_year_sd",
                logs.length == 0
                        ? null
                        : Math.sqrt(Math.max(0, variance(logs, 0, logs.length) - samplingVariance / logs.length)));
        figures.put("long_zero_run_share", series == 0 ? null : (double) withLongRun / series);
        figures.put("zero_clustering", clusteredSeries == 0 ? null : clustering / clusteredSeries);
        common.end();
        figures.put("same_product_correlation", common.sameProduct());
        figures.put("unrelated_correlation", common.unrelated());
        return figures;
    }
}
