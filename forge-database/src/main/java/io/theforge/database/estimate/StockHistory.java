package io.theforge.database.estimate;

/** What the snapshots of the level's days say about one pair's stock; units, days since 1970-01-01. */
final class StockHistory {
    /** Snapshots by weekday, 0 = Monday. */
    final int[] rows = new int[7];

    int firstDay = Integer.MAX_VALUE;

    /** Sum over all snapshots of what was on hand and on order, and of what was on order. */
    long position;

    long onOrder;

    /** Days on which more was ordered, seen by on hand and on order falling by less than was sold; and the last of them. */
    int orderDays;

    int lastOrderDay = Integer.MIN_VALUE;

    /** The last snapshot. */
    int lastDay;

    int lastOnHand;
    int lastOnOrder;

    int allRows() {
        return PairHistory.sum(rows);
    }
}
