package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.report.RefusedException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .satisfies(e -> assertThat(((RefusedException) e).remedy()).contains("SEEDER_ALLOW_PRODUCTION=true"));
    }

    /** An operation that comes to the warehouse later is held to it unless it is named here as one that only reads. */
    @Test
    void everyOperationOfAWarehouseThatIsNotKnownToReadIsRefused(@TempDir Path folder) {
        Set<String> reading = Set.of(
                "name",
                "databaseName",
                "status",
                "runs",
                "dataset",
                "unmanagedRows",
                "sales",
                "verify",
                "realism",
                "close",
                "connectAhead",
                "includingUnmanaged",
                "withTruth");
        DatabaseUrl url = new DatabaseUrl(folder.resolve("shop.duckdb"), null);
        List<Method> writing = Arrays.stream(Warehouse.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !reading.contains(method.getName()))
                .filter(method -> !method.getName().startsWith("plan"))
                .toList();

        assertThat(writing).extracting(Method::getName).contains("fullNew", "protect", "unprotect");
        for (Warehouse warehouse : List.of(
                Warehouse.of(url, new ProductionGuard("production", null)),
                Warehouse.of(url, new ProductionGuard("production", null)).includingUnmanaged(),
                Warehouse.of(url, new ProductionGuard("production", null)).withTruth())) {
            for (Method method : writing) {
                Object[] nothing = Arrays.stream(method.getParameterTypes())
                        .map(type -> type == boolean.class ? Boolean.FALSE : null)
                        .toArray();
                assertThatThrownBy(() -> method.invoke(warehouse, nothing))
                        .as(method.getName())
                        .hasCauseInstanceOf(RefusedException.class);
            }
        }
        assertThat(folder).isEmptyDirectory();
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
