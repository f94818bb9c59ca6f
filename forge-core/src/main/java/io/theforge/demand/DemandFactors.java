package io.theforge.demand;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The multiplicative decomposition of expected demand: the level of a pair and the factors that multiply it, day by day. Multiplied as {@link DemandFactor}
 * says, they are the mean of {@link ExpectedDemand} to the last bit. One instance per thread: the columns are reused by the next pair.
 */
public final class DemandFactors {
    private final ExpectedDemand expected;
    private final Map<DemandFactor, double[]> columns = new EnumMap<>(DemandFactor.class);
    private double level;

    public DemandFactors(Plan plan) {
        this(plan, new ExpectedDemand(plan));
    }

    /** @param expected whose last pair is decomposed: {@link #decompose} */
    public DemandFactors(Plan plan, ExpectedDemand expected) {
        this.expected = expected;
        columns.putAll(DayFactors.columns(plan));
        for (DemandFactor factor : DemandFactor.values()) {
            columns.computeIfAbsent(factor, unused -> new double[plan.plannedDays()]);
        }
    }

    /** Fills the columns with those of a pair. */
    public void fill(Store store, Product product) {
        expected.fill(store, product);
        decompose(store, product);
    }

    /** Fills the columns with those of the pair that expected demand was filled with last. */
    public void decompose(Store store, Product product) {
        level = expected.level(store, product);
        expected.elasticity(product, ones(DemandFactor.PRICE));
        expected.promotions().lift(product, store.index(), expected.regularCents, ones(DemandFactor.PROMOTIONS));
        expected.promotions().advertise(product, store.index(), ones(DemandFactor.ADVERTISING));
        expected.dips(store, product, ones(DemandFactor.PROMOTION_DIPS));
        expected.siblings(store, product, ones(DemandFactor.SIBLINGS));
        expected.lifecycle(product, ones(DemandFactor.LIFE_CYCLE));
        expected.shocks(store, product, ones(DemandFactor.SHOCKS));
        Movement movement = expected.movement();
        movement.weekdays(ones(DemandFactor.WEEKDAY_PROFILE));
        movement.season(product, ones(DemandFactor.SEASON_PROFILE));
        movement.calendarEffects(store, product, ones(DemandFactor.CALENDAR_EFFECTS));
        movement.drift(ones(DemandFactor.DRIFT));
        movement.weeklyNoise(ones(DemandFactor.WEEKLY_NOISE));
        movement.absence(ones(DemandFactor.ABSENCE));
    }

    private double[] ones(DemandFactor factor) {
        double[] column = column(factor);
        Arrays.fill(column, 1);
        return column;
    }

    /** Returns the mean units of the pair on a day on which every factor is 1. */
    public double level() {
        return level;
    }

    /** Returns the mean units of each planned day, those that {@link ExpectedDemand} gives. */
    public double[] means() {
        return expected.means;
    }

    /** Returns one factor for each planned day, 1 where it does nothing. */
    public double[] column(DemandFactor factor) {
        return Objects.requireNonNull(columns.get(factor));
    }

    /** Returns all columns, in the order of the factors. */
    public Map<DemandFactor, double[]> columns() {
        return Collections.unmodifiableMap(columns);
    }
}
