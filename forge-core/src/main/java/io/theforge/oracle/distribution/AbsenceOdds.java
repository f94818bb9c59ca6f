package io.theforge.oracle.distribution;

import io.theforge.config.model.MovementConfig;
import io.theforge.movement.Absences;
import io.theforge.movement.Absences.Spell;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely a pair is off its shelf on a day to come, for who knows on the last known day which spells have begun and which of them are
 * over, and no length of a running one. One instance per thread.
 */
final class AbsenceOdds {
    private final MovementConfig.Absences config;
    private final Absences absences;
    private final List<Spell> spells = new ArrayList<>();
    /** Chance that a spell has at least so many days. */
    private final double[] survivors = new double[Absences.MAX_DAYS + 2];
    /** Sums of these from one day on. */
    private final double[] survivorSums = new double[Absences.MAX_DAYS + 2];

    /** By day: first and last of the days about which one draw decides, those of a block that are in one segment. */
    private final int[] drawnFrom;

    private final int[] drawnTo;

    AbsenceOdds(Plan plan) {
        config = plan.config().movement().absences();
        absences = new Absences(plan);
        for (int n = 1; n <= Absences.MAX_DAYS; n++) {
            survivors[n] = survivor(n);
            survivorSums[n] = survivorSums[n - 1] + survivors[n];
        }
        survivorSums[Absences.MAX_DAYS + 1] = survivorSums[Absences.MAX_DAYS];
        drawnFrom = new int[plan.days()];
        drawnTo = new int[plan.days()];
        int segment = plan.segments() - 1;
        int to = plan.days() - 1;
        for (int from = to; from >= 0; from--) {
            boolean isBorder = from == plan.segmentStart(segment);
            if (isBorder || from % Absences.BLOCK_DAYS == 0) {
                Arrays.fill(drawnFrom, from, to + 1, from);
                Arrays.fill(drawnTo, from, to + 1, to);
                to = from - 1;
            }
            segment -= isBorder ? 1 : 0;
        }
    }

    /** Lengths are rounded to whole days, one at least. */
    private double survivor(int days) {
        if (days <= 1) {
            return 1;
        }
        double log = StrictMath.log((days - 0.5) / config.medianDays());
        if (config.lengthSpread() == 0) {
            return log <= 0 ? 1 : 0;
        }
        return NormalDistribution.below(-log / config.lengthSpread());
    }

    /** Begins a pair. */
    void fill(Store store, Product product) {
        spells.clear();
        absences.forEachSpell(store, product, spells::add);
    }

    /** Returns the chance that the pair is absent. @param last known day, before {@code day} */
    double of(int day, int last) {
        if (config.areOff()) {
            return 0;
        }
        double present = 1;
        for (Spell spell : spells) {
            if (spell.start() <= last && spell.end() > last) {
                present *= 1 - survivors(day - spell.start() + 1) / survivors(last - spell.start() + 1);
            }
        }
        present *= presentThroughNew(day, last, config.productProbability(), true);
        present *= presentThroughNew(day, last, config.seriesProbability(), false);
        return 1 - present;
    }

    private double survivors(int days) {
        return days < survivors.length ? survivors[days] : 0;
    }

    /** Returns the chance that no spell of a kind that has yet to begin holds a day. */
    private double presentThroughNew(int day, int last, double probability, boolean ofProduct) {
        double present = 1;
        int to;
        for (int from = last + 1; from <= day && probability > 0; from = to + 1) {
            to = Math.min(day, drawnTo[from]);
            // A start on day d is still absent on the day asked about when its spell has day - d + 1 days at least
            double covering = sum(day - from + 1) - sum(day - to);
            present *= 1 - perDay(drawnFrom[from], last, probability, ofProduct) * covering;
        }
        return present;
    }

    private double sum(int days) {
        return survivorSums[Math.min(days, survivorSums.length - 1)];
    }

    /** Returns the chance of a start on any day to come of a run that one draw decides about, given what has been seen of it. */
    private double perDay(int drawnFrom, int last, double probability, boolean ofProduct) {
        if (last < drawnFrom) {
            return probability / Absences.BLOCK_DAYS;
        }
        for (Spell spell : spells) {
            if (spell.ofProduct() == ofProduct && spell.start() >= drawnFrom && spell.start() <= last) {
                return 0;
            }
        }
        double seen = probability * (last - drawnFrom + 1) / Absences.BLOCK_DAYS;
        return probability / Absences.BLOCK_DAYS / (1 - seen);
    }
}
