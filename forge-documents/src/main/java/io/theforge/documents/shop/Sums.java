package io.theforge.documents.shop;

/** Units and cents of things by month. */
final class Sums {
    final int months;
    final long[] units;
    final long[] cents;

    Sums(int things, int months) {
        this.months = months;
        units = new long[Math.multiplyExact(things, months)];
        cents = new long[units.length];
    }

    void add(int thing, long[] ofUnits, long[] ofCents) {
        for (int m = 0; m < months; m++) {
            units[thing * months + m] += ofUnits[m];
            cents[thing * months + m] += ofCents[m];
        }
    }

    void add(int thing, Sums from, int of) {
        for (int m = 0; m < months; m++) {
            units[thing * months + m] += from.units[of * months + m];
            cents[thing * months + m] += from.cents[of * months + m];
        }
    }
}
