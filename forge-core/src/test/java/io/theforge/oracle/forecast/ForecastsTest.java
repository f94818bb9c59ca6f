package io.theforge.oracle.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are kept, in memory or in a temporary file, and put in order. */
class ForecastsTest {
    private static final int PAIRS = 70;
    private static final int CUTOFFS = 5;
    private static final int DAYS = 40;
    private static final int ALL_IN_MEMORY = 1 << 30;
    private static final int A_FEW_IN_MEMORY = 100_000;
    /** From centuries before the dataset on. */
    private static final int FIRST_CUTOFF = -200_000;

    private static final List<ForecastModel> MODELS =
            List.of(new ForecastModel("plain", List.of()), new ForecastModel("ranges", List.of(0.1, 0.5, 0.95)));

    /** Each row's values follow from its place in the order. */
    private static Forecasts shuffled(int memoryBytes) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < PAIRS * CUTOFFS * DAYS; i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(1));
        Forecasts forecasts = new Forecasts(MODELS, memoryBytes);
        for (int i : places) {
            int cutoff = FIRST_CUTOFF + i / DAYS % CUTOFFS * 40_000;
            double[] units = {i + 0.5, i + 0.25, i, i + 1, i + 2};
            forecasts.add(i / DAYS / CUTOFFS, cutoff, i % DAYS, 10_000_000_000L + i, units);
        }
        forecasts.finish();
        return forecasts;
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL_IN_MEMORY, A_FEW_IN_MEMORY})
    void rowsComeByPairCutoffAndDayWithAllTheirValues(int memoryBytes) {
        try (Forecasts forecasts = shuffled(memoryBytes)) {
            PairForecasts rows = forecasts.from(0);
            double[] quantiles = new double[forecasts.quantiles().length];

            assertThat(forecasts.quantiles()).containsExactly(0.05, 0.1, 0.25, 0.5, 0.75, 0.95);
            assertThat(forecasts.rows()).isEqualTo(PAIRS * CUTOFFS * DAYS);
            for (int pair = 0; pair < PAIRS; pair++) {
                rows.read(pair);
                assertThat(rows.rows()).isEqualTo(CUTOFFS * DAYS);
                for (int i = 0; i < rows.rows(); i++) {
                    int place = pair * CUTOFFS * DAYS + i;
                    rows.fillQuantiles(i, 1, quantiles);
                    assertThat(new double[] {
                                rows.cutoff(i),
                                rows.day(i),
                                rows.line(i),
                                rows.point(i, 0),
                                rows.point(i, 1),
                                rows.largest(i)
                            })
                            .as("row %d", place)
                            .containsExactly(
                                    FIRST_CUTOFF + i / DAYS * 40_000,
                                    i % DAYS,
                                    10_000_000_000L + place,
                                    place + 0.5,
                                    place + 0.25,
                                    place + 2);
                    assertThat(quantiles)
                            .containsExactly(Double.NaN, place, Double.NaN, place + 1, Double.NaN, place + 2);
                }
            }
            rows.read(PAIRS);
            assertThat(rows.rows()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL_IN_MEMORY, A_FEW_IN_MEMORY})
    void anyPairCanBeTheFirstThatIsAskedFor(int memoryBytes) {
        try (Forecasts forecasts = shuffled(memoryBytes)) {
            for (int pair : new int[] {1, 31, 32, 33, 69}) {
                PairForecasts rows = forecasts.from(pair);
                rows.read(pair);
                assertThat(rows.rows()).isEqualTo(CUTOFFS * DAYS);
                assertThat(rows.point(0, 0)).isEqualTo(pair * CUTOFFS * DAYS + 0.5);
            }
        }
    }

    @Test
    void cutoffsAndDaysAreThoseOfAllRows() {
        try (Forecasts forecasts = shuffled(ALL_IN_MEMORY)) {
            assertThat(forecasts.cutoffs()).containsExactly(-200_000, -160_000, -120_000, -80_000, -40_000);
            assertThat(forecasts.daysByCutoff().get(-80_000)).matches(days -> days.cardinality() == DAYS);
            assertThat(forecasts.firstDay()).isZero();
            assertThat(forecasts.endDay()).isEqualTo(DAYS);
            assertThat(forecasts.largest()).isEqualTo(PAIRS * CUTOFFS * DAYS + 1);
            assertThat(forecasts.lineOfLargest()).isEqualTo(10_000_000_000L + PAIRS * CUTOFFS * DAYS - 1);
        }
    }

    @Test
    void rowsOfOneKeyStayInTheOrderOfTheFile() {
        try (Forecasts forecasts = new Forecasts(MODELS, 200)) {
            for (int line = 2; line < 12; line++) {
                forecasts.add(0, 9, 10, line, new double[] {1, 1, 1, 1, 1});
            }
            forecasts.setCutoff(3);
            forecasts.finish();
            PairForecasts rows = forecasts.from(0);
            rows.read(0);

            for (int i = 0; i < 10; i++) {
                assertThat(rows.line(i)).isEqualTo(i + 2);
                assertThat(rows.cutoff(i)).isEqualTo(3);
            }
        }
    }

    @Test
    void noRowsHaveNoDays() {
        try (Forecasts forecasts = new Forecasts(MODELS)) {
            forecasts.finish();
            PairForecasts rows = forecasts.from(0);
            rows.read(0);

            assertThat(forecasts.rows()).isZero();
            assertThat(rows.rows()).isZero();
            assertThat(forecasts.cutoffs()).isEmpty();
            assertThat(forecasts.endDay()).isZero();
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void withoutAFolderForTemporaryFilesItIsSaidWhy() {
        String folder = System.getProperty("java.io.tmpdir");
        try (Forecasts forecasts = new Forecasts(MODELS, 0)) {
            System.setProperty(
                    "java.io.tmpdir", Path.of(folder, "there-is-none").toString());
            forecasts.add(0, 9, 10, 2, new double[5]);
            assertThatThrownBy(() -> forecasts.add(0, 9, 11, 3, new double[5]))
                    .isInstanceOf(UncheckedIOException.class);
        } finally {
            System.setProperty("java.io.tmpdir", folder);
        }
    }
}
