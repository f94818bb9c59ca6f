package io.theforge.oracle.distribution;

import io.theforge.config.model.MovementConfig;
import io.theforge.movement.Absences;
import io.theforge.movement.Absences.Spell;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a pair is off its shelf on a day to come, for who knows on the last known day which spells have begun and which of them are
 * over, and no length of a running one. One instance per thread.
 */
final class AbsenceOdds {
    private final Plan plan;
    private final MovementConfig.Absences config;
    private final Absences absences;
    private final List<Spell> spells = new ArrayList<>();
    /** Chance that a spell has at least so many days. */
    private final double[] survivors = new double[Absences.MAX_DAYS + 2];
    /** Sums of these from one day on. */
    private final double[] survivorSums = new double[Absences.MAX_DAYS + 2];

    AbsenceOdds(Plan plan) {
        this.plan = plan;
        config = plan.config().movement().absences();
        absences = new Absences(plan);
        for (int n = 1; n <= Absences.MAX_DAYS; n++) {
            survivors[n] = survivor(n);
            survivorSums[n] = survivorSums[n - 1] + survivors[n];
        }
        survivorSums[Absences.MAX_DAYS + 1] = survivorSums[Absences.MAX_DAYS];
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
        for (int block = (last + 1) / Absences.BLOCK_DAYS;
                block <= day / Absences.BLOCK_DAYS && probability > 0;
                block++) {
            int from = Math.max(last + 1, block * Absences.BLOCK_DAYS);
            int to = Math.min(day, (block + 1) * Absences.BLOCK_DAYS - 1);
            // A start on day d is still absent on the day asked about when its spell has day - d + 1 days at least
            double covering = sum(day - from + 1) - sum(day - to);
            present *= 1 - perDay(block, last, probability, ofProduct) * covering;
        }
        return present;
    }

    private double sum(int days) {
        return survivorSums[Math.min(days, survivorSums.length - 1)];
    }

    /** Returns the chance of a start on any day of a block that is to come; in the running block, given what has been seen of it. */
    private double perDay(int block, int last, double probability, boolean ofProduct) {
        int seenFrom = Math.max(block * Absences.BLOCK_DAYS, lastSegmentStart(last));
        if (last < seenFrom) {
            return probability / Absences.BLOCK_DAYS;
        }
        for (Spell spell : spells) {
            if (spell.ofProduct() == ofProduct && spell.start() >= seenFrom && spell.start() <= last) {
                return 0;
            }
        }
        double seen = probability * (last - seenFrom + 1) / Absences.BLOCK_DAYS;
        return probability / Absences.BLOCK_DAYS / (1 - seen);
    }

    private int lastSegmentStart(int day) {
        int segment = plan.segments() - 1;
        while (plan.segmentStart(segment) > day) {
            segment--;
        }
        return plan.segmentStart(segment);
    }
}
