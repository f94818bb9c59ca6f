package io.theforge.oracle.score;

/**
 * How many standard errors a mean over dates may be off by luck: more than that about once in 700, as often as the mean of many dates is three
 * standard errors too high. With few dates the standard error is itself uncertain, and Student's t asks for more of them: 4.9 with seven dates.
 *
 * <p>Source: D. L. Wallace, "Bounds on Normal Approximations to Student's and the Chi-Square Distributions", Annals of Mathematical Statistics 30
 * (1959): with n degrees of freedom, (8n + 1) / (8n + 3) * sqrt(n ln(1 + t^2 / n)) is about normal. Solved for t it errs by 1 per cent at seven
 * dates, to the safe side.
 */
public final class Luck {
    /** With fewer, days that happen to be alike pass for certainty. */
    public static final int MIN_DATES = 7;

    private static final double NORMAL = 3;

    private Luck() {}

    /** Returns the number of standard errors; NaN with fewer than {@value #MIN_DATES} dates. */
    static double standardErrors(int dates) {
        if (dates < MIN_DATES) {
            return Double.NaN;
        }
        double freedom = dates - 1;
        double normal = NORMAL * (8 * freedom + 3) / (8 * freedom + 1);
        return Math.sqrt(freedom * StrictMath.expm1(normal * normal / freedom));
    }
}
