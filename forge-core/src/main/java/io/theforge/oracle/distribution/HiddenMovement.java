package io.theforge.oracle.distribution;

import io.theforge.movement.DriftLaw;
import io.theforge.movement.Weeks;

/**
 * The law of what a cutoff hides of a day's drift and week, the same for all series that are equally calm: blocks of drift are two weeks, so that it hangs on how far ahead the
 * day is and where in two weeks the cutoff lies.
 */
final class HiddenMovement {
    /** Of the shocks that have acted, the last one first, what each counts in the log of the day, in standard deviations. */
    final double[] knownWeights;

    /** Whether the week of the day has yet to begin. */
    final boolean isWeekHidden;

    /** Variance of the log of what is hidden. */
    final double variance;

    /** By path: what it multiplies the mean of the day by, 1 on average. */
    final double[] multipliers = new double[SharedPaths.PATHS];

    /** @param last known day, before {@code day}; -1 for none */
    HiddenMovement(double driftVariance, double weekVariance, Weeks weeks, int day, int last) {
        int known = DriftLaw.lastShock(last);
        int next = DriftLaw.lastShock(day);
        int first = day / DriftLaw.BLOCK_DAYS - DriftLaw.SHOCKS + 1;
        knownWeights = new double[Math.max(0, known - first + 1)];
        for (int i = 0; i < knownWeights.length; i++) {
            knownWeights[i] = DriftLaw.weight(known - i, day);
        }
        double[] hiddenWeights = new double[next - known];
        double sum = 0;
        for (int i = 0; i < hiddenWeights.length; i++) {
            hiddenWeights[i] = Math.sqrt(driftVariance) * DriftLaw.weight(known + 1 + i, day);
            sum += hiddenWeights[i] * hiddenWeights[i];
        }
        int week = weeks.of(day);
        isWeekHidden = weekVariance > 0 && weeks.firstDay(week) > last;
        variance = isWeekHidden ? sum + weekVariance : sum;
        for (int path = 0; path < multipliers.length; path++) {
            double log = -variance / 2;
            for (int i = 0; i < hiddenWeights.length; i++) {
                log += hiddenWeights[i] * SharedPaths.shock(path, i);
            }
            if (isWeekHidden) {
                log += Math.sqrt(weekVariance) * SharedPaths.week(path, week - weeks.of(last));
            }
            multipliers[path] = StrictMath.exp(log);
        }
    }
}
