package io.theforge.oracle.distribution;

/**
 * Where the trapezoidal rule evaluates the intensity of demand, to integrate over the normal z of the noise.
 *
 * <p>The rule converges geometrically on a smooth integrand as soon as its step resolves it (L. N. Trefethen and J. A. C.
 * Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56 (2014)), and the Poisson probability of one
 * count narrows the integrand to a width of 1 / sqrt(1 + sigma^2 lambda) around one z. So the nodes are even in x, with
 *
 * <pre>sigma sqrt(lambda) = ln(1 + exp(sigma x / 2)),   dz/dx = (1 - exp(-t)) / t,   t = sigma sqrt(lambda)</pre>
 *
 * that is even in z where the intensity lambda is small, and even in sqrt(lambda) where it is large. A step of 0.9 leaves an
 * error near exp(-2 pi^2 / 0.9^2) = 3e-11; above a sigma of 1 it shrinks with the distance 2 pi / sigma of the poles of
 * that map from the real line. The nodes depend on sigma alone: all days of a series share them.
 */
final class IntensityNodes {
    /** The normal distribution has 3e-12 beyond it. Demand cuts its noise at 6, which moves 2e-9. */
    static final double MAX_Z = 7;

    static final double STEP = 0.9;

    int count;
    /** By node, in ascending order. */
    double[] logIntensity = {};
    /** z of the node for a mean of 1; that for another mean is less by ln(mean) / sigma. */
    double[] z = {};
    /** The step in z, times the constant of the normal density. */
    double[] step = {};

    /**
     * Places the nodes for the noise of a series.
     *
     * @param sigma above 0
     * @param smallestMean the noise around it lies between the nodes
     * @param largestIntensity the last node
     */
    void place(double sigma, double smallestMean, double largestIntensity) {
        double spacing = STEP / Math.max(1, sigma);
        double smallest = StrictMath.log(smallestMean) - MAX_Z * sigma - sigma * sigma / 2;
        int first = (int) Math.floor(x(sigma, smallest) / spacing);
        int last = (int) Math.ceil(x(sigma, StrictMath.log(largestIntensity)) / spacing);
        count = last - first + 1;
        if (count > z.length) {
            logIntensity = new double[count];
            z = new double[count];
            step = new double[count];
        }
        for (int j = 0; j < count; j++) {
            double t = StrictMath.log1p(StrictMath.exp(sigma * spacing * (first + j) / 2));
            logIntensity[j] = 2 * StrictMath.log(t / sigma);
            z[j] = logIntensity[j] / sigma + sigma / 2;
            step[j] = spacing * -StrictMath.expm1(-t) / t / NormalDistribution.ROOT_TWO_PI;
        }
    }

    private static double x(double sigma, double logIntensity) {
        return 2 / sigma * StrictMath.log(StrictMath.expm1(sigma * StrictMath.exp(logIntensity / 2)));
    }

    /** Returns the first node with at least this z, for a mean of 1. */
    int firstFrom(double least) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (z[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
