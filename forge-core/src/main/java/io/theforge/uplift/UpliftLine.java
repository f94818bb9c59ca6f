package io.theforge.uplift;

/**
 * What an effect did to a group of rows, sparse pairs and gaps included. Money is in cents.
 *
 * <p>The before-after estimate is what a team without the twin would compute: units on the promotion's days less as many times the mean of
 * the recorded days among the {@value TrueUplift#BEFORE_DAYS} before it. It is 0 for effects other than promotions.
 */
public final class UpliftLine {
    /** What the rows have in common: a category, a depth, a promotion. */
    public final String name;

    /** Days of series on which the effect is at work; for effects other than promotions, all days. */
    public long seriesDays;

    /** Units sold on them, and what they brought in. */
    public long units;

    public long revenueCents;

    /** Of these, what the shop without the effect would not have sold. */
    public long trueUnits;

    public long trueRevenueCents;

    /** What is lost or won on the other days: customers who waited, stocked up or bought a sibling, and shelves that differ. */
    public long otherDaysUnits;

    public long otherDaysRevenueCents;

    /** Of {@link #seriesDays}, those in the before-after estimate: there is none where nothing is recorded before. */
    public long estimatedSeriesDays;

    /** The before-after estimate of {@link #trueUnits}, in thousandths of a unit. */
    public long beforeAfterMilliUnits;

    /** The before-after estimate of {@link #trueRevenueCents}. */
    public long beforeAfterRevenueCents;

    UpliftLine(String name) {
        this.name = name;
    }

    /** Returns the whole effect, on all days. */
    public long netUnits() {
        return trueUnits + otherDaysUnits;
    }

    public long netRevenueCents() {
        return trueRevenueCents + otherDaysRevenueCents;
    }

    void add(UpliftLine other) {
        seriesDays += other.seriesDays;
        units += other.units;
        revenueCents += other.revenueCents;
        trueUnits += other.trueUnits;
        trueRevenueCents += other.trueRevenueCents;
        otherDaysUnits += other.otherDaysUnits;
        otherDaysRevenueCents += other.otherDaysRevenueCents;
        estimatedSeriesDays += other.estimatedSeriesDays;
        beforeAfterMilliUnits += other.beforeAfterMilliUnits;
        beforeAfterRevenueCents += other.beforeAfterRevenueCents;
    }
}
