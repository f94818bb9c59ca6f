package io.theforge.database.recovery;

/** Ordinary least squares by the normal equations, with an intercept of its own for each series. */
final class LeastSquares {
    private final int columns;
    private final double[][] equations;
    private final double[][] seriesSums;
    private final double[] seriesRows;
    private double[] coefficients = {};

    LeastSquares(int columns, int series) {
        this.columns = columns;
        equations = new double[columns][columns + 1];
        seriesSums = new double[series][columns + 1];
        seriesRows = new double[series];
    }

    /** @param row the regressors, and behind them what they are to explain */
    void add(int series, double... row) {
        seriesRows[series]++;
        for (int i = 0; i <= columns; i++) {
            seriesSums[series][i] += row[i];
        }
        for (int i = 0; i < columns; i++) {
            for (int j = i; row[i] != 0 && j <= columns; j++) {
                equations[i][j] += row[i] * row[j];
            }
        }
    }

    /** The coefficients, by Gaussian elimination with row pivots; a column that never varies gets NaN. */
    double[] solve() {
        double[][] m = centred();
        for (int i = 0; i < columns; i++) {
            int pivot = i;
            for (int r = i + 1; r < columns; r++) {
                pivot = Math.abs(m[r][i]) > Math.abs(m[pivot][i]) ? r : pivot;
            }
            double[] swapped = m[i];
            m[i] = m[pivot];
            m[pivot] = swapped;
            for (int r = 0; r < columns; r++) {
                double factor = r == i || Math.abs(m[i][i]) < 1e-9 ? 0 : m[r][i] / m[i][i];
                for (int c = i; factor != 0 && c <= columns; c++) {
                    m[r][c] -= factor * m[i][c];
                }
            }
        }
        coefficients = new double[columns];
        for (int i = 0; i < columns; i++) {
            coefficients[i] = Math.abs(m[i][i]) < 1e-9 ? Double.NaN : m[i][columns] / m[i][i];
        }
        return coefficients.clone();
    }

    /** Sums of products of what is left when each series' mean is taken off. */
    private double[][] centred() {
        double[][] m = new double[columns][columns + 1];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j <= columns; j++) {
                double sum = equations[i][j];
                for (int s = 0; s < seriesRows.length; s++) {
                    sum -= seriesRows[s] == 0 ? 0 : seriesSums[s][i] * seriesSums[s][j] / seriesRows[s];
                }
                m[i][j] = sum;
                if (j < columns) {
                    m[j][i] = sum;
                }
            }
        }
        return m;
    }

    /** What the regression explains of a row, the series' own intercept included. */
    double fitted(int series, double... row) {
        double fitted = seriesSums[series][columns] / seriesRows[series];
        for (int i = 0; i < columns; i++) {
            double coefficient = Double.isNaN(coefficients[i]) ? 0 : coefficients[i];
            fitted += coefficient * (row[i] - seriesSums[series][i] / seriesRows[series]);
        }
        return fitted;
    }
}
