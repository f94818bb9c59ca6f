package io.theforge.demand;

import io.theforge.config.Shock;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the configured demand events do to the pairs that they reach. */
final class ShockFactors {
    private final List<Shock> shocks;
    private final double[][] factors;
    private final int[] firstDays;

    /** @param firstDay first day that matters */
    ShockFactors(Plan plan, int firstDay) {
        shocks = plan.config().shocks();
        factors = new double[shocks.size()][];
        firstDays = new int[shocks.size()];
        for (int i = 0; i < factors.length; i++) {
            Shock shock = shocks.get(i);
            int start = dayOf(plan, shock.start());
            int end = shock.end() == null ? plan.plannedDays() - 1 : dayOf(plan, shock.end());
            int first = Math.max(firstDay, start);
            int last = Math.min(plan.plannedDays() - 1, end);
            firstDays[i] = first;
            factors[i] = new double[Math.max(0, last - first + 1)];
            for (int d = first; d <= last; d++) {
                double up = Math.min(1, (d - start + 1.0) / (shock.rampUpDays() + 1));
                double down = shock.end() == null ? 1 : Math.min(1, (end - d + 1.0) / (shock.rampDownDays() + 1));
                factors[i][d - first] = 1 + (shock.factor() - 1) * Math.min(up, down);
            }
        }
    }

    private static int dayOf(Plan plan, java.time.LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(plan.config().dateRange().start(), date));
    }

    /** Multiplies the means of a pair by the events that reach it. */
    void apply(Store store, Product product, double[] means) {
        for (int i = 0; i < factors.length; i++) {
            if (reaches(shocks.get(i), store, product)) {
                for (int j = 0; j < factors[i].length; j++) {
                    means[firstDays[i] + j] *= factors[i][j];
                }
            }
        }
    }

    private static boolean reaches(Shock shock, Store store, Product product) {
        return admits(shock.regions(), store.region())
                && admits(shock.stores(), store.code())
                && admits(shock.storeTypes(), store.type())
                && admits(shock.categories(), product.category())
                && admits(shock.brands(), product.brand())
                && admits(shock.products(), product.sku());
    }

    private static boolean admits(List<String> filter, String value) {
        return filter.isEmpty() || filter.contains(value);
    }
}
