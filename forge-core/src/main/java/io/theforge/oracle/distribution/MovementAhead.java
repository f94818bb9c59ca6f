package io.theforge.oracle.distribution;

import io.theforge.config.model.MovementConfig;
import io.theforge.movement.Drift;
import io.theforge.movement.DriftLaw;
import io.theforge.movement.WeeklyNoise;
import io.theforge.movement.Weeks;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;

/**
 * What is known at a cutoff of how a pair will have moved by a later day: of every draw that has acted, its value, of the others their
 * law. The log of drift and week is normal with a known mean and variance; beside it stands the chance of an absence. One instance
 * per thread: {@link #fill} a pair, then ask for days.
 */
final class MovementAhead {
    private final Plan plan;
    private final MovementConfig config;
    private final double driftVariance;
    private final double weekVariance;
    private final WeeklyNoise weeklyNoise;
    private final Weeks weeks;
    private final AbsenceOdds absences;
    private final double[] product;
    private final double[] series;
    /** Of the shocks to come that act on the day asked about, the next one first. */
    private final double[] shockWeights;

    private int shocksAhead;
    /** Weeks until that of the day; -1 where it has begun. */
    private int weekAhead;

    private Store store;
    private Product article;

    /** Of the day asked about: what multiplies its mean without movement, on average over what is not known. */
    double factor;

    /** Variance of the log of what is not known. */
    double variance;

    /** Chance that the article is off the shelf. */
    double absent;

    MovementAhead(Plan plan) {
        this.plan = plan;
        config = plan.config().movement();
        driftVariance = config.drift().variance();
        weekVariance = config.weeklyNoise().variance();
        weeklyNoise = new WeeklyNoise(plan, 0);
        weeks = new Weeks(plan);
        absences = new AbsenceOdds(plan);
        int shocks = DriftLaw.lastShock(plan.days()) + DriftLaw.SHOCKS;
        shockWeights = new double[shocks];
        product = new double[shocks];
        series = new double[shocks];
        store = plan.stores().get(0);
        article = plan.products().get(0);
    }

    /** Returns whether nothing moves that a cutoff would hide. */
    boolean isOff() {
        return !config.isHidden();
    }

    /** Begins a pair. */
    void fill(Store ofStore, Product ofProduct) {
        store = ofStore;
        article = ofProduct;
        if (!config.drift().isOff()) {
            Drift.productShocks(plan, article, product);
            Drift.seriesShocks(plan, store, article, series);
        }
        absences.fill(store, article);
    }

    /** Returns how far a path is from the average of the day asked about, as a log. */
    double deviation(int path) {
        double log = -variance / 2;
        for (int i = 0; i < shocksAhead; i++) {
            log += shockWeights[i] * SharedPaths.shock(path, i);
        }
        return weekAhead < 0 ? log : log + Math.sqrt(weekVariance) * SharedPaths.week(path, weekAhead);
    }

    /** Fills in what is known of a day. @param last known day, before it */
    void at(int day, int last) {
        double log = 0;
        variance = 0;
        shocksAhead = 0;
        weekAhead = -1;
        if (driftVariance > 0) {
            int known = DriftLaw.lastShock(last);
            for (int shock = DriftLaw.lastShock(day); shock > day / DriftLaw.BLOCK_DAYS - DriftLaw.SHOCKS; shock--) {
                double weight = DriftLaw.weight(shock, day);
                if (shock > known) {
                    variance += driftVariance * weight * weight;
                    // Far ahead, the next ones act no more
                    if (shocksAhead == 0) {
                        shocksAhead = shock - known;
                        Arrays.fill(shockWeights, 0, shocksAhead, 0);
                    }
                    shockWeights[shock - known - 1] = Math.sqrt(driftVariance) * weight;
                } else {
                    int i = shock + DriftLaw.SHOCKS - 1;
                    log += weight
                            * (config.drift().productSigma() * product[i]
                                    + config.drift().seriesSigma() * series[i]);
                }
            }
            log -= driftVariance * DriftLaw.variance(day) / 2;
        }
        if (weekVariance > 0) {
            int week = weeks.of(day);
            if (weeks.firstDay(week) > last) {
                variance += weekVariance;
                weekAhead = week - weeks.of(last) - 1;
            } else {
                log += weeklyNoise.log(store, article, week);
            }
            log -= weekVariance / 2;
        }
        factor = StrictMath.exp(log + variance / 2);
        absent = absences.of(day, last);
    }
}
