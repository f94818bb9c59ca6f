package io.theforge.demand;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;

/** What is expected and asked for in every series of a small dataset, day by day. */
final class Draws {
    final Plan plan;
    final int days;
    final double[][] means;
    final int[][] units;
    final int[][] regularCents;
    final int[][] unitPriceCents;

    Draws(String yaml) {
        plan = Dataset.plan(yaml);
        days = plan.days();
        means = new double[plan.pairs()][];
        units = new int[plan.pairs()][];
        regularCents = new int[plan.pairs()][];
        unitPriceCents = new int[plan.pairs()][];
        ExpectedDemand expected = new ExpectedDemand(plan);
        LatentDemand latent = new LatentDemand(plan);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            expected.fill(store(pair), product(pair));
            latent.draw(store(pair), product(pair), expected.means);
            means[pair] = expected.means.clone();
            units[pair] = latent.units.clone();
            regularCents[pair] = expected.regularCents.clone();
            unitPriceCents[pair] = expected.unitPriceCents.clone();
        }
    }

    int pairs() {
        return plan.pairs();
    }

    Store store(int pair) {
        return plan.stores().get(plan.storeOf(pair));
    }

    Product product(int pair) {
        return plan.products().get(plan.productOf(pair));
    }

    /** Log of the units less its mean over the series, for means that are well above 0. */
    double[] logResiduals(int pair) {
        double[] logs = new double[days];
        double sum = 0;
        for (int d = 0; d < days; d++) {
            logs[d] = Math.log(Math.max(0.5, units[pair][d]));
            sum += logs[d];
        }
        for (int d = 0; d < days; d++) {
            logs[d] -= sum / days;
        }
        return logs;
    }
}
