package io.theforge.oracle.score;

import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.metric.PointErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the forecasts of a file compare, by group of series, by lead day and by series, and what could not be scored. */
public final class ForecastScore {
    /** Days from which the scale of a series is a fair one: four of each weekday. */
    public static final int MIN_SCALE_DAYS = 28;

    private final Map<String, GroupScore> groups = new TreeMap<>();
    private final SortedMap<Integer, Map<Contender, PointErrors>> leads = new TreeMap<>();
    private final List<SeriesCost> series = new ArrayList<>();
    private final Map<Metric, DailyDifference> excessErrors = new EnumMap<>(Metric.class);

    /** Whether the forecasts know something of the draws of their days. */
    public final Leakage leakage;

    long rowsNotRecorded;
    long rowsNeverRecorded;
    long rowsColdStart;
    long daysMissing;
    long seriesWithShortScale;
    final List<Integer> seriesNeverRecorded = new ArrayList<>();
    final List<Integer> seriesMissing = new ArrayList<>();
    double largestSold;

    /** @param days of the dataset */
    ForecastScore(int days) {
        leakage = new Leakage(days);
        for (Metric metric : List.of(Metric.MAE, Metric.RMSSE, Metric.PINBALL)) {
            excessErrors.put(metric, new DailyDifference(days));
        }
    }

    /** Counts an excess error: a forecast's less the oracle's. @param difference NaN where there is none */
    void addExcessError(Metric metric, int day, double difference) {
        DailyDifference of = excessErrors.get(metric);
        if (of != null && !Double.isNaN(difference)) {
            of.add(day, difference);
        }
    }

    void add(int lead, Contender contender, double y, double forecast) {
        leads.computeIfAbsent(lead, unused -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, unused -> new PointErrors())
                .add(y, forecast);
    }

    /** @param scores of one series */
    void add(String group, GroupScore scores) {
        groups.computeIfAbsent(group, unused -> scores.empty()).merge(scores);
    }

    void add(SeriesCost cost) {
        series.add(cost);
    }

    void merge(ForecastScore other) {
        leakage.merge(other.leakage);
        other.excessErrors.forEach((metric, difference) -> {
            DailyDifference here = excessErrors.get(metric);
            if (here != null) {
                here.merge(difference);
            }
        });
        other.groups.forEach((group, scores) -> {
            GroupScore here = groups.putIfAbsent(group, scores);
            if (here != null) {
                here.merge(scores);
            }
        });
        other.leads.forEach((lead, errors) -> errors.forEach(
                (contender, more) -> leads.computeIfAbsent(lead, unused -> new EnumMap<>(Contender.class))
                        .computeIfAbsent(contender, unused -> new PointErrors())
                        .merge(more)));
        series.addAll(other.series);
        rowsNotRecorded += other.rowsNotRecorded;
        rowsNeverRecorded += other.rowsNeverRecorded;
        rowsColdStart += other.rowsColdStart;
        daysMissing += other.daysMissing;
        seriesWithShortScale += other.seriesWithShortScale;
        seriesNeverRecorded.addAll(other.seriesNeverRecorded);
        seriesMissing.addAll(other.seriesMissing);
        largestSold = Math.max(largestSold, other.largestSold);
    }

    /** Returns the groups: all, demand classes ("class smooth"), categories ("category Dairy"); none when nothing could be scored. */
    public Map<String, GroupScore> groups() {
        return SeriesGroups.inOrder(groups);
    }

    /** Returns the errors by days ahead, 1 being the day after the last known one. */
    public SortedMap<Integer, Map<Contender, PointErrors>> leads() {
        return leads;
    }

    /** Returns the series that cost more than the oracle's forecasts, those first that cost most. */
    public List<SeriesCost> costliest() {
        return series.stream()
                .filter(cost -> cost.excess() > 0)
                .sorted(Comparator.comparingDouble((SeriesCost cost) -> -cost.excess())
                        .thenComparingInt(SeriesCost::pair))
                .toList();
    }

    /** Returns the number of forecasts of days without a record, of series that have some. */
    public long rowsNotRecorded() {
        return rowsNotRecorded;
    }

    /** Returns the number of forecasts of series that are never recorded. */
    public long rowsNeverRecorded() {
        return rowsNeverRecorded;
    }

    /** Returns the pairs of series that are forecast and never recorded. */
    public List<Integer> seriesNeverRecorded() {
        return seriesNeverRecorded;
    }

    /** Returns the number of forecasts of series of which nothing was known at the cutoff. */
    public long rowsColdStart() {
        return rowsColdStart;
    }

    /** Returns the number of days that could have been scored and have no forecast, although other series have one. */
    public long daysMissing() {
        return daysMissing;
    }

    /** Returns the pairs without any forecast among those days. */
    public List<Integer> seriesMissing() {
        return seriesMissing;
    }

    /** Returns the metrics in which all forecasts together beat the oracle, who does not see the shelf, by more than luck. */
    public List<Metric> betterThanOracle() {
        return excessErrors.entrySet().stream()
                .filter(difference -> difference.getValue().better())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the number of series whose RMSSE rests on fewer than {@value #MIN_SCALE_DAYS} days before their first cutoff. */
    public long seriesWithShortScale() {
        return seriesWithShortScale;
    }

    /** Returns the most units that any series sold on a day. */
    public double largestSold() {
        return largestSold;
    }
}
