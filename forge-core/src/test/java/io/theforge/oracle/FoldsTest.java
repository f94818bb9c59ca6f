package io.theforge.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static DateRange days(int days) {
        LocalDate end = START.plusDays(days - 1);
        return new DateRange(START, end, end);
    }

    @Test
    void foldsReachTheLastDayWithFourWeeksBeforeTheFirst() {
        Folds folds = Folds.last(days(366), null, Folds.HORIZONS);
        assertThat(folds.cutoffs()).hasSize(12).startsWith(30, 58).endsWith(338);
        assertThat(Folds.last(days(60), null, Folds.HORIZONS).cutoffs()).containsExactly(32);
        assertThat(Folds.last(days(366), 2, List.of(7, 1)).cutoffs()).containsExactly(352, 359);
        assertThat(Folds.last(days(366), 2, List.of(7, 1)).horizons()).containsExactly(1, 7);
    }

    @Test
    void aCutoffIsTheLastKnownDay() {
        Folds folds = Folds.at(days(60), List.of(START.plusDays(31), START), List.of(28));
        assertThat(folds.cutoffs()).containsExactly(1, 32);
    }

    @Test
    void dataThatAreTooShortAreRefusedWithWhatWouldFit() {
        assertThatThrownBy(() -> Folds.last(days(20), null, List.of(28)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("28 days")
                .hasMessageContaining("20 days");
        assertThatThrownBy(() -> Folds.last(days(60), 3, List.of(28)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("3 folds of 28 days");
        assertThatThrownBy(() -> Folds.at(days(60), List.of(START.plusDays(40)), List.of(28)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("leaves 19 days");
        assertThatThrownBy(() -> Folds.at(days(60), List.of(START.minusDays(1)), List.of(28)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("before the first day");
    }
}
