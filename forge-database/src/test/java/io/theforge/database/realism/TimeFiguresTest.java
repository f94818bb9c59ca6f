package io.theforge.database.realism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures of made-up series, against those that another program (NumPy, from the definitions alone) has found on the same series. */
class TimeFiguresTest {
    private static final int DAYS = TimeFigures.DAYS;

    private static int units(int product, int store, int day) {
        if ((day + 37 * product + 11 * store) % 300 < 7 * (product % 5)) {
            return 0;
        }
        int wave = (product * 31 + store * 17 + day * day * 7 + day * 13) % 5;
        int height = (day / 91 + product) % 3 + (1 - product % 2) * 2;
        return wave * height / (store == 3 ? 2 : 1)
                + ((day / 28 * 7 + product * product) % 11 < 3 ? 3 : 0)
                + (day / 112 * product * product) % 5;
    }

    private static Map<String, @Nullable Double> figures(int stores) {
        TimeFigures figures = new TimeFigures(DAYS - 1);
        for (int product = 1; product <= 12; product++) {
            for (int store = 1; store <= stores; store++) {
                for (int day = 0; day < DAYS; day++) {
                    figures.add(product, store, day, units(product, store, day));
                }
            }
        }
        return figures.figures();
    }

    @Test
    void theyAreThoseOfTheirDefinitions() {
        Map<String, Double> expected = Map.of(
                "best_smoothing_alpha", 0.4,
                "smoothing_error_ratio", 0.912710,
                "weekly_autocorrelation", 0.760307,
                "year_on_year_sd", 0.179864,
                "long_zero_run_share", 0.5,
                "zero_clustering", 0.549304,
                "same_product_correlation", 0.579767,
                "unrelated_correlation", 0.036399);

        assertThat(figures(3))
                .hasSameSizeAs(expected)
                .allSatisfy((name, figure) ->
                        assertThat(figure).as(name).isCloseTo(expected.get(name), Offset.offset(1e-6)));
    }

    @Test
    void oneStoreHasNothingInCommonWithAnother() {
        assertThat(figures(1))
                .containsEntry("same_product_correlation", null)
                .containsEntry("unrelated_correlation", null);
    }

    @Test
    void seriesThatWereNotThereThroughoutDoNotCount() {
        TimeFigures figures = new TimeFigures(DAYS - 1);
        for (int day = 20; day < DAYS; day++) {
            figures.add(1, 1, day, units(1, 1, day));
        }

        assertThat(figures.figures())
                .allSatisfy((name, figure) -> assertThat(figure).as(name).isNull());
    }
}
