package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.Scenarios;
import io.theforge.database.Check;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.ScenarioShops;
import io.theforge.database.Shops;
import io.theforge.database.Sql;
import io.theforge.database.Warehouse;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosOnDuckDbTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Scenarios.names();
    }

    private Path file() {
        return folder.resolve("shop.duckdb");
    }

    private Warehouse warehouse() {
        return Warehouse.of(DatabaseUrl.parse("duckdb:" + file(), folder));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatMakesItIsFoundInTheRows(String name) {
        ScenarioShops.assertFound(warehouse(), ScenarioShops.config(name, 0));
    }

    @Test
    void aShopThatIsNotTheScenarioIsFound() throws Exception {
        ScenarioShops.assertFound(warehouse(), ScenarioShops.config("retail_standard", 0));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file())) {
            Sql.run(connection, "UPDATE sales_daily SET quantity = quantity / 2 WHERE extract(isodow FROM date) = 6");
        }
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("scenario.retail_standard"))
                .singleElement()
                .matches(check -> check.status() == Check.Status.FAILED);
    }

    @Test
    void whereAFileHasChangedWhatMakesItNothingIsPromised() {
        Plan plan = Plan.of(ConfigReader.parse("{scenario: sparse, sparsity: {missing_combinations_pct: 0.1}}", "f")
                .resolve(new Overrides(1L, 2, 5, null, null, null, null)));
        warehouse().fullNew(plan, Shops.WORK, Shops.SILENT);
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("scenario.sparse"))
                .singleElement()
                .matches(check -> check.figure().equals("not looked at"));
    }
}
