package io.theforge.demand;

/** Ordinary least squares by the normal equations, with an intercept of its own for each series. */
final class Regression {
    private final int columns;
    private final double[][] products;

    Regression(int columns) {
        this.columns = columns;
        products = new double[columns][columns + 1];
    }

    /** Adds one series: its regressors, one row for each day, and what they are to explain. */
    void add(double[][] x, double[] y) {
        double[] means = new double[columns + 1];
        for (int d = 0; d < y.length; d++) {
            for (int i = 0; i < columns; i++) {
                means[i] += x[d][i] / y.length;
            }
            means[columns] += y[d] / y.length;
        }
        double[] row = new double[columns + 1];
        for (int d = 0; d < y.length; d++) {
            for (int i = 0; i < columns; i++) {
                row[i] = x[d][i] - means[i];
            }
            row[columns] = y[d] - means[columns];
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= columns; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
    }

    /** The coefficients, by Gaussian elimination with row pivots. */
    double[] solve() {
        double[][] m = products;
        for (int i = 0; i < columns; i++) {
            int pivot = i;
            for (int r = i + 1; r < columns; r++) {
                pivot = Math.abs(m[r][i]) > Math.abs(m[pivot][i]) ? r : pivot;
            }
            double[] swapped = m[i];
            m[i] = m[pivot];
            m[pivot] = swapped;
            for (int r = 0; r < columns; r++) {
                double factor = r == i ? 0 : m[r][i] / m[i][i];
                for (int c = i; factor != 0 && c <= columns; c++) {
                    m[r][c] -= factor * m[i][c];
                }
            }
        }
        double[] coefficients = new double[columns];
        for (int i = 0; i < columns; i++) {
            coefficients[i] = m[i][columns] / m[i][i];
        }
        return coefficients;
    }
}
