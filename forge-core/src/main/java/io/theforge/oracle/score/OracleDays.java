package io.theforge.oracle.score;

import io.theforge.oracle.distribution.ExpectedRootMeanSquare;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.plan.Plan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the oracle says of the days of one series, worked out for a day when it is first asked for. One instance per thread. */
final class OracleDays {
    /** Its sales. */
    final OracleSeries series;

    private final double[] quantiles;
    private final @Nullable OracleDay[] days;
    private final boolean[] known;
    private final ExpectedRootMeanSquare root = new ExpectedRootMeanSquare();

    OracleDays(Plan plan, double[] quantiles) {
        series = new OracleSeries(plan);
        this.quantiles = quantiles;
        days = new OracleDay[plan.days()];
        known = new boolean[plan.days()];
    }

    /** Begins a pair. @return false when nothing of it is recorded */
    boolean fill(int pair) {
        Arrays.fill(known, false);
        return series.fill(pair);
    }

    OracleDay at(int day) {
        OracleDay of = days[day];
        if (of == null) {
            of = new OracleDay(quantiles.length);
            days[day] = of;
        }
        if (!known[day]) {
            of.fill(series, day, quantiles, root);
            known[day] = true;
        }
        return of;
    }
}
