package io.theforge.pricing;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Share;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.util.HashMap;
import java.util.Map;

/**
 * The discount depths on offer by category, in 1/10,000: one is as likely as another. Where a mean is configured they are quantiles of a
 * Beta law, in whole per cent, from 1 to 50: Beta(15, 35) is what RetailSynth found in the purchases of Complete Journey.
 */
final class Depths {
    /** Shallow ones are commoner. */
    private static final int[] USUAL = {500, 1000, 1000, 1500, 1500, 2000, 2000, 2500, 3000, 4000};

    private static final int LEVELS = 20;
    private static final int STEPS = 2000;
    private static final int MAX_PERCENT = 50;

    private final Map<String, int[]> byCategory = new HashMap<>();

    Depths(Plan plan) {
        ForgeConfig config = plan.config();
        for (Share category : config.products().categories()) {
            double mean = config.promotions().depthMean(category.name());
            byCategory.put(
                    category.name(),
                    mean == 0 ? USUAL : quantiles(mean, config.promotions().depthConcentration()));
        }
    }

    /** Returns the depths of a product's category. */
    int[] of(Product product) {
        return byCategory.getOrDefault(product.category(), USUAL);
    }

    /** Returns the quantiles at 1/40, 3/40, ... 39/40 of the Beta law with a mean, whose two parameters add up to a concentration. */
    static int[] quantiles(double mean, double concentration) {
        double[] densities = new double[STEPS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double x = (i + 0.5) / STEPS;
            densities[i] = (mean * concentration - 1) * StrictMath.log(x)
                    + ((1 - mean) * concentration - 1) * StrictMath.log(1 - x);
            highest = Math.max(highest, densities[i]);
        }
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            densities[i] = StrictMath.exp(densities[i] - highest);
            sum += densities[i];
        }
        int[] quantiles = new int[LEVELS];
        double below = 0;
        int level = 0;
        for (int i = 0; i < STEPS && level < LEVELS; i++) {
            below += densities[i];
            while (level < LEVELS && below * LEVELS >= sum * (level + 0.5)) {
                int percent = (int) ((i + 0.5) / STEPS * 100 + 0.5);
                quantiles[level++] = Math.max(1, Math.min(MAX_PERCENT, percent)) * 100;
            }
        }
        return quantiles;
    }
}
