package io.theforge.oracle.level;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.score.Contender;
import java.util.List;

/** Who is compared at every level: the oracle, the benchmarks, then the models of a file. */
final class Contestants {
    private static final List<Contender> BESIDE_MODELS =
            List.of(Contender.ORACLE, Contender.NAIVE, Contender.SEASONAL_NAIVE, Contender.MOVING_AVERAGE_28);

    private static final List<Forecaster> BENCHMARKS =
            List.of(Forecaster.NAIVE, Forecaster.SEASONAL_NAIVE, Forecaster.MOVING_AVERAGE_28);

    private Contestants() {}

    static int count(int models) {
        return BESIDE_MODELS.size() + models;
    }

    static int oracle() {
        return 0;
    }

    static int model(int model) {
        return BESIDE_MODELS.size() + model;
    }

    static int place(Contender contender) {
        int place = BESIDE_MODELS.indexOf(contender);
        if (place < 0) {
            throw new IllegalArgumentException(String.valueOf(contender));
        }
        return place;
    }

    /** Fills in what the benchmarks forecast. */
    static void fill(Benchmarks fitted, int lead, double[] units) {
        for (int b = 0; b < BENCHMARKS.size(); b++) {
            units[1 + b] = fitted.point(BENCHMARKS.get(b), lead);
        }
    }
}
