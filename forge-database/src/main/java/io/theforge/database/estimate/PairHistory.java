package io.theforge.database.estimate;

import org.jspecify.annotations.Nullable;

/** What the recent rows say about one store-product pair; arrays by weekday, 0 = Monday. Days since 1970-01-01. */
final class PairHistory {
    final int storeId;
    final int productId;

    /** Rows of {@code sales_daily} in the profile's days, and those of them with a positive quantity. */
    final int[] rows = new int[7];

    final int[] positives = new int[7];

    /** Sum of their quantities, and of the squares. */
    final long[] units = new long[7];

    final double[] squares = new double[7];

    /** Rows and units in the level's days. */
    int levelRows;

    long levelUnits;

    /** The first and last day with a row since the lookback. */
    int firstDay = Integer.MAX_VALUE;

    int lastDay = Integer.MIN_VALUE;

    /** The price to go on with. */
    long priceCents;

    /** Null for a pair without recent snapshots. */
    @Nullable
    StockHistory stock;

    PairHistory(int storeId, int productId) {
        this.storeId = storeId;
        this.productId = productId;
    }

    int allRows() {
        return sum(rows);
    }

    int allPositives() {
        return sum(positives);
    }

    long allUnits() {
        long sum = 0;
        for (long each : units) {
            sum += each;
        }
        return sum;
    }

    static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
