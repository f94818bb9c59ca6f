package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.realism.Realism;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.record.Runs;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.Queries;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card's figures, on datasets in an embedded file, and the promises of scenarios. */
class RealismCardTest {
    private static final String HALF_A_YEAR = "date_range: {start: 2024-01-01, end: 2024-06-30}\n";

    @TempDir
    Path folder;

    private RealismCard card(String yaml) throws Exception {
        Path file = folder.resolve("shop.duckdb");
        ForgeConfig config = ConfigReader.parse(yaml, "test").resolve(Overrides.NONE);
        try (Warehouse warehouse = Warehouse.of(new DatabaseUrl(file, null))) {
            warehouse.fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            RecordedDataset recorded = RecordedDataset.read(Sql.on(connection), Runs.ownership(Sql.on(connection)));
            Queries.Scope scope = new Queries.Scope(
                    recorded, config.dateRange().start(), config.dateRange().end());
            return Realism.card(new Queries(Sql.on(connection), scope), config);
        }
    }

    private static double figure(RealismCard card, String name) {
        return card.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .map(RealismCard.Line::figure)
                .orElseThrow();
    }

    /** At the scenarios' own size. {@code docs/explanation/realism.md} has the ranges over many seeds; these are fixed. */
    @ParameterizedTest
    @CsvSource({"grocery_promo, 1, 2024-01-01", "grocery_promo, 2, 2024-01-01", "fresh, 1, 2024-01-01"})
    void aScenarioKeepsItsPromises(String scenario, long seed, String start) throws Exception {
        promisesAreKept(scenario, seed, start);
    }

    @Test
    @EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "4 million rows")
    void soDoesTheLargestOne() throws Exception {
        promisesAreKept("m5_like", 1, "2023-01-02");
    }

    private void promisesAreKept(String scenario, long seed, String start) throws Exception {
        RealismCard card = card("scenario: " + scenario + "\nseed: " + seed + "\ndate_range: {start: " + start
                + ", end: 2024-12-31}\n");

        assertThat(card.lines()).first().matches(RealismCard.Line::promised);
        assertThat(card.lines())
                .filteredOn(line -> line.status() == RealismCard.Status.BROKEN)
                .isEmpty();
        assertThat(card.kept()).isTrue();
    }

    /** As many offers are 30 per cent off, which sells double, as 40, which sells six times as much: without the latter it would be 2.9. */
    @Test
    void noOfferIsLeftOut() throws Exception {
        RealismCard card = card("""
                dimensions: {stores: {count: 3}, products: {count: 80}}
                retail: {promotion_probability: 0.5, price_elasticity: 0, stockout_probability: 0,
                  lift_by_depth: {0.31: 2, 0.32: 6}}
                """);

        assertThat(figure(card, "lift_30_40")).isBetween(3.5, 5.0);
    }

    /** With 400 series of 600 units a week a median is off by less than 0.05, a lift by 2 per cent: tolerances are three times that. */
    @Test
    void whatIsConfiguredIsOnTheCard() throws Exception {
        RealismCard card = card("""
                dimensions: {stores: {count: 5}, products: {count: 80}}
                date_range: {start: 2023-01-01, end: 2024-12-31}
                retail: {promotion_probability: 0.4, price_elasticity: -2.5, price_change_probability: 0.5,
                  stockout_probability: 0.05, lift_by_depth: {0.05: 1.5, 0.4: 3}}
                """);

        assertThat(figure(card, "elasticity_per_series")).isBetween(-2.65, -2.35);
        assertThat(Math.abs(figure(card, "elasticity_pooled"))).isLessThan(1.25);
        assertThat(figure(card, "out_of_stock_share")).isBetween(0.045, 0.055);
        assertThat(figure(card, "lift_10_20")).isBetween(1.75, 2.15);
        assertThat(figure(card, "lift_30_40")).isBetween(2.5, 3.0);
        assertThat(figure(card, "not_listed_share")).isZero();
    }

    /** A third of the days is spent off the shelf, on half of them with nothing on hand. */
    @Test
    void daysOffTheShelfAreNeitherOutOfStockNorStock() throws Exception {
        String shop = """
                dimensions: {stores: {count: 3}, products: {count: 60}}
                date_range: {start: 2023-01-01, end: 2023-12-31}
                retail: {stockout_probability: 0.05}
                """;
        RealismCard card = card(
                shop + "absences: {series_probability: 0.9, median_days: 60, length_spread: 0.3, cleared_share: 1}\n");

        assertThat(figure(card, "out_of_stock_share")).isBetween(0.04, 0.06);
        assertThat(figure(card, "zero_share")).isGreaterThan(0.2);
    }

    /** With three stores whose Saturdays differ by a tenth, a band of 0.02 would be left by chance. */
    @Test
    void storesCountAsDrawnInTheBandsOfWeekdays() throws Exception {
        String shop = "dimensions: {stores: {count: 3}, products: {count: 40}}\n" + HALF_A_YEAR;

        double alike = width(card(shop), "weekday_saturday");
        double different =
                width(card(shop + "time_series: {weekday_spread: {store_sigma: 0.1}}\n"), "weekday_saturday");

        assertThat(alike).isLessThan(0.1);
        assertThat(different).isBetween(0.15, 1.0);
    }

    private static double width(RealismCard card, String name) {
        return card.lines().stream()
                .filter(line -> line.name().equals(name))
                .map(RealismCard.Line::band)
                .mapToDouble(band -> Objects.requireNonNull(band).high() - band.low())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsPromisedWithoutAScenario() throws Exception {
        RealismCard card = card("dimensions: {stores: {count: 1}, products: {count: 2}}\n");

        assertThat(card.kept()).isTrue();
        assertThat(card.lines()).noneMatch(RealismCard.Line::promised);
        assertThat(card.whyNothingIsPromised()).isEqualTo("there is no scenario");
    }

    @Test
    void nothingIsPromisedWhereAFileHasChangedWhatThePromiseRestsOn() throws Exception {
        RealismCard card = card("scenario: m5_like\ndimensions: {stores: {count: 1}, products: {count: 5}}\n"
                + "time_series: {base_demand: 90}\n" + HALF_A_YEAR);

        assertThat(card.kept()).isTrue();
        assertThat(card.lines()).noneMatch(RealismCard.Line::promised);
        assertThat(card.whyNothingIsPromised())
                .isEqualTo("it differs from the scenario of this version in time_series.base_demand");
    }
}
