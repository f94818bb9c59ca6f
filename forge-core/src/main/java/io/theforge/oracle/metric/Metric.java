package io.theforge.oracle.metric;

import java.util.Locale;

/** What forecasts are measured by: {@link PointErrors}, {@link NaiveScale} and {@link PinballLoss} say how. */
public enum Metric {
    WAPE,
    MAE,
    RMSSE,
    /** Mean over the quantiles that the file has. */
    PINBALL,
    /** Has a direction, so nobody is better or worse by it alone: no skill. */
    BIAS;

    /** Returns "wape", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
