package io.theforge.database.realism;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Units sold on promotion days beside those expected without, by depth: of one series first, then of all. */
final class PromotedUnits {
    private final double[] units;
    private final double[] expected;
    private final double[] ofSeries;
    private final double[] indexOfSeries;

    /** @param depths number of depths that are told apart */
    PromotedUnits(int depths) {
        units = new double[depths];
        expected = new double[depths];
        ofSeries = new double[depths];
        indexOfSeries = new double[depths];
    }

    /** Adds a day of the present series. @param index what the shop sold on it */
    void add(int depth, int sold, double index) {
        ofSeries[depth] += sold;
        indexOfSeries[depth] += index;
    }

    /** Takes the days of the series in. @param rate its units for an index of 1, without promotions */
    void endSeries(double rate) {
        for (int i = 0; i < units.length; i++) {
            units[i] += ofSeries[i];
            expected[i] += indexOfSeries[i] * rate;
        }
    }

    /** Begins a series. */
    void clearSeries() {
        Arrays.fill(ofSeries, 0);
        Arrays.fill(indexOfSeries, 0);
    }

    /** Returns units sold over those expected; null where there are none. */
    @Nullable
    Double lift(int depth) {
        return expected[depth] == 0 ? null : units[depth] / expected[depth];
    }

    /** Returns units sold over those expected with the lifts of others at the same depths; null where there are none. */
    @Nullable
    Double liftOver(PromotedUnits others) {
        double sold = 0;
        double without = 0;
        for (int i = 0; i < units.length; i++) {
            Double usual = others.lift(i);
            if (usual != null) {
                sold += units[i];
                without += expected[i] * usual;
            }
        }
        return without == 0 ? null : sold / without;
    }
}
