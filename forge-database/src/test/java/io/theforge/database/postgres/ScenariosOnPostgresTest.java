package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.Scenarios;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.ScenarioShops;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosOnPostgresTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Scenarios.names();
    }

    /** To nine digits: sums of doubles go by the order of the rows. */
    @Test
    void theRealismCardIsTheSameAsOnDuckDb() throws SQLException {
        Plan plan = Plan.of(ScenarioShops.config("grocery_promo", 0));
        try (TestServer.Database database = TestServer.create();
                Warehouse postgres = Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")));
                Warehouse duckDb = Warehouse.of(DatabaseUrl.parse("duckdb:" + folder.resolve("shop.duckdb"), folder))) {
            postgres.fullNew(plan, Shops.WORK, Shops.SILENT);
            duckDb.fullNew(plan, Shops.WORK, Shops.SILENT);

            assertThat(figures(postgres)).isEqualTo(figures(duckDb)).allMatch(line -> !line.endsWith(" NaN"));
        }
    }

    private static List<String> figures(Warehouse warehouse) {
        return warehouse.realism(Shops.SILENT).lines().stream()
                .map(line -> String.format(Locale.ROOT, "%s %.9g", line.name(), line.figure()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itKeepsItsMeaningInAnotherYear(String name) throws SQLException {
        try (TestServer.Database database = TestServer.create();
                Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")))) {
            ScenarioShops.assertFound(warehouse, ScenarioShops.config(name, 3));
        }
    }
}
