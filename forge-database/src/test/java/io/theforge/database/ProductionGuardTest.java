package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"production", "PRODUCTION", "Production", "prod", "PrOd", "live", "LIVE", " live ", "\tprod\n"})
    void refusesProductionHoweverItIsWritten(String appEnv) {
        assertThatThrownBy(() -> new ProductionGuard(appEnv, null).check("--full-new"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("APP_ENV")
                .hasMessageContaining("--full-new")
                .satisfies(e -> org.assertj.core.api.Assertions.assertThat(((RefusedException) e).remedy())
                        .contains("SEEDER_ALLOW_PRODUCTION=true"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "development", "staging", "test", "prod-like", "nonproduction", "alive"})
    void letsEverythingElsePass(String appEnv) {
        assertThatCode(() -> new ProductionGuard(appEnv, null).check("--full-new"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"true", "TRUE", "' true '"})
    void yieldsToTheOverride(String override) {
        assertThatCode(() -> new ProductionGuard("production", override).check("--full-new"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "yes", "1", "truely"})
    void yieldsToNothingButTheWordTrue(String override) {
        assertThatThrownBy(() -> new ProductionGuard("production", override).check("--full-new"))
                .isInstanceOf(RefusedException.class);
    }
}
