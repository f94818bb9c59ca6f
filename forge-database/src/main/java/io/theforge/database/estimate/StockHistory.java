package io.theforge.database.estimate;

/** What the snapshots of the profile's days say about one pair's stock; units, days since 1970-01-01. */
final class StockHistory {
    /** Sizes of cases looked for, ascending. */
    static final int[] PACKS = {2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 18, 20, 24, 30, 36, 48};

    /** Snapshots in the level's days by weekday, 0 = Monday, and the first of them. */
    final int[] rows = new int[7];

    int firstDay = Integer.MAX_VALUE;

    /** Sum over these snapshots of what was on hand and on order. */
    long position;

    /** Sum of what was on order, over those of them that are not shortly before an empty shelf; and how many these are. */
    long onOrder;

    int regularDays;

    /** Snapshots in the profile's days. */
    int snapshots;

    /** Days on which more was ordered, by weekday, seen by on hand and on order falling by less than was sold; and the last of each. */
    final int[] orderDays = new int[7];

    final int[] lastOrderDay = new int[7];

    /** Of these days those on which not whole cases were ordered, by place in {@link #PACKS}. */
    final int[] brokenPacks = new int[PACKS.length];

    /** Days that ended with nothing on hand, and how often that began. */
    int emptyDays;

    int stockouts;

    /** The last snapshot. */
    int lastDay;

    int lastOnHand;
    int lastOnOrder;

    /** Notes of which cases a day's order is not made. @param units that were ordered */
    void addOrder(long units) {
        for (int i = 0; i < PACKS.length; i++) {
            if (units % PACKS[i] != 0) {
                brokenPacks[i]++;
            }
        }
    }

    int allOrderDays() {
        return PairHistory.sum(orderDays);
    }

    int allRows() {
        return PairHistory.sum(rows);
    }
}
