package io.theforge.oracle.distribution;

/**
 * The components of a day's demand: each possible mean, without anomaly, as a spike and as a dip, around which the
 * intensity is log-normal. It answers for large counts and for moments, in closed form.
 *
 * <p>The expected demand where it is at most k is E[D; D &lt;= k] = mean * F'(k - 1), F' being the distribution function F
 * with the intensity weighted by itself: a log-normal whose log lies sigma^2 higher. Likewise E[D (D - 1); D &lt;= k] =
 * mean^2 exp(sigma^2) F''(k - 2), with the log 2 sigma^2 higher.
 */
final class DemandMixture {
    private static final int MAX_SIGMA = 3;

    /** The latent demand cuts its noise off here. */
    private static final double MAX_Z = 6;

    /** A count is never so many standard deviations above its intensity. */
    private static final int OUT_OF_REACH = 9;

    /** Has no units, but a logarithm. */
    private static final double NO_DEMAND = 1e-9;

    private final LargeCounts large = new LargeCounts();
    private final double[] anomaly = new double[3];
    private final double[] chance = new double[3];
    private int anomalies;
    /** Mean of exp(r (sigma Z - sigma^2 / 2)) for r = 1 and 2, Z cut off. */
    private double noiseMean;

    private double noiseSquare;

    double sigma;
    int components;
    /** Of each component: the mean before noise, in units, its probability, and the mean of the log of the intensity. */
    double[] mean = {};

    double[] share = {};
    double[] mu = {};

    /** P(D &lt;= count), its derivative by the log of the count, and E[D; D &lt;= count]: see {@link #at}. */
    double below;

    double slope;
    double partialMean;

    /** E Y and E Y^2, Y = min(D, cap): see {@link #moments}. */
    double first;

    double second;

    void noise(double sigma, double anomalyProbability, double anomalyMagnitude) {
        if (!(sigma >= 0
                && sigma <= MAX_SIGMA
                && anomalyProbability >= 0
                && anomalyProbability <= 1
                && anomalyMagnitude > 0)) {
            throw new IllegalArgumentException("noise: sigma is " + sigma + ", the chance of an anomaly "
                    + anomalyProbability + " and its magnitude " + anomalyMagnitude
                    + ", but sigma lies in 0 to 3, the chance in 0 to 1, and the magnitude is above 0");
        }
        this.sigma = sigma;
        noiseMean = noiseMoment(1);
        noiseSquare = noiseMoment(2);
        anomalies = anomalyProbability > 0 ? 3 : 1;
        anomaly[0] = 1;
        anomaly[1] = anomalyMagnitude;
        anomaly[2] = 1 / anomalyMagnitude;
        chance[0] = 1 - anomalyProbability;
        chance[1] = anomalyProbability / 2;
        chance[2] = anomalyProbability / 2;
    }

    private double noiseMoment(int r) {
        double least = StrictMath.exp(r * (-sigma * MAX_Z - sigma * sigma / 2));
        double most = StrictMath.exp(r * (sigma * MAX_Z - sigma * sigma / 2));
        double inside = StrictMath.exp(r * (r - 1) * sigma * sigma / 2);
        return inside * (NormalDistribution.below(MAX_Z - r * sigma) - NormalDistribution.below(-MAX_Z - r * sigma))
                + (least + most) * NormalDistribution.below(-MAX_Z);
    }

    /** Starts a day with so many possible means. */
    void begin(int means) {
        if (mean.length < 3 * means) {
            mean = new double[3 * means];
            share = new double[3 * means];
            mu = new double[3 * means];
        }
        components = 0;
    }

    void add(double ofDay, double weight) {
        if (!(ofDay >= 0 && weight >= 0)) {
            throw new IllegalArgumentException("demand: the mean is " + ofDay + " and its weight " + weight
                    + ", but neither is negative or missing");
        }
        for (int a = 0; a < anomalies; a++) {
            mean[components] = ofDay * anomaly[a];
            share[components] = weight * chance[a];
            mu[components] = StrictMath.log(Math.max(NO_DEMAND, mean[components])) - sigma * sigma / 2;
            components++;
        }
    }

    /** Fills {@link #below} and {@link #slope}, for a whole count of {@link SmallCounts#COUNTS} or more. */
    void at(int count) {
        below = 0;
        slope = 0;
        large.at(count, sigma);
        for (int c = 0; c < components; c++) {
            large.from(mu[c]);
            below += share[c] * large.below;
            slope += share[c] * large.slope;
        }
    }

    /** Fills {@link #partialMean}, for a whole count of {@link SmallCounts#COUNTS} or more. */
    void partialMeanAt(int count) {
        partialMean = 0;
        large.at(count - 1, sigma);
        for (int c = 0; c < components; c++) {
            large.from(mu[c] + sigma * sigma);
            partialMean += share[c] * mean[c] * large.below;
        }
    }

    /** Fills {@link #first} and {@link #second}, for a cap of more than {@link SmallCounts#COUNTS}. */
    void moments(int cap) {
        first = 0;
        second = 0;
        for (int c = 0; c < components; c++) {
            double most = mean[c] * StrictMath.exp(sigma * MAX_Z - sigma * sigma / 2);
            if (cap > most + OUT_OF_REACH * Math.sqrt(most)) {
                double uncapped = mean[c] * noiseMean;
                first += share[c] * uncapped;
                second += share[c] * (mean[c] * mean[c] * noiseSquare + uncapped);
            } else {
                capped(c, cap);
            }
        }
    }

    /** With a cap in reach, it and not the cut of the noise decides what the highest intensities sell. */
    private void capped(int c, int cap) {
        double shift = sigma * sigma;
        large.at(cap, sigma);
        large.from(mu[c]);
        double over = large.above * cap;
        large.at(cap - 1, sigma);
        large.from(mu[c] + shift);
        double once = mean[c] * large.below;
        large.at(cap - 2, sigma);
        large.from(mu[c] + 2 * shift);
        double twice = mean[c] * mean[c] * StrictMath.exp(shift) * large.below;
        first += share[c] * (once + over);
        second += share[c] * (twice + once + over * cap);
    }
}
