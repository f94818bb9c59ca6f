package io.theforge.oracle.distribution;

import java.util.Arrays;

/**
 * Probabilities of the counts below {@link #COUNTS} for a mixture of Poisson distributions with log-normal intensity, to
 * 1e-9: the Poisson probabilities at each of the {@link IntensityNodes}, which a series computes once, summed with the
 * weights of the day. An anomaly, or another mean in a mixture, is only another weighting.
 */
final class SmallCounts {
    /** Larger counts are the business of {@link LargeCounts}, which is exact enough from here on. */
    static final int COUNTS = 256;

    /** Below this sigma the nodes would grow many; 17 of the day's own, even in z, resolve it. */
    private static final double MIN_SIGMA = 0.02;

    /** A smaller mean sells nothing. */
    private static final double MIN_MEAN = 1e-9;
    /** A count below {@link #COUNTS} is 6.6 standard deviations from it, a chance of 2e-11. */
    private static final double MAX_INTENSITY = COUNTS + 8 * Math.sqrt(COUNTS);

    private static final double LOG_OF_MAX = StrictMath.log(MAX_INTENSITY);

    private static final double NEGLIGIBLE = 1e-17;
    private static final double[] LOG_FACTORIAL = new double[COUNTS];
    /** Shares of nodes even in z, adding up to 1. */
    private static final double[] EVEN = new double[17];

    static {
        for (int k = 2; k < COUNTS; k++) {
            LOG_FACTORIAL[k] = LOG_FACTORIAL[k - 1] + StrictMath.log(k);
        }
        for (int i = 0; i < EVEN.length; i++) {
            EVEN[i] = NormalDistribution.bell(evenZ(i));
        }
        double sum = Arrays.stream(EVEN).sum();
        for (int i = 0; i < EVEN.length; i++) {
            EVEN[i] /= sum;
        }
    }

    /** P(D = k) for k below {@link #COUNTS}, complete after {@link #mix}. */
    final double[] probability = new double[COUNTS];

    private final IntensityNodes nodes = new IntensityNodes();
    private double sigma = Double.NaN;
    /** Of the day, by node; zero outside firstWeighted to lastWeighted. */
    private double[] weight = {};

    private int firstWeighted;
    private int lastWeighted = -1;
    /** Poisson probabilities by node and count; a row is filled when a day first needs it. */
    private double[][] row = {};

    private int[] rowStart = {};
    /** Beyond the last count of the row, 0 as long as it is not filled. */
    private int[] rowEnd = {};

    private final double[] ownRow = new double[COUNTS];
    /** First and beyond the last count of the row filled last. */
    private int start;

    private int end;

    private static double evenZ(int i) {
        return IntensityNodes.STEP * (i - EVEN.length / 2);
    }

    /** @param sigma of the noise, 0 to 3 */
    void sigma(double sigma) {
        if (sigma == this.sigma) {
            return;
        }
        this.sigma = sigma;
        if (sigma >= MIN_SIGMA) {
            nodes.place(sigma, MIN_MEAN, MAX_INTENSITY);
            if (nodes.count > row.length) {
                weight = new double[nodes.count];
                row = Arrays.copyOf(row, nodes.count);
                rowStart = new int[nodes.count];
                rowEnd = new int[nodes.count];
            }
            Arrays.fill(rowEnd, 0);
        }
    }

    void clear() {
        Arrays.fill(probability, 0);
    }

    /** Adds a component of the mixture, with this mean before noise and this share. */
    void add(double mean, double share) {
        if (mean < MIN_MEAN) {
            probability[0] += share;
        } else if (sigma == 0) {
            addPoisson(StrictMath.log(mean), share);
        } else if (sigma < MIN_SIGMA) {
            double mu = StrictMath.log(mean) - sigma * sigma / 2;
            for (int i = 0; i < EVEN.length; i++) {
                addPoisson(mu + sigma * evenZ(i), share * EVEN[i]);
            }
        } else {
            weigh(StrictMath.log(mean) / sigma, share);
        }
    }

    private void weigh(double shift, double share) {
        int first = nodes.firstFrom(shift - IntensityNodes.MAX_Z);
        int j = first;
        for (; j < nodes.count && nodes.z[j] <= shift + IntensityNodes.MAX_Z; j++) {
            weight[j] += share * nodes.step[j] * NormalDistribution.bell(nodes.z[j] - shift);
        }
        firstWeighted = lastWeighted < 0 ? first : Math.min(firstWeighted, first);
        lastWeighted = Math.max(lastWeighted, j - 1);
    }

    private void addPoisson(double logIntensity, double share) {
        if (logIntensity < LOG_OF_MAX) {
            fillRow(ownRow, logIntensity);
            addRow(ownRow, start, end, share);
        }
    }

    /** Sums the weighted nodes into {@link #probability}. */
    void mix() {
        for (int j = firstWeighted; j <= lastWeighted; j++) {
            if (weight[j] == 0) {
                continue;
            }
            if (rowEnd[j] == 0) {
                if (row[j] == null) {
                    row[j] = new double[COUNTS];
                }
                fillRow(row[j], nodes.logIntensity[j]);
                rowStart[j] = start;
                rowEnd[j] = end;
            }
            addRow(row[j], rowStart[j], rowEnd[j], weight[j]);
            weight[j] = 0;
        }
        lastWeighted = -1;
    }

    private void addRow(double[] probabilities, int from, int to, double share) {
        for (int k = from; k < to; k++) {
            probability[k] += share * probabilities[k];
        }
    }

    /** Poisson probabilities from the mode, or the largest count below it, up and down until they are negligible. */
    private void fillRow(double[] filled, double logIntensity) {
        double intensity = StrictMath.exp(logIntensity);
        int mode = (int) Math.min(COUNTS - 1, intensity);
        double atMode = StrictMath.exp(mode * logIntensity - intensity - LOG_FACTORIAL[mode]);
        start = mode + 1;
        for (double p = atMode; start > 0 && p > NEGLIGIBLE; p *= start / intensity) {
            start--;
            filled[start] = p;
        }
        end = mode;
        for (double p = atMode; end < COUNTS && p > NEGLIGIBLE; p *= intensity / end) {
            filled[end] = p;
            end++;
        }
    }
}
