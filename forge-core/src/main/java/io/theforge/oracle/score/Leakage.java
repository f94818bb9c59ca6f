package io.theforge.oracle.score;

/**
 * Whether forecasts know something of the very draws of the days that they forecast. Of each row the forecast's distance r from the mean of demand
 * and the distance z of the demand that came from it, both in standard deviations of demand, the mean and deviation being those of who knows all but
 * the draws of the day. Whoever has made the forecast at the cutoff, however badly, knows nothing of z: its expectation is 0 given any r, and
 *
 * <pre>share = sum of psi(r) z / sum of psi'(r),   psi(r) = r / sqrt(1 + r^2)</pre>
 *
 * is 0 on average. Mix a share of what came into any forecast, and r moves by that share of z, psi by psi' times as much: the sum is that share. A
 * forecast far off is mostly an error of its own that drowns a leak, so that psi lets it count less than r itself would. All of it is about demand: whoever
 * forecasts little where shelves are often empty does better on sales, and knows nothing of what was asked for.
 *
 * <p>The demand of a date has noise in common, which multiplies what a forecast gets wrong for all series: a wrong weekday would hide a leak. So the
 * mean of psi over a date counts only as much as it can tell, by generalised least squares for z that go together alike: 1 / phi of it, phi being the
 * mean square of the sum of a date's z over that of as many independent ones.
 *
 * <p>The standard error comes from sums by date, and is no less than that of independent z with their known variance of 1: days that happen to be
 * alike pass for no certainty. Honest forecasts are suspected less than once in 700.
 */
public final class Leakage {
    private static final int ROWS = 0;
    private static final int FORECAST = 1;
    private static final int FORECAST_SQUARE = 2;
    private static final int DEMAND = 3;
    private static final int PRODUCT = 4;
    private static final int SLOPE = 5;
    private static final int SUMS = 6;

    private final double[][] sums;

    /** @param days of the dataset */
    Leakage(int days) {
        sums = new double[SUMS][days];
    }

    /** @param demand that came, in units @param mean of the demand of the day @param deviation its standard deviation; 0 tells nothing */
    void add(int day, double forecast, double demand, double mean, double deviation) {
        if (deviation == 0) {
            return;
        }
        double distance = (forecast - mean) / deviation;
        double slope = 1 / Math.sqrt(1 + distance * distance);
        double psi = distance * slope;
        double z = (demand - mean) / deviation;
        sums[ROWS][day]++;
        sums[FORECAST][day] += psi;
        sums[FORECAST_SQUARE][day] += psi * psi;
        sums[DEMAND][day] += z;
        sums[PRODUCT][day] += psi * z;
        sums[SLOPE][day] += slope * slope * slope;
    }

    void merge(Leakage other) {
        for (int i = 0; i < SUMS; i++) {
            for (int d = 0; d < sums[i].length; d++) {
                sums[i][d] += other.sums[i][d];
            }
        }
    }

    /** Returns the number of dates that tell something. */
    public int dates() {
        int dates = 0;
        for (double rows : sums[ROWS]) {
            dates += rows > 0 ? 1 : 0;
        }
        return dates;
    }

    /** Returns whether there are enough dates for a judgement. */
    public boolean judged() {
        return dates() >= Luck.MIN_DATES;
    }

    /** Returns the share of what came that is mixed into the forecasts, 0 on average where nothing is; NaN where no row tells. */
    public double share() {
        return byDate().mean();
    }

    /** Returns the standard error of {@link #share}; NaN with less than two dates. */
    public double standardError() {
        ClusteredMean byDate = byDate();
        double common = commonShare();
        double variance = 0;
        for (int d = 0; d < sums[ROWS].length; d++) {
            if (sums[ROWS][d] > 0) {
                variance += sums[FORECAST_SQUARE][d]
                        - common * (2 - common) * sums[FORECAST][d] * sums[FORECAST][d] / sums[ROWS][d];
            }
        }
        return Math.max(byDate.standardError(), Math.sqrt(Math.max(0, variance)) / byDate.size());
    }

    /** Returns how many standard errors are more than luck; NaN where that is not {@linkplain #judged judged}. */
    public double standardErrorsOfLuck() {
        return Luck.standardErrors(dates());
    }

    /** Returns whether the forecasts know more of what came than luck explains. */
    public boolean suspected() {
        return judged() && share() > standardErrorsOfLuck() * standardError();
    }

    private ClusteredMean byDate() {
        double common = commonShare();
        ClusteredMean mean = new ClusteredMean();
        for (int d = 0; d < sums[ROWS].length; d++) {
            double rows = sums[ROWS][d];
            if (rows > 0) {
                double sum = sums[PRODUCT][d] - common * sums[FORECAST][d] * sums[DEMAND][d] / rows;
                // Of a share of each z, that much goes with the mean
                double taken = Math.min(1, common / (1 - common) / rows);
                mean.add(sum, sums[SLOPE][d] * (1 - taken));
            }
        }
        return mean;
    }

    /** 1 - 1 / phi: how much of a date's mean is taken out. */
    private double commonShare() {
        double square = 0;
        double rows = 0;
        double most = 0;
        for (int d = 0; d < sums[ROWS].length; d++) {
            square += sums[DEMAND][d] * sums[DEMAND][d];
            rows += sums[ROWS][d];
            most = Math.max(most, sums[ROWS][d]);
        }
        // No sum is of more than its rows
        double phi = Math.min(most, square / rows);
        return phi > 1 ? 1 - 1 / phi : 0;
    }
}
