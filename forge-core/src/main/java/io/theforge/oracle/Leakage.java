package io.theforge.oracle;

/**
 * Whether forecasts are better than anybody's can be who does not know what came. Compared are absolute errors, day by day, with those of the
 * median of the oracle who also sees each day's shelf: where stock runs out, somebody who knows that does better than demand
 * alone allows, and honestly.
 *
 * <p>Better by more than three standard errors points to leakage. Forecasts that know no draw are no better on average; by chance they come
 * out so less than once in 700 with many clusters, and once in 100 with eight.
 */
public final class Leakage {
    /** Fewer clusters say too little of how much their mean varies. */
    private static final int LEAST_CLUSTERS = 8;

    private static final double STANDARD_ERRORS = 3;

    private final double[] sumOfDay;
    private final int[] rowsOfDay;
    private final ClusteredMean bySeries = new ClusteredMean();
    private double sumOfSeries;
    private int rowsOfSeries;

    /** @param days of the dataset */
    Leakage(int days) {
        sumOfDay = new double[days];
        rowsOfDay = new int[days];
    }

    int days() {
        return sumOfDay.length;
    }

    /** @param difference absolute error of the forecast less that of the oracle, in units */
    void add(int day, double difference) {
        sumOfDay[day] += difference;
        rowsOfDay[day]++;
        sumOfSeries += difference;
        rowsOfSeries++;
    }

    void endSeries() {
        bySeries.add(sumOfSeries, rowsOfSeries);
        sumOfSeries = 0;
        rowsOfSeries = 0;
    }

    void merge(Leakage other) {
        for (int d = 0; d < sumOfDay.length; d++) {
            sumOfDay[d] += other.sumOfDay[d];
            rowsOfDay[d] += other.rowsOfDay[d];
        }
        bySeries.merge(other.bySeries);
    }

    private ClusteredMean byDay() {
        ClusteredMean mean = new ClusteredMean();
        for (int d = 0; d < sumOfDay.length; d++) {
            if (rowsOfDay[d] > 0) {
                mean.add(sumOfDay[d], rowsOfDay[d]);
            }
        }
        return mean;
    }

    private ClusteredMean clustered() {
        ClusteredMean byDay = byDay();
        return byDay.clusters() >= LEAST_CLUSTERS ? byDay : bySeries;
    }

    /** "date", or "series" where there are too few dates. */
    public String clusteredBy() {
        return byDay().clusters() >= LEAST_CLUSTERS ? "date" : "series";
    }

    public int clusters() {
        return clustered().clusters();
    }

    /** Whether there is enough to tell. */
    public boolean judged() {
        return clusters() >= LEAST_CLUSTERS;
    }

    /** Mean absolute error less that of the oracle, in units: negative where the forecasts are better. */
    public double meanDifference() {
        return clustered().mean();
    }

    /** Of {@link #meanDifference}, in units; NaN with less than two clusters. */
    public double standardError() {
        return clustered().standardError();
    }

    public boolean suspected() {
        return judged() && meanDifference() < -STANDARD_ERRORS * standardError();
    }
}
