package io.theforge.demand;

import io.theforge.movement.Absences;
import io.theforge.movement.Drift;
import io.theforge.movement.Profiles;
import io.theforge.movement.WeeklyNoise;
import io.theforge.plan.EffectDays;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What moves expected demand in time, one factor after another: each multiplies a column, and does nothing where it is not configured. */
final class Movement {
    private static final double[] NONE = {};

    private final Plan plan;
    private final int firstDay;
    private final int days;
    private final Drift drift;
    private final WeeklyNoise weeklyNoise;
    private final Absences absences;
    private final Profiles profiles;
    private final int[] weekdays;
    private final Map<String, double[]> calendarEffects = new HashMap<>();
    private boolean drifts;
    private boolean weeksDiffer;
    private boolean isAbsent;
    private boolean weekdaysDiffer;

    Movement(Plan plan, int firstDay) {
        this.plan = plan;
        this.firstDay = firstDay;
        days = plan.plannedDays();
        drift = new Drift(plan, firstDay);
        weeklyNoise = new WeeklyNoise(plan, firstDay);
        absences = new Absences(plan);
        profiles = new Profiles(plan);
        weekdays = new int[days];
        for (int d = 0; d < days; d++) {
            weekdays[d] = plan.plannedCalendar().get(d).dayOfWeek();
        }
    }

    /** Begins a pair. */
    void fill(Store store, Product product) {
        weekdaysDiffer = profiles.fillWeekdays(store, product);
        drifts = drift.fill(store, product);
        weeksDiffer = weeklyNoise.fill(store, product);
        isAbsent = absences.fill(store, product);
    }

    /** Returns {@link Absences#state} of the pair. */
    byte[] absences() {
        return absences.state;
    }

    /** Returns whether the pair is ever absent. */
    boolean isAbsent() {
        return isAbsent;
    }

    void weekdays(double[] column) {
        for (int d = firstDay; d < days && weekdaysDiffer; d++) {
            column[d] *= profiles.weekday[weekdays[d]];
        }
    }

    void season(Product product, double[] column) {
        if (profiles.hasSeasons()) {
            multiply(column, profiles.season(product));
        }
    }

    void calendarEffects(Store store, Product product, double[] column) {
        if (plan.calendarEffects().isEmpty()) {
            return;
        }
        String reached = store.region() + "\n" + product.category();
        double[] factors = calendarEffects.computeIfAbsent(reached, unused -> effects(store, product));
        if (factors != NONE) {
            multiply(column, factors);
        }
    }

    private double[] effects(Store store, Product product) {
        double[] factors = NONE;
        for (EffectDays each : plan.calendarEffects()) {
            if (each.effect().reaches(store.region(), product.category())) {
                if (factors == NONE) {
                    factors = new double[days];
                    Arrays.fill(factors, 1);
                }
                multiply(factors, each.factors());
            }
        }
        return factors;
    }

    void drift(double[] column) {
        if (drifts) {
            multiply(column, drift.factor);
        }
    }

    void weeklyNoise(double[] column) {
        if (weeksDiffer) {
            multiply(column, weeklyNoise.factor);
        }
    }

    void absence(double[] column) {
        for (int d = firstDay; d < days && isAbsent; d++) {
            if (absences.state[d] != Absences.PRESENT) {
                column[d] = 0;
            }
        }
    }

    private void multiply(double[] column, double[] factors) {
        for (int d = firstDay; d < days; d++) {
            column[d] *= factors[d];
        }
    }
}
