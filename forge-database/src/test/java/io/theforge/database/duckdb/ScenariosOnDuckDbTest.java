package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.Scenarios;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.ScenarioShops;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Check;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** A month, the leap day in a winter quarter, and so few series that some of what makes a scenario cannot be told from chance. */
    @ParameterizedTest
    @MethodSource("names")
    void itCanBeMovedToAMonthOrAQuarterOfASmallShop(String name) {
        for (String start : List.of("2026-05-01", "2028-02-01")) {
            boolean isMonth = start.endsWith("5-01");
            int[] sizes = Boolean.getBoolean("forge.exhaustive") ? new int[] {1, 3} : new int[] {isMonth ? 1 : 3};
            for (int stores : sizes) {
                LocalDate first = LocalDate.parse(start);
                LocalDate last = first.plusMonths(isMonth ? 1 : 3).minusDays(1);
                int products = stores == 1 ? 1 : 10;
                boolean opens = name.equals("new_store_opening");
                ForgeConfig config = ConfigReader.resolve(
                        null, new Overrides(7L, opens ? 3 : stores, products, first, last, null, name), Overrides.NONE);
                warehouse().fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
                assertThat(warehouse().verify(Shops.SILENT).checks())
                        .as("%s %s %d", name, start, stores)
                        .filteredOn(check -> check.status() == Check.Status.FAILED)
                        .isEmpty();
                assertThat(warehouse().realism(Shops.SILENT).kept()).isTrue();
            }
        }
    }

    /** The shortest and smallest that shows it, or about: where it must be judged, and not passed over. */
    @ParameterizedTest
    @CsvSource({
        "retail_standard, 2026-05-01, 2026-05-31, 3, 10",
        "holiday_rush, 2029-11-01, 2029-11-30, 3, 10",
        "high_variance, 2026-05-01, 2026-05-31, 3, 10",
        "stockout_heavy, 2026-05-01, 2026-05-31, 3, 10",
        "new_launches, 2026-05-01, 2026-05-31, 3, 10",
        "sparse, 2026-05-01, 2026-05-31, 3, 10",
        "summer_slowdown, 2027-04-01, 2027-08-31, 3, 10",
        "new_store_opening, 2026-05-01, 2026-05-31, 3, 10",
        "competitor_entry, 2028-02-01, 2028-04-30, 4, 10",
        "m5_like, 2026-05-01, 2026-05-31, 3, 30",
        "grocery_promo, 2028-02-01, 2028-04-30, 3, 60",
        "fresh, 2026-05-01, 2026-05-31, 3, 30",
    })
    void itIsJudgedWhereItMustShow(String name, LocalDate first, LocalDate last, int stores, int products) {
        ForgeConfig config = ConfigReader.resolve(
                null, new Overrides(7L, stores, products, first, last, null, name), Overrides.NONE);
        ScenarioShops.assertFound(warehouse(), config);
    }

    /**
     * Months in which deep promotions meet dips, other regular prices and few products. Seeds are fixed; of 120 months with other
     * seeds the lift lay between 2.9 and 6.3 in all.
     */
    @ParameterizedTest
    @CsvSource({
        "2024-02-01, 2024-02-29, 3",
        "2024-02-01, 2024-03-18, 3",
        "2024-07-01, 2024-07-31, 1",
        "2025-01-01, 2025-01-31, 1"
    })
    void aSingleMonthOfGroceryPromotionsIsFoundSound(LocalDate first, LocalDate last, long seed) {
        ForgeConfig config = ConfigReader.resolve(
                null, new Overrides(seed, 3, 100, first, last, null, "grocery_promo"), Overrides.NONE);
        warehouse().fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .isEmpty();
    }

    /** In December 2027, Christmas Day is one of four Saturdays. */
    @Test
    void aHolidayDoesNotHideWhatSaturdaysSell() {
        ForgeConfig config = ConfigReader.resolve(
                null,
                new Overrides(
                        7L, 3, 10, LocalDate.of(2027, 12, 1), LocalDate.of(2027, 12, 31), null, "retail_standard"),
                Overrides.NONE);
        ScenarioShops.assertFound(warehouse(), config);
    }

    @Test
    void shopsOpenAQuarterOfTheWayThroughAMonth() {
        ForgeConfig config = ConfigReader.resolve(
                null,
                new Overrides(7L, 3, 1, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31), null, "new_store_opening"),
                Overrides.NONE);
        warehouse().fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("scenario.new_store_opening"))
                .singleElement()
                .matches(check -> check.figure().startsWith("7.000"));
    }

    @Test
    void aShopThatIsNotTheScenarioIsFound() throws Exception {
        ScenarioShops.assertFound(warehouse(), ScenarioShops.config("retail_standard", 0));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file())) {
            Sql.on(connection)
                    .run("UPDATE sales_daily SET quantity = quantity / 2 WHERE extract(isodow FROM date) = 6");
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
                .matches(Check::notLookedAt);
    }
}
