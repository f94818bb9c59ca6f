package io.theforge.oracle.score;

import io.theforge.oracle.distribution.ExpectedRootMeanSquare;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.oracle.metric.PointErrors;
import java.util.EnumMap;
import java.util.Map;

/** How the forecasts of a group of series compare: all contenders on the same days. */
public final class GroupScore {
    private final double[] quantiles;
    private final boolean[] given;
    private final Map<Contender, Accuracy> scores = new EnumMap<>(Contender.class);
    private final ExpectedRootMeanSquare expectedRoot = new ExpectedRootMeanSquare();
    private long series;

    /** @param quantiles ascending @param given whether the model has each of them */
    GroupScore(double[] quantiles, boolean... given) {
        this.quantiles = quantiles;
        this.given = given;
        for (Contender contender : Contender.values()) {
            scores.put(contender, new Accuracy(quantiles));
        }
    }

    /** Returns an empty score of the same quantiles. */
    GroupScore empty() {
        return new GroupScore(quantiles, given);
    }

    /**
     * A forecast and what came.
     *
     * @param point for absolute errors @param mean for errors that are squared, and for bias @param ofQuantiles none where nobody asks
     */
    void add(Contender contender, double y, double point, double mean, double[] ofQuantiles) {
        Accuracy score = score(contender);
        score.errors.addExpected(y, mean, Math.abs(y - point), (y - mean) * (y - mean));
        if (ofQuantiles.length > 0) {
            score.pinball.add(y, ofQuantiles);
        }
    }

    /** What the oracle's error is on average. */
    void addExpected(OracleDay day) {
        Accuracy score = score(Contender.ORACLE_EXPECTED);
        score.errors.addExpected(day.expectedUnits, day.mean, day.expectedAbsoluteError, day.expectedSquaredError);
        score.pinball.addExpected(day.expectedLosses);
        expectedRoot.add(day.expectedRoot);
    }

    /** After the last day of the one series: what is scaled by its own past. */
    void finish(NaiveScale scale) {
        series = 1;
        scores.forEach((contender, score) -> score.rmsse.add(scale.rmsse(
                contender == Contender.ORACLE_EXPECTED
                        ? expectedRoot.value()
                        : Math.sqrt(score.errors.meanSquaredError()))));
    }

    void merge(GroupScore other) {
        series += other.series;
        other.scores.forEach((contender, score) -> score(contender).merge(score));
    }

    private Accuracy score(Contender contender) {
        Accuracy score = scores.get(contender);
        if (score == null) {
            throw new IllegalArgumentException(String.valueOf(contender));
        }
        return score;
    }

    public long series() {
        return series;
    }

    /** Returns the number of series for which RMSSE is not defined: nothing was sold before their first cutoff, or every day the same. */
    public long seriesWithoutScale() {
        return score(Contender.FORECAST).rmsse.undefined();
    }

    /** Returns the number of forecasts scored. */
    public long days() {
        return errors(Contender.FORECAST).days();
    }

    public PointErrors errors(Contender contender) {
        return score(contender).errors;
    }

    /** Returns the quantiles that losses are told by, ascending. */
    public double[] quantiles() {
        return quantiles.clone();
    }

    /** Returns whether the model has the i-th of the {@link #quantiles}. */
    public boolean has(int quantile) {
        return given[quantile];
    }

    /** Returns the mean loss at the i-th quantile, in units; NaN where the model does not have it. */
    public double pinball(Contender contender, int quantile) {
        return given[quantile] ? score(contender).pinball.mean(quantile) : Double.NaN;
    }

    /** Returns the figure; NaN where it is not defined. */
    public double figure(Contender contender, Metric metric) {
        PointErrors errors = errors(contender);
        return switch (metric) {
            case WAPE -> errors.wape();
            case MAE -> errors.mae();
            case RMSSE -> score(contender).rmsse.mean();
            case BIAS -> errors.bias();
            case PINBALL -> meanPinball(contender);
        };
    }

    private double meanPinball(Contender contender) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            if (given[i]) {
                sum += pinball(contender, i);
                count++;
            }
        }
        return sum / count;
    }

    /** Returns the skill: 0 = the naive forecast, 1 = the oracle on the same days; NaN where the naive one is no worse than the oracle. */
    public double skill(Contender contender, Metric metric) {
        double naive = figure(Contender.NAIVE, metric);
        double room = naive - figure(Contender.ORACLE, metric);
        return metric == Metric.BIAS || !(room > 0) ? Double.NaN : (naive - figure(contender, metric)) / room;
    }
}
