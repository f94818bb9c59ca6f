package io.theforge.movement;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.MovementConfig;
import io.theforge.plan.Product;
import io.theforge.plan.Store;

/**
 * How much less than others a large series wanders. Of the M5's series, the standard deviation of the log of a level's change from year to year
 * falls from 0.6 below 3 units a day to 0.42 at 3 to 10 and 0.22 above. Here both sigmas of the {@linkplain Drift drift} are multiplied by
 * {@code (calmUnits / units)^0.6}, rounded to steps of the fourth root of two, so that few laws serve all series.
 */
public final class Calm {
    /** How many steps there are; the last one stands for everything beyond it, an eighth of the sigmas. */
    public static final int STEPS = 13;

    private static final double STEPS_PER_HALF = 4;
    private static final double EXPONENT = 0.6;
    private static final double LOG_OF_2 = StrictMath.log(2);
    private static final double[] FACTORS = factors();

    private final double calmUnits;
    private final double baseDemand;

    public Calm(ForgeConfig config) {
        MovementConfig.Drift drift = config.movement().drift();
        calmUnits = drift.isOff() ? 0 : drift.calmUnits();
        baseDemand = config.timeSeries().baseDemand();
    }

    private static double[] factors() {
        double[] factors = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            factors[step] = StrictMath.pow(2, -step / STEPS_PER_HALF);
        }
        return factors;
    }

    /** Returns the step of a pair, by its store's size and its product's popularity: 0 for as lively as any. */
    public int step(Store store, Product product) {
        double units = baseDemand * store.size() * product.popularity();
        if (calmUnits == 0 || units <= calmUnits) {
            return 0;
        }
        double halves = EXPONENT * StrictMath.log(units / calmUnits) / LOG_OF_2;
        return (int) Math.min(STEPS - 1, Math.round(STEPS_PER_HALF * halves));
    }

    /** Returns what multiplies the sigmas of a step, 1 to 1/8. */
    public static double factor(int step) {
        return FACTORS[step];
    }

    /** Returns the variance of the log of the drift at a knot. */
    public static double variance(MovementConfig.Drift drift, int step) {
        return drift.variance() * FACTORS[step] * FACTORS[step];
    }
}
