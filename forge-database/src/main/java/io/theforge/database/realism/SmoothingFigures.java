package io.theforge.database.realism;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How well exponential smoothing of weekly units, and the mean of all weeks before, foretell the mean of the next four weeks. */
final class SmoothingFigures {
    private static final double[] ALPHAS = {.01, .02, .05, .1, .15, .2, .3, .4, .5, .7};
    private static final int AHEAD = 4;
    /** The level begins with the mean of so many weeks. */
    private static final int WEEKS_TO_BEGIN = 26;
    /** Weeks before this one are not judged. */
    private static final int JUDGED_FROM = 52;

    private final double[] errors = new double[ALPHAS.length];
    private double errorOfMean;

    /** @param variance of the weeks: an error counts in these, so that series count alike */
    void add(double[] weeks, double variance) {
        double[] level = new double[ALPHAS.length];
        Arrays.fill(level, Arrays.stream(weeks, 0, WEEKS_TO_BEGIN).average().orElse(0));
        double sum = Arrays.stream(weeks, 0, WEEKS_TO_BEGIN).sum();
        for (int w = WEEKS_TO_BEGIN; w < weeks.length - AHEAD; w++) {
            double ahead = Arrays.stream(weeks, w, w + AHEAD).sum() / AHEAD;
            boolean judged = w >= JUDGED_FROM;
            errorOfMean += judged ? square(ahead - sum / w) / variance : 0;
            for (int i = 0; i < ALPHAS.length; i++) {
                errors[i] += judged ? square(ahead - level[i]) / variance : 0;
                level[i] += ALPHAS[i] * (weeks[w] - level[i]);
            }
            sum += weeks[w];
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < ALPHAS.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return best;
    }

    /** The constant with the smallest squared error, null without a series. */
    @Nullable
    Double bestAlpha() {
        return errorOfMean == 0 ? null : ALPHAS[best()];
    }

    /** Its squared error over that of the mean of all weeks before. */
    @Nullable
    Double errorRatio() {
        return errorOfMean == 0 ? null : errors[best()] / errorOfMean;
    }
}
