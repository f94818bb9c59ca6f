package io.theforge.oracle;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.distribution.DemandDistribution;
import io.theforge.oracle.distribution.ExpectedRootMeanSquare;
import io.theforge.oracle.distribution.SharedPaths;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.oracle.score.Accuracy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scores of one series, by forecaster and horizon: days are counted by the shortest horizon that has them, then added up. */
final class SeriesScores {
    private final List<Integer> horizons;
    private final Map<Forecaster, Accuracy[]> scores = new EnumMap<>(Forecaster.class);
    private final Map<Forecaster, ExpectedRootMeanSquare[]> expected = new EnumMap<>(Forecaster.class);

    SeriesScores(List<Integer> horizons) {
        this.horizons = horizons;
        for (Forecaster forecaster : Forecaster.values()) {
            Accuracy[] ofForecaster = new Accuracy[horizons.size()];
            ExpectedRootMeanSquare[] roots = new ExpectedRootMeanSquare[horizons.size()];
            for (int h = 0; h < ofForecaster.length; h++) {
                ofForecaster[h] = new Accuracy();
                roots[h] = new ExpectedRootMeanSquare();
            }
            scores.put(forecaster, ofForecaster);
            if (forecaster.isOracle()) {
                expected.put(forecaster, roots);
            }
        }
    }

    private int shortest(int lead) {
        int h = 0;
        while (horizons.get(h) < lead) {
            h++;
        }
        return h;
    }

    /** Counts a day of which the benchmarks have forecasts. @param lead 1 on the first day @param y units that came */
    void add(Benchmarks benchmarks, int lead, double y) {
        for (Forecaster forecaster : Forecaster.values()) {
            if (!forecaster.isOracle()) {
                Accuracy score = score(forecaster, shortest(lead));
                score.errors.add(y, benchmarks.point(forecaster, lead));
                score.pinball.add(y, benchmarks.quantiles(forecaster, lead));
            }
        }
    }

    /** A day of which the distribution is known: see {@link Accuracy#addExpected}. */
    void addExpected(
            Forecaster forecaster,
            int lead,
            DemandDistribution sales,
            int before,
            double mean,
            double[] quantiles,
            @Nullable SharedPaths paths) {
        int h = shortest(lead);
        score(forecaster, h).addExpected(sales, before, mean, quantiles);
        ExpectedRootMeanSquare[] roots = expected.get(forecaster);
        if (roots != null) {
            roots[h].add(sales, mean - before, paths);
        }
    }

    /** From the days of each horizon alone to all days up to it, with the errors that are scaled by the series' own past. */
    void finish(NaiveScale scale) {
        scores.forEach((forecaster, ofForecaster) -> {
            ExpectedRootMeanSquare[] roots = expected.get(forecaster);
            for (int h = 0; h < ofForecaster.length; h++) {
                Accuracy score = ofForecaster[h];
                if (h > 0) {
                    score.mergeDays(ofForecaster[h - 1]);
                }
                if (roots != null && h > 0) {
                    roots[h].merge(roots[h - 1]);
                }
                if (score.errors.days() > 0) {
                    double root = roots == null ? Math.sqrt(score.errors.meanSquaredError()) : roots[h].value();
                    score.rmsse.add(scale.rmsse(root));
                    score.scaledPinball.add(scale.scaledPinballLoss(score.pinball.mean()));
                }
            }
        });
    }

    Accuracy score(Forecaster forecaster, int horizon) {
        Accuracy[] ofForecaster = scores.get(forecaster);
        if (ofForecaster == null) {
            throw new IllegalArgumentException(String.valueOf(forecaster));
        }
        return ofForecaster[horizon];
    }
}
