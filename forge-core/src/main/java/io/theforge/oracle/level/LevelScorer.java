package io.theforge.oracle.level;

import io.theforge.oracle.forecast.Forecasts;
import io.theforge.plan.Plan;
import io.theforge.series.PairChunks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Adds up sales and forecasts to levels and scores the sums. Scored are the same days of the same series as everywhere; a sum is of those that were
 * forecast and recorded, so that what is missing counts nowhere.
 *
 * <p>The oracle forecasts the sum of the means. Scales and weights are those of the M5 (S. Makridakis, E. Spiliotis, V. Assimakopoulos, "The M5
 * competition: Background, organization, and implementation", International Journal of Forecasting 38 (2022)), from the history of all
 * series that are scored at any cutoff.
 *
 * <p>Memory does not grow with the file: sums are kept for as many cutoffs as there is room for, and series are gone through again for the next ones.
 */
public final class LevelScorer {
    /** Numbers that are kept at once, 12 MB. */
    private static final int ROOM = 3 << 19;

    private final Plan plan;
    private final Forecasts forecasts;
    private final int[] cutoffs;
    private final LevelNodes nodes;
    private final LevelHistory history;
    private final LevelScores scores;
    private final double[] squared;

    private LevelScorer(Plan plan, Forecasts forecasts, int[] cutoffs) {
        this.plan = plan;
        this.forecasts = forecasts;
        this.cutoffs = cutoffs;
        nodes = new LevelNodes(plan);
        history = new LevelHistory(nodes, plan.days(), cutoffs);
        squared = new double[Contestants.count(forecasts.models().size())];
        scores = new LevelScores(cutoffs, squared.length);
    }

    /** Returns the scores of all levels, computed on all processors. */
    public static LevelScores score(Plan plan, Forecasts forecasts) {
        return score(plan, forecasts, ROOM);
    }

    static LevelScores score(Plan plan, Forecasts forecasts, int room) {
        // Nothing was known before the first day
        List<Map.Entry<Integer, BitSet>> folds = forecasts.daysByCutoff().entrySet().stream()
                .filter(fold -> fold.getKey() > 0)
                .toList();
        LevelScorer scorer = new LevelScorer(
                plan, forecasts, folds.stream().mapToInt(Map.Entry::getKey).toArray());
        for (int fold = 0; fold < folds.size(); ) {
            LevelSums sums = new LevelSums(scorer.nodes, folds, fold, scorer.squared.length, room);
            scorer.addUp(sums);
            for (Level level : Level.values()) {
                scorer.score(level, sums);
            }
            fold = sums.endFold;
        }
        return scorer.scores;
    }

    private void addUp(LevelSums sums) {
        boolean isFirst = sums.firstFold == 0;
        PairChunks.each(
                plan.pairs(),
                pairs -> {
                    int[] all = pairs.toArray();
                    SeriesSums series = new SeriesSums(plan, forecasts, cutoffs, sums, all[0]);
                    for (int pair : all) {
                        if (series.add(pair) && isFirst) {
                            history.add(pair, series.oracle);
                        }
                    }
                    // Not the whole: its tables are large, and parts wait for one another
                    return series.errors;
                },
                part -> {
                    if (isFirst) {
                        part.mergeInto(scores);
                    }
                });
    }

    private void score(Level level, LevelSums sums) {
        for (int i = 0; i < nodes.count(level); i++) {
            int[] parts = nodes.parts(level, i);
            double[] scales = history.scales(parts);
            for (int fold = sums.firstFold; fold < sums.endFold; fold++) {
                if (measure(level, sums, fold, parts)) {
                    scores.scored(level).set(i);
                    scores.errors(level).add(fold, squared, scales[fold], history.revenueCents(fold, parts));
                }
            }
        }
    }

    /** Measures the errors of one sum from one cutoff. @return whether there are any */
    private boolean measure(Level level, LevelSums sums, int fold, int[] parts) {
        Arrays.fill(squared, 0);
        int days = 0;
        int end = sums.firstDay(fold) + sums.days(fold);
        for (int day = sums.firstDay(fold); day < end; day++) {
            if (!sums.any(fold, day, parts)) {
                continue;
            }
            days++;
            double sold = sums.sold(fold, day, parts);
            scores.addUnits(level, sold);
            for (int c = 0; c < squared.length; c++) {
                double error = sold - sums.forecast(fold, day, parts, c);
                squared[c] += error * error;
                scores.addAbsoluteError(level, c, Math.abs(error));
            }
        }
        for (int c = 0; c < squared.length; c++) {
            squared[c] /= days;
        }
        return days > 0;
    }
}
