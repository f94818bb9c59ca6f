package io.theforge.inventory;

/**
 * Where every pair stands at the end of a day: all that the days after it need to know of those before. Columns by pair, in
 * units where nothing else is said; all 0 for a pair that has not been on sale yet.
 */
public final class StockStates {
    public final int[] onHand;

    /** Ordered, and not delivered on the day it was due. */
    public final int[] overdue;

    /** Ordered and not yet due. */
    public final int[] onOrder;

    /** Asked for by customers who wait. */
    public final int[] backlog;

    /** Planned stockout days less those that occurred; below 0 when more did. */
    public final int[] owedStockoutDays;

    /** @param pairs how many there are */
    public StockStates(int pairs) {
        onHand = new int[pairs];
        overdue = new int[pairs];
        onOrder = new int[pairs];
        backlog = new int[pairs];
        owedStockoutDays = new int[pairs];
    }
}
