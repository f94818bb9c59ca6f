package io.theforge.oracle.score;

import io.theforge.oracle.distribution.DemandDistribution;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.oracle.metric.PointErrors;
import io.theforge.oracle.metric.SeriesMean;

/**
 * The accuracy of forecasts of a group of series: errors over all of its days, scaled errors as means over its series. What is best differs
 * by metric: the median for WAPE and MAE, the mean for RMSSE and bias, the quantile for its pinball loss.
 */
public final class Accuracy {
    /** WAPE, MAE and bias. */
    public final PointErrors errors = new PointErrors();

    /** By quantile. */
    public final PinballLoss pinball;

    /** RMSSE, over series. */
    public final SeriesMean rmsse = new SeriesMean();

    /** Scaled pinball loss, over series. */
    public final SeriesMean scaledPinball = new SeriesMean();

    /** With the five quantiles that are told everywhere. */
    public Accuracy() {
        this(PinballLoss.quantiles());
    }

    /** @param quantiles ascending, strictly between 0 and 1 */
    Accuracy(double[] quantiles) {
        pinball = new PinballLoss(quantiles);
    }

    /**
     * Counts a day of which the distribution is known.
     *
     * @param sales what is sold beside {@code before}, units that are sold in any case
     * @param mean forecast, for errors that are squared and for bias
     * @param quantiles forecasts, the median among them
     */
    public void addExpected(DemandDistribution sales, int before, double mean, double[] quantiles) {
        double median = quantiles[PinballLoss.COUNT / 2];
        errors.addExpected(
                sales.mean() + before,
                mean,
                sales.expectedAbsoluteError(median - before),
                sales.expectedSquaredError(mean - before));
        double[] losses = new double[PinballLoss.COUNT];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = sales.expectedPinballLoss(PinballLoss.quantile(i), quantiles[i] - before);
        }
        pinball.addExpected(losses);
    }

    public void merge(Accuracy other) {
        mergeDays(other);
        rmsse.merge(other.rmsse);
        scaledPinball.merge(other.scaledPinball);
    }

    public void mergeDays(Accuracy other) {
        errors.merge(other.errors);
        pinball.merge(other.pinball);
    }
}
