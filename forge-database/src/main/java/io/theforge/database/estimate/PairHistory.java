package io.theforge.database.estimate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the recent rows say about one store-product pair. Days since 1970-01-01. */
final class PairHistory {
    /** Fewer usual rows tell too little: then all of them count. */
    private static final int FEWEST_ROWS = 14;

    final int storeId;
    final int productId;

    /** Kinds of days, beside usual ones, which are 0. */
    static final int PROMOTED = 1;

    static final int EMPTY_SHELF = 2;

    /** Of the usual days, of those on promotion, and of the others that ended with an empty shelf. */
    final SalesHistory sales = new SalesHistory();

    final SalesHistory promoted = new SalesHistory();
    final SalesHistory emptyShelf = new SalesHistory();

    /** Days that are not usual, in the profile's and in the level's days, by weekday. */
    final int[] daysApart = new int[7];

    final int[] levelDaysApart = new int[7];

    /** Whether there is a row in the level's days. */
    boolean sellsStill;

    /** The first and last day with a row since the lookback. */
    int firstDay = Integer.MAX_VALUE;

    int lastDay = Integer.MIN_VALUE;

    /** The price to go on with. */
    long priceCents;

    /** Whether every row of the level's days is one of a day on promotion; and whether there is a price of another day nonetheless. */
    boolean onlyPromoted;

    boolean hasRegularPrice;

    /** Null for a pair without recent snapshots. */
    @Nullable
    StockHistory stock;

    PairHistory(int storeId, int productId) {
        this.storeId = storeId;
        this.productId = productId;
    }

    /** The rows of a kind of days. */
    SalesHistory of(int kind) {
        return kind == PROMOTED ? promoted : kind == EMPTY_SHELF ? emptyShelf : sales;
    }

    /** Whether any day without sales has a row, be it one on which the shelf was empty. */
    boolean recordsZeros() {
        return sales.hasZeros() || promoted.hasZeros() || emptyShelf.hasZeros();
    }

    /** When everything has been read: decides which days count. */
    void settle() {
        sellsStill = sales.levelRows + promoted.levelRows + emptyShelf.levelRows > 0;
        if (stock != null && stock.allRows() == 0) {
            stock = null;
        }
        if (sales.allRows() < FEWEST_ROWS || sales.levelRows == 0) {
            sales.add(promoted);
            sales.add(emptyShelf);
            emptyShelf.levelPositives = 0;
            emptyShelf.levelUnits = 0;
            Arrays.fill(daysApart, 0);
            Arrays.fill(levelDaysApart, 0);
        }
    }

    static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Days of each weekday, less those that do not count; none below 0. */
    static int[] less(int[] days, int[] without) {
        int[] rest = new int[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            rest[weekday] = Math.max(0, days[weekday] - without[weekday]);
        }
        return rest;
    }
}
