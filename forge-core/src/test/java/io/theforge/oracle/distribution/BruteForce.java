package io.theforge.oracle.distribution;

import java.util.Arrays;

/**
 * The probabilities of every count by the definition: a sum over a fine grid of z and the whole Poisson distribution at
 * each, with nothing in common with the code under test.
 */
final class BruteForce {
    private static final int MAX_UNITS = 10_000_000;

    final double[] probability;

    BruteForce(double[] means, double[] weights, double sigma, double p, double m, int cap) {
        double most = Arrays.stream(means).max().orElse(0) * (p > 0 ? Math.max(m, 1 / m) : 1);
        most *= Math.exp(6 * sigma - sigma * sigma / 2);
        probability = new double[1 + (int) Math.min(Math.min(MAX_UNITS, cap), most + 10 * Math.sqrt(most) + 40)];
        for (int i = 0; i < means.length; i++) {
            noisy(means[i], weights[i] * (1 - p), sigma);
            if (p > 0) {
                noisy(means[i] * m, weights[i] * p / 2, sigma);
                noisy(means[i] / m, weights[i] * p / 2, sigma);
            }
        }
    }

    private void noisy(double mean, double weight, double sigma) {
        if (sigma == 0) {
            poisson(mean, weight);
            return;
        }
        // Four steps to the width that the Poisson distribution of an intensity three sigma up has in z.
        double high = mean * Math.exp(3 * sigma - sigma * sigma / 2);
        int steps = (int) Math.max(600, Math.min(20_000, 12 * 4 * sigma * Math.sqrt(high)));
        double beyondSix = 9.865876450376946e-10;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            sum += bell(i, steps);
        }
        for (int i = 0; i <= steps; i++) {
            boolean end = i == 0 || i == steps;
            double share = (1 - 2 * beyondSix) * bell(i, steps) / sum + (end ? beyondSix : 0);
            poisson(mean * Math.exp(sigma * z(i, steps) - sigma * sigma / 2), weight * share);
        }
    }

    private static double z(int i, int steps) {
        return -6 + 12.0 * i / steps;
    }

    /** By the trapezoidal rule, the ends count half. */
    private static double bell(int i, int steps) {
        return Math.exp(-z(i, steps) * z(i, steps) / 2) * (i == 0 || i == steps ? 0.5 : 1);
    }

    private void poisson(double intensity, double weight) {
        int last = probability.length - 1;
        if (intensity - 12 * Math.sqrt(intensity) > last) {
            probability[last] += weight;
            return;
        }
        int mode = (int) intensity;
        double sum = 0;
        double relative = 1;
        for (int k = mode; k >= 0 && relative > 1e-18; k--) {
            sum += relative;
            relative *= k / intensity;
        }
        relative = intensity / (mode + 1);
        for (int k = mode + 1; relative > 1e-18; k++) {
            sum += relative;
            relative *= intensity / (k + 1);
        }
        double scale = weight / sum;
        relative = 1;
        for (int k = mode; k >= 0 && relative > 1e-18; k--) {
            probability[Math.min(last, k)] += relative * scale;
            relative *= k / intensity;
        }
        relative = intensity / (mode + 1);
        for (int k = mode + 1; relative > 1e-18; k++) {
            probability[Math.min(last, k)] += relative * scale;
            relative *= intensity / (k + 1);
        }
    }

    double mean() {
        double sum = 0;
        for (int k = 0; k < probability.length; k++) {
            sum += k * probability[k];
        }
        return sum;
    }

    int quantile(double tau) {
        double sum = 0;
        for (int k = 0; k < probability.length; k++) {
            sum += probability[k];
            if (sum >= tau) {
                return k;
            }
        }
        return probability.length - 1;
    }

    double pinballLoss(double tau, double f) {
        double sum = 0;
        for (int k = 0; k < probability.length; k++) {
            sum += probability[k] * (k >= f ? tau * (k - f) : (1 - tau) * (f - k));
        }
        return sum;
    }

    double squaredError(double f) {
        double sum = 0;
        for (int k = 0; k < probability.length; k++) {
            sum += probability[k] * (k - f) * (k - f);
        }
        return sum;
    }
}
