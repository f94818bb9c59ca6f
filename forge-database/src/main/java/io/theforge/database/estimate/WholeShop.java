package io.theforge.database.estimate;

import java.util.List;

/**
 * What all pairs together say: what a single pair has too few days to tell is drawn towards it.
 *
 * @param positiveShare by weekday, 0 = Monday: share of rows with a positive quantity, over that of all weekdays
 * @param size by weekday: mean of the positive quantities, over that of all weekdays
 * @param variance of the factor by which a day's mean differs from the weekday's
 * @param recordsZeros whether days without sales have rows
 */
record WholeShop(double[] positiveShare, double[] size, double variance, boolean recordsZeros) {

    static WholeShop of(List<PairHistory> pairs) {
        long[] rows = new long[8];
        long[] positives = new long[8];
        long[] units = new long[8];
        double beyondPoisson = 0;
        double weight = 0;
        boolean zeros = false;
        for (PairHistory pair : pairs) {
            zeros |= pair.recordsZeros();
            for (int weekday = 0; weekday < 7; weekday++) {
                for (int place : new int[] {weekday, 7}) {
                    rows[place] += pair.sales.rows[weekday];
                    positives[place] += pair.sales.positives[weekday];
                    units[place] += pair.sales.units[weekday];
                }
            }
            Dispersion dispersion = Dispersion.of(pair);
            beyondPoisson += dispersion.beyondPoisson();
            weight += dispersion.weight();
        }
        double[] share = new double[7];
        double[] size = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            boolean known = positives[weekday] > 0;
            share[weekday] = known ? ratio(positives[weekday], rows[weekday]) / ratio(positives[7], rows[7]) : 1;
            size[weekday] = known ? ratio(units[weekday], positives[weekday]) / ratio(units[7], positives[7]) : 1;
        }
        return new WholeShop(share, size, weight > 0 ? Math.max(0, beyondPoisson / weight) : 0, zeros);
    }

    private static double ratio(long a, long b) {
        return (double) a / b;
    }
}
