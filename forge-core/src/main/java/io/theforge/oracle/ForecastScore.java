package io.theforge.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How somebody's forecasts compare, by group of series, by lead day and by series, and what could not be scored. */
public final class ForecastScore {
    private final Map<String, GroupScore> groups = new TreeMap<>();
    private final SortedMap<Integer, Map<Contender, PointErrors>> leads = new TreeMap<>();
    private final List<SeriesCost> series = new ArrayList<>();

    long rowsNotRecorded;
    long rowsNeverRecorded;
    long rowsCold;
    long daysMissing;
    final List<Integer> seriesNeverRecorded = new ArrayList<>();
    final List<Integer> seriesMissing = new ArrayList<>();
    double largestSold;

    ForecastScore() {}

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
        rowsCold += other.rowsCold;
        daysMissing += other.daysMissing;
        seriesNeverRecorded.addAll(other.seriesNeverRecorded);
        seriesMissing.addAll(other.seriesMissing);
        largestSold = Math.max(largestSold, other.largestSold);
    }

    /** All, then demand classes ("class smooth"), then categories ("category Dairy"); none when nothing could be scored. */
    public Map<String, GroupScore> groups() {
        Map<String, GroupScore> ordered = new LinkedHashMap<>();
        for (String prefix : List.of(ScoreTable.ALL, "class ", "category ")) {
            groups.forEach((group, scores) -> {
                if (group.startsWith(prefix)) {
                    ordered.putIfAbsent(group, scores);
                }
            });
        }
        return ordered;
    }

    /** Errors by days ahead, 1 being the day after the last known one. */
    public SortedMap<Integer, Map<Contender, PointErrors>> leads() {
        return leads;
    }

    /** Scored series, those first that cost most beyond the oracle. */
    public List<SeriesCost> costliest() {
        return series.stream()
                .sorted(Comparator.comparingDouble((SeriesCost cost) -> -cost.excess())
                        .thenComparingInt(SeriesCost::pair))
                .toList();
    }

    /** Forecasts of days without a record, of series that have some. */
    public long rowsNotRecorded() {
        return rowsNotRecorded;
    }

    /** Forecasts of series that are never recorded. */
    public long rowsNeverRecorded() {
        return rowsNeverRecorded;
    }

    /** Pairs of those. */
    public List<Integer> seriesNeverRecorded() {
        return seriesNeverRecorded;
    }

    /** Forecasts of series of which nothing was known at the cutoff. */
    public long rowsCold() {
        return rowsCold;
    }

    /** Days that could have been scored and have no forecast, although other series have one. */
    public long daysMissing() {
        return daysMissing;
    }

    /** Pairs without any forecast among those days. */
    public List<Integer> seriesMissing() {
        return seriesMissing;
    }

    /** Most units that any series sold on a day. */
    public double largestSold() {
        return largestSold;
    }
}
