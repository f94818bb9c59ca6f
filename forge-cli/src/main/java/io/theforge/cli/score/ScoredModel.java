package io.theforge.cli.score;

import io.theforge.oracle.level.LevelScores;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.score.Contender;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.GroupScore;
import io.theforge.oracle.score.SeriesGroups;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One of the models of a file.
 *
 * @param place among the models of the file
 * @param levels of all models
 */
record ScoredModel(String name, int place, ForecastScore score, LevelScores levels) {
    /** Returns the models, the best first: by WRMSSE, and where that is not defined by WAPE. */
    static List<ScoredModel> bestFirst(List<String> names, List<ForecastScore> scores, LevelScores levels) {
        return IntStream.range(0, names.size())
                .mapToObj(model -> new ScoredModel(names.get(model), model, scores.get(model), levels))
                .sorted(Comparator.comparingDouble(ScoredModel::wrmsse)
                        .thenComparingDouble(model -> model.all().figure(Contender.FORECAST, Metric.WAPE)))
                .toList();
    }

    /** Its place among the contestants of {@link #levels}. */
    int contestant() {
        return LevelScores.ofModel(place);
    }

    /** What the order of the models goes by, where this is the first of them. */
    String orderedBy() {
        return Double.isNaN(wrmsse()) ? "WAPE" : "WRMSSE";
    }

    double wrmsse() {
        return levels.wrmsse(contestant());
    }

    /** Its score over all series. */
    GroupScore all() {
        return Objects.requireNonNull(score.groups().get(SeriesGroups.ALL));
    }
}
