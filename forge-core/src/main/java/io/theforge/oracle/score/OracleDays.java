package io.theforge.oracle.score;

import io.theforge.oracle.distribution.ExpectedRootMeanSquare;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.plan.Plan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the oracle says of the days of one series, worked out for a day when it is first asked for. One instance per thread. */
final class OracleDays {
    private static final int UNKNOWN = -1;

    /** Its sales. */
    final OracleSeries series;

    private final double[] quantiles;
    private final @Nullable OracleDay[] days;
    private final int[] knownFrom;
    private final ExpectedRootMeanSquare root = new ExpectedRootMeanSquare();

    OracleDays(Plan plan, double[] quantiles) {
        series = new OracleSeries(plan);
        this.quantiles = quantiles;
        days = new OracleDay[plan.days()];
        knownFrom = new int[plan.days()];
    }

    /** Begins a pair. @return false when nothing of it is recorded */
    boolean fill(int pair) {
        Arrays.fill(knownFrom, UNKNOWN);
        return series.fill(pair);
    }

    /** @param cutoff first day that is not known; where nothing moves, a day is the same from any */
    OracleDay at(int day, int cutoff) {
        OracleDay of = days[day];
        if (of == null) {
            of = new OracleDay(quantiles.length);
            days[day] = of;
        }
        if (knownFrom[day] != cutoff && (series.isMoving() || knownFrom[day] == UNKNOWN)) {
            of.fill(series, day, cutoff, quantiles, root);
            knownFrom[day] = cutoff;
        }
        return of;
    }
}
