package io.theforge.oracle;

import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.score.Accuracy;
import io.theforge.oracle.score.SeriesGroups;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Scores by group of series, forecaster and horizon. */
public final class ScoreTable {
    private final List<Integer> horizons;
    private final Map<String, Map<Forecaster, Accuracy[]>> groups = new TreeMap<>();
    private final Map<String, Long> series = new TreeMap<>();

    /** Days that could not be forecast, because nothing was known of the series at the cutoff. */
    private long coldStartDays;

    ScoreTable(List<Integer> horizons) {
        this.horizons = List.copyOf(horizons);
    }

    void add(String group, SeriesScores scores) {
        series.merge(group, 1L, Long::sum);
        for (Forecaster forecaster : Forecaster.values()) {
            for (int h = 0; h < horizons.size(); h++) {
                cell(group, forecaster, h).merge(scores.score(forecaster, h));
            }
        }
    }

    void addColdStartDay() {
        coldStartDays++;
    }

    void merge(ScoreTable other) {
        coldStartDays += other.coldStartDays;
        other.series.forEach((group, count) -> series.merge(group, count, Long::sum));
        other.groups.forEach((group, scores) -> scores.forEach((forecaster, byHorizon) -> {
            for (int h = 0; h < byHorizon.length; h++) {
                cell(group, forecaster, h).merge(byHorizon[h]);
            }
        }));
    }

    private Accuracy cell(String group, Forecaster forecaster, int horizon) {
        return groups.computeIfAbsent(group, unused -> new EnumMap<>(Forecaster.class))
                .computeIfAbsent(forecaster, unused -> {
                    Accuracy[] byHorizon = new Accuracy[horizons.size()];
                    for (int h = 0; h < byHorizon.length; h++) {
                        byHorizon[h] = new Accuracy();
                    }
                    return byHorizon;
                })[horizon];
    }

    public List<Integer> horizons() {
        return horizons;
    }

    /** Returns the groups with their number of series: all, then demand classes ("class smooth"), then categories ("category Dairy"). */
    public Map<String, Long> groups() {
        return SeriesGroups.inOrder(series);
    }

    /** Returns who forecast anything: where nothing moves, no cutoff hides what {@link Forecaster#ORACLE_FORESEEING} knows. */
    public List<Forecaster> forecasters() {
        return Stream.of(Forecaster.values())
                .filter(forecaster -> forecaster != Forecaster.ORACLE_FORESEEING
                        || cell(SeriesGroups.ALL, forecaster, horizons.size() - 1)
                                        .errors
                                        .days()
                                > 0)
                .toList();
    }

    /** @param horizon its place among {@link #horizons} */
    public Accuracy score(String group, Forecaster forecaster, int horizon) {
        return cell(group, forecaster, horizon);
    }

    /** Returns the number of days left out because nothing was known of their series at the cutoff. */
    public long coldStartDays() {
        return coldStartDays;
    }
}
