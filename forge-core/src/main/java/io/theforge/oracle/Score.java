package io.theforge.oracle;

/**
 * How well somebody forecasts a group of series: errors over all of its days, scaled errors as means over its series. What is best differs
 * by metric: the median for WAPE and MAE, the mean for RMSSE and bias, the quantile for its pinball loss.
 */
public final class Score {
    /** WAPE, MAE and bias. */
    public final PointErrors errors = new PointErrors();

    /** By quantile. */
    public final PinballLoss pinball = new PinballLoss();

    /** RMSSE, over series. */
    public final SeriesMean rmsse = new SeriesMean();

    /** Scaled pinball loss, over series. */
    public final SeriesMean scaledPinball = new SeriesMean();

    void merge(Score other) {
        mergeDays(other);
        rmsse.merge(other.rmsse);
        scaledPinball.merge(other.scaledPinball);
    }

    void mergeDays(Score other) {
        errors.merge(other.errors);
        pinball.merge(other.pinball);
    }
}
