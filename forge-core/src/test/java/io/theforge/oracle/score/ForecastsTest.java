package io.theforge.oracle.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.oracle.metric.PinballLoss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are kept, and put in order. */
class ForecastsTest {
    private static final int PAIRS = 30;
    private static final int CUTOFFS = 5;
    private static final int DAYS = 100;
    /** From centuries before the dataset on. */
    private static final int FIRST_CUTOFF = -200_000;

    /** Each row's values follow from its place in the order; there are more rows than a block has. */
    private static Forecasts shuffled() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < PAIRS * CUTOFFS * DAYS; i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(1));
        Forecasts forecasts = new Forecasts(true, false, true, false, false);
        for (int i : places) {
            double[] quantiles = {i + 0.25, Double.NaN, i % 2 == 0 ? i - 1 : i + 0.75, Double.NaN, Double.NaN};
            int cutoff = FIRST_CUTOFF + i / DAYS % CUTOFFS * 40_000;
            forecasts.add(i / DAYS / CUTOFFS, cutoff, i % DAYS, 10_000_000_000L + i, i + 0.5, quantiles);
        }
        forecasts.sort();
        return forecasts;
    }

    @Test
    void rowsComeByPairCutoffAndDayWithAllTheirValues() {
        Forecasts forecasts = shuffled();
        double[] quantiles = new double[PinballLoss.COUNT];

        assertThat(forecasts.rows()).isEqualTo(PAIRS * CUTOFFS * DAYS);
        for (int i = 0; i < forecasts.rows(); i++) {
            forecasts.fillQuantiles(i, quantiles);
            assertThat(new double[] {
                        forecasts.pair(i),
                        forecasts.cutoff(i),
                        forecasts.day(i),
                        forecasts.line(i),
                        forecasts.point(i),
                        forecasts.largest(i),
                        quantiles[0],
                        quantiles[1],
                        quantiles[2]
                    })
                    .as("row %d", i)
                    .containsExactly(
                            i / DAYS / CUTOFFS,
                            FIRST_CUTOFF + i / DAYS % CUTOFFS * 40_000,
                            i % DAYS,
                            10_000_000_000L + i,
                            i + 0.5,
                            i % 2 == 0 ? i + 0.5 : i + 0.75,
                            i + 0.25,
                            Double.NaN,
                            i % 2 == 0 ? i - 1 : i + 0.75);
        }
    }

    @Test
    void cutoffsDaysAndThePlacesOfPairsAreThoseOfAllRows() {
        Forecasts forecasts = shuffled();

        assertThat(forecasts.cutoffs()).containsExactly(-200_000, -160_000, -120_000, -80_000, -40_000);
        assertThat(forecasts.daysByCutoff().get(-80_000)).matches(days -> days.cardinality() == DAYS);
        assertThat(forecasts.firstDay()).isZero();
        assertThat(forecasts.endDay()).isEqualTo(DAYS);
        assertThat(forecasts.firstRow(7)).isEqualTo(7 * CUTOFFS * DAYS);
        assertThat(forecasts.firstRow(PAIRS)).isEqualTo(forecasts.rows());
    }

    @Test
    void rowsOfOneKeyStayInTheOrderOfTheFile() {
        Forecasts forecasts = new Forecasts(new boolean[PinballLoss.COUNT]);
        for (int line = 2; line < 12; line++) {
            forecasts.add(0, 9, 10, line, 1, new double[0]);
        }
        forecasts.setCutoff(3);
        forecasts.sort();

        for (int i = 0; i < 10; i++) {
            assertThat(forecasts.line(i)).isEqualTo(i + 2);
            assertThat(forecasts.cutoff(i)).isEqualTo(3);
        }
    }

    @Test
    void noRowsHaveNoDays() {
        Forecasts forecasts = new Forecasts(new boolean[PinballLoss.COUNT]);
        forecasts.sort();

        assertThat(forecasts.rows()).isZero();
        assertThat(forecasts.cutoffs()).isEmpty();
        assertThat(forecasts.firstRow(0)).isZero();
        assertThat(forecasts.endDay()).isZero();
    }
}
