package io.theforge.oracle.score;

/**
 * The mean of values that come in clusters, with a standard error that lets those of a cluster go together: values of one
 * day share its noise.
 *
 * <p>Source: W. G. Cochran, "Sampling Techniques", 3rd edition (1977), section 6.3, the ratio of the clusters' sums to their
 * sizes, in large samples.
 */
final class ClusteredMean {
    private int clusters;
    private double sum;
    private double size;
    private double sumSquare;
    private double sumTimesSize;
    private double sizeSquare;

    /** @param sumOfCluster of its values @param count how many they are, or what they weigh */
    void add(double sumOfCluster, double count) {
        clusters++;
        sum += sumOfCluster;
        size += count;
        sumSquare += sumOfCluster * sumOfCluster;
        sumTimesSize += sumOfCluster * count;
        sizeSquare += count * count;
    }

    void merge(ClusteredMean other) {
        clusters += other.clusters;
        sum += other.sum;
        size += other.size;
        sumSquare += other.sumSquare;
        sumTimesSize += other.sumTimesSize;
        sizeSquare += other.sizeSquare;
    }

    int clusters() {
        return clusters;
    }

    /** Returns the number of values. */
    double size() {
        return size;
    }

    /** Returns the mean; NaN without values. */
    double mean() {
        return sum / size;
    }

    /** Returns the standard error of the mean; NaN with less than two clusters. */
    double standardError() {
        if (clusters < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = Math.max(0, sumSquare - 2 * mean * sumTimesSize + mean * mean * sizeSquare);
        return Math.sqrt(squares * clusters / (clusters - 1)) / size;
    }
}
