package io.theforge.oracle.level;

/** The scaled errors of one level by cutoff and contestant, weighted by revenue. */
final class FoldErrors {
    private final double[][] sum;
    private final double[] weights;

    FoldErrors(int folds, int contestants) {
        sum = new double[folds][contestants];
        weights = new double[folds];
    }

    /** Counts one of the level. @param squaredErrors mean by contestant @param scale NaN where it is not defined @param weight its revenue */
    void add(int fold, double[] squaredErrors, double scale, double weight) {
        if (Double.isNaN(scale) || weight == 0) {
            return;
        }
        for (int c = 0; c < squaredErrors.length; c++) {
            sum[fold][c] += weight * Math.sqrt(squaredErrors[c] / scale);
        }
        weights[fold] += weight;
    }

    void merge(FoldErrors other) {
        for (int fold = 0; fold < sum.length; fold++) {
            for (int c = 0; c < sum[fold].length; c++) {
                sum[fold][c] += other.sum[fold][c];
            }
            weights[fold] += other.weights[fold];
        }
    }

    /** The weighted mean of a cutoff; NaN where there is none. */
    double mean(int fold, int contestant) {
        return sum[fold][contestant] / weights[fold];
    }

    /** The mean over the cutoffs that have one, each counting the same; NaN without any. */
    double mean(int contestant) {
        double total = 0;
        int folds = 0;
        for (int fold = 0; fold < sum.length; fold++) {
            double mean = mean(fold, contestant);
            if (!Double.isNaN(mean)) {
                total += mean;
                folds++;
            }
        }
        return total / folds;
    }
}
