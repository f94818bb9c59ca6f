package io.theforge.oracle.distribution;

import io.theforge.config.model.MovementConfig;
import io.theforge.movement.Calm;
import io.theforge.movement.Drift;
import io.theforge.movement.DriftLaw;
import io.theforge.movement.WeeklyNoise;
import io.theforge.movement.Weeks;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;

/**
 * What is known at a cutoff of how a pair will have moved by a later day: of every draw that has acted, its value, of the others their
 * law. The log of drift and week is normal with a known mean and variance; beside it stands the chance of an absence. One instance
 * per thread: {@link #fill} a pair, then ask for days.
 */
final class MovementAhead {
    /** Where in two weeks a cutoff lies, and before the first day. */
    private static final int PHASES = DriftLaw.BLOCK_DAYS + 1;

    private final Plan plan;
    private final MovementConfig config;
    private double driftVariance;
    private int calmStep;
    private final double weekVariance;
    private final Calm calm;
    private final Drift drift;
    private final WeeklyNoise weeklyNoise;
    private final Weeks weeks;
    private final AbsenceOdds absences;
    /** By shock from {@code 1 - }{@link DriftLaw#SHOCKS} on: those of the product, then of both, times their standard deviations. */
    private final double[] shocks;

    private final double[] ofSeries;
    /** By calm and phase of the cutoff, and days ahead. */
    private final HiddenMovement[][] laws = new HiddenMovement[Calm.STEPS * PHASES][];

    private Store store;
    private Product article;

    /** Of the day asked about: what multiplies its mean without movement, on average over what is not known. */
    double factor;

    /** What is not known. */
    HiddenMovement hidden;

    /** Chance that the article is off the shelf. */
    double absent;

    MovementAhead(Plan plan) {
        this.plan = plan;
        config = plan.config().movement();
        driftVariance = config.drift().variance();
        weekVariance = config.weeklyNoise().variance();
        calm = new Calm(plan.config());
        drift = new Drift(plan, 0);
        weeklyNoise = new WeeklyNoise(plan, 0);
        weeks = new Weeks(plan);
        absences = new AbsenceOdds(plan);
        shocks = new double[DriftLaw.lastShock(plan.days()) + DriftLaw.SHOCKS];
        ofSeries = new double[shocks.length];
        store = plan.stores().get(0);
        article = plan.products().get(0);
        hidden = law(0, -1);
    }

    /** Returns whether nothing moves that a cutoff would hide. */
    boolean isOff() {
        return !config.isHidden();
    }

    /** Begins a pair. */
    void fill(Store ofStore, Product ofProduct) {
        store = ofStore;
        article = ofProduct;
        calmStep = calm.step(store, article);
        driftVariance = Calm.variance(config.drift(), calmStep);
        if (!config.drift().isOff()) {
            drift.productShocks(article, shocks);
            drift.seriesShocks(store, article, ofSeries);
            for (int i = 0; i < shocks.length; i++) {
                shocks[i] = Calm.factor(calmStep)
                        * (config.drift().productSigma() * shocks[i]
                                + config.drift().seriesSigma() * ofSeries[i]);
            }
        }
        absences.fill(store, article);
    }

    /** Fills in what is known of a day. @param last known day, before it; -1 for none */
    void at(int day, int last) {
        hidden = law(day, last);
        double log = 0;
        if (driftVariance > 0) {
            int newest = DriftLaw.lastShock(last) + DriftLaw.SHOCKS - 1;
            for (int i = 0; i < hidden.knownWeights.length; i++) {
                log += hidden.knownWeights[i] * shocks[newest - i];
            }
            log -= driftVariance * DriftLaw.variance(day) / 2;
        }
        if (weekVariance > 0) {
            log += hidden.isWeekHidden ? 0 : weeklyNoise.log(store, article, weeks.of(day));
            log -= weekVariance / 2;
        }
        factor = StrictMath.exp(log + hidden.variance / 2);
        absent = absences.of(day, last);
    }

    private HiddenMovement law(int day, int last) {
        int phase = calmStep * PHASES + (last < 0 ? DriftLaw.BLOCK_DAYS : last % DriftLaw.BLOCK_DAYS);
        HiddenMovement[] ofPhase = laws[phase];
        if (ofPhase == null) {
            ofPhase = new HiddenMovement[plan.days() + 1];
            laws[phase] = ofPhase;
        }
        HiddenMovement law = ofPhase[day - last];
        if (law == null) {
            law = new HiddenMovement(driftVariance, weekVariance, weeks, day, last);
            ofPhase[day - last] = law;
        }
        return law;
    }
}
