package io.theforge.cli.score;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.oracle.level.Level;
import io.theforge.oracle.level.LevelScores;
import io.theforge.oracle.score.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** At which level a model wins, for people. */
final class LevelText {
    private static final List<Contender> BENCHMARKS =
            List.of(Contender.NAIVE, Contender.SEASONAL_NAIVE, Contender.MOVING_AVERAGE_28);

    private static final int MODELS_JUDGED = 5;

    private LevelText() {}

    /** @param models best first */
    static List<String> lines(List<ScoredModel> models) {
        LevelScores scores = models.get(0).levels();
        Columns columns = new Columns(Stream.concat(
                        Stream.concat(
                                Stream.of("WRMSSE by level"),
                                Stream.of(Level.values()).map(LevelText::name)),
                        Stream.of("mean"))
                .toArray(String[]::new));
        for (ScoredModel model : models) {
            add(columns, model.name(), scores, model.contestant());
            if (models.size() == 1) {
                columns.add("skill", figures("%.2f", level -> scores.skill(level, model.contestant()), Double.NaN));
            }
        }
        for (Contender contender : BENCHMARKS) {
            add(columns, contender.word().replace('_', ' '), scores, LevelScores.of(contender));
        }
        add(columns, "oracle", scores, LevelScores.of(Contender.ORACLE));
        List<String> lines = new ArrayList<>(columns.lines());
        models.stream().limit(MODELS_JUDGED).forEach(model -> lines.add(judgement(model)));
        lines.add("WRMSSE: the RMSSE of the sums of each level, weighted by revenue, as in the M5"
                + (scores.cutoffs().length == 1
                        ? ""
                        : "; the mean over " + Numbers.whole(scores.cutoffs().length)
                                + " cutoffs, each with its own scale and weights"));
        return lines;
    }

    /** "store x category". */
    private static String name(Level level) {
        return level.word().replace("_", " x ");
    }

    private static void add(Columns columns, String name, LevelScores scores, int contestant) {
        columns.add(name, figures("%.3f", level -> scores.wrmsse(level, contestant), scores.wrmsse(contestant)));
    }

    private static String[] figures(String format, ToDoubleFunction<Level> figure, double mean) {
        return Stream.concat(
                        Stream.of(Level.values())
                                .map(level -> ForecastText.figure(format, figure.applyAsDouble(level))),
                        Stream.of(ForecastText.figure(format, mean)))
                .toArray(String[]::new);
    }

    /** "AutoETS beats every benchmark at total, store; not at item, series". */
    private static String judgement(ScoredModel model) {
        List<String> won = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Level level : Level.values()) {
            double own = model.levels().wrmsse(level, model.contestant());
            if (Double.isNaN(own)) {
                continue;
            }
            boolean isBest = BENCHMARKS.stream()
                    .allMatch(benchmark -> own < model.levels().wrmsse(level, LevelScores.of(benchmark)));
            (isBest ? won : lost).add(name(level));
        }
        if (won.isEmpty()) {
            return model.name() + " does not beat every benchmark at any level";
        }
        return model.name() + " beats every benchmark at " + String.join(", ", won)
                + (lost.isEmpty() ? "" : "; not at " + String.join(", ", lost));
    }
}
