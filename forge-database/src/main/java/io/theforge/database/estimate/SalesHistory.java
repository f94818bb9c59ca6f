package io.theforge.database.estimate;

/** What the recent rows of {@code sales_daily} say about one pair; arrays by weekday, 0 = Monday. */
final class SalesHistory {
    /** Rows in the profile's days, and those of them with a positive quantity. */
    final int[] rows = new int[7];

    final int[] positives = new int[7];

    /** Sum of their quantities, and of the squares. */
    final long[] units = new long[7];

    final double[] squares = new double[7];

    /** Rows, positive ones and units in the level's days. */
    int levelRows;

    int levelPositives;

    long levelUnits;

    int allRows() {
        return PairHistory.sum(rows);
    }

    int allPositives() {
        return PairHistory.sum(positives);
    }

    boolean hasZeros() {
        return allPositives() < allRows();
    }

    long allUnits() {
        long sum = 0;
        for (long each : units) {
            sum += each;
        }
        return sum;
    }

    void add(SalesHistory other) {
        for (int weekday = 0; weekday < 7; weekday++) {
            rows[weekday] += other.rows[weekday];
            positives[weekday] += other.positives[weekday];
            units[weekday] += other.units[weekday];
            squares[weekday] += other.squares[weekday];
        }
        levelRows += other.levelRows;
        levelPositives += other.levelPositives;
        levelUnits += other.levelUnits;
    }
}
