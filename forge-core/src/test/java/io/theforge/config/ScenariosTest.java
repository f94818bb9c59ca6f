package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    static List<String> names() {
        return Scenarios.names();
    }

    private static Overrides flags(@Nullable String scenario, @Nullable Integer stores) {
        return new Overrides(null, stores, null, null, null, null, scenario);
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSaysWhatItIsForAndCanBePlannedInAnyYears(String name) {
        assertThat(Scenarios.purpose(name)).endsWith(".").hasSizeBetween(40, 140);
        ForgeConfig config = ConfigReader.resolve(null, flags(name, null), Overrides.NONE);
        assertThat(config.scenario()).isEqualTo(name);
        assertThat(ConfigReader.warnings(null, flags(name, null), Overrides.NONE))
                .isEmpty();
        assertThat(Plan.of(config).days()).isPositive();

        Overrides moved =
                new Overrides(null, null, null, LocalDate.of(2031, 3, 1), LocalDate.of(2033, 2, 28), null, name);
        ForgeConfig later = ConfigReader.resolve(null, moved, Overrides.NONE);
        assertThat(ConfigReader.warnings(null, moved, Overrides.NONE)).isEmpty();
        assertThat(Plan.of(later).days()).isEqualTo(731);
    }

    @Test
    void flagsBeatFileBeatsScenarioBeatsEnvironment() {
        ConfigFile file = ConfigReader.parse(
                "{scenario: holiday_rush, dimensions: {products: {count: 7}}, retail: {promotion_lift: 2}}", "f");
        Overrides environment = new Overrides(5L, 3, 4, null, null, null, null);

        ForgeConfig config = ConfigReader.resolve(file, flags(null, 20), environment);

        assertThat(config.scenario()).isEqualTo("holiday_rush");
        assertThat(config.stores().count()).isEqualTo(20);
        assertThat(config.products().count()).isEqualTo(7);
        assertThat(config.seed()).isEqualTo(5);
        assertThat(config.retail().promotionLift()).isEqualTo(2);
        assertThat(config.retail().promotionProbability()).isEqualTo(0.25);
        assertThat(ConfigReader.resolve(null, flags("holiday_rush", null), environment)
                        .stores()
                        .count())
                .isEqualTo(15);
    }

    @Test
    void theFlagIsStrongerThanTheKey() {
        ConfigFile file = ConfigReader.parse("scenario: sparse", "f");
        ForgeConfig config = ConfigReader.resolve(file, flags("high_variance", null), Overrides.NONE);
        assertThat(config.scenario()).isEqualTo("high_variance");
        assertThat(config.sparsity().missingCombinations()).isZero();
        assertThat(config.timeSeries().noiseSigma()).isEqualTo(0.4);
    }

    /** The record of a run names its scenario and says everything itself. */
    @ParameterizedTest
    @MethodSource("names")
    void aRecordIsReadBackAsItIsWhateverTheScenarioSays(String name) {
        ConfigFile file = ConfigReader.parse(
                "{retail: {promotion_probability: 0.1, stockout_probability: 0.02, lift_by_depth: {}},"
                        + " holidays: [], shocks: [], time_series: {monthly_seasonality: {}, noise_sigma: 0.1}}",
                "f");
        ForgeConfig config = ConfigReader.resolve(file, flags(name, null), Overrides.NONE);
        assertThat(config.shocks()).isEmpty();
        assertThat(ConfigReader.recorded(ConfigWriter.toYaml(config), "record")).isEqualTo(config);
    }

    @Test
    void whatARecordLeavesOpenIsYoungerThanItAndNotTakenFromTheScenarioOfToday() {
        ForgeConfig today = ConfigReader.resolve(null, flags("m5_like", null), Overrides.NONE);
        String before = ConfigWriter.toYaml(today)
                .replaceFirst("(?m)^model_version.*\n", "")
                .replaceFirst("(?ms)^absences:.*?^(?=\\S)", "")
                .replaceFirst("(?m)^  drift:\n.*\n.*\n.*\n", "");

        ForgeConfig recorded = ConfigReader.recorded(before, "record");
        ForgeConfig asFile =
                ConfigReader.parse("model_version: 1\n" + before, "f").resolve(Overrides.NONE);

        assertThat(recorded.movement().drift().productSigma()).isZero();
        assertThat(recorded.movement().absences().seriesProbability()).isZero();
        assertThat(recorded.movement().weeklyNoise()).isEqualTo(today.movement().weeklyNoise());
        assertThat(asFile).isEqualTo(recorded);
        assertThat(Scenarios.changedKeys(recorded))
                .contains("time_series.drift.product_sigma", "absences.series_probability");
        assertThat(ConfigReader.parse(before, "f").resolve(Overrides.NONE))
                .as("a file of today that leaves it open takes it from the scenario")
                .isEqualTo(today);
    }

    @Test
    void aRecordOfANewerLawIsRefusedWithTheWayOut() {
        ConfigException newer = catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.recorded("model_version: 4\nseed: 1", "the record of run 7"));
        assertThat(newer).hasMessage("model_version is \"4\", which is out of range");
        assertThat(newer.location()).isEqualTo("the record of run 7:1:16");
        assertThat(newer.remedy())
                .isEqualTo("give a whole number from 1 to 3; more takes the newer Forge that wrote it");
    }

    @Test
    void effectsOfAScenarioReachWhatThereIsInAShopWithRegionsAndCategoriesOfItsOwn() {
        ConfigFile own = ConfigReader.parse(
                "{scenario: m5_like, dimensions: {stores: {regions: [North, Hills]}, products: {categories: [Dairy, Toys]}}}",
                "f");
        ForgeConfig config = own.resolve(Overrides.NONE);
        assertThat(config.movement().calendarEffects())
                .extracting(effect -> effect.name() + " " + effect.regions() + effect.categories())
                .containsExactly(
                        "Benefit days of food in the North and East [North][Dairy]",
                        "Christmas [][]",
                        "Thanksgiving [][]",
                        "Labor Day [][]");
        assertThat(Scenarios.changedKeys(config)).isEmpty();
        assertThat(ConfigReader.recorded(ConfigWriter.toYaml(config), "record")).isEqualTo(config);
    }

    @Test
    void promotionsOfAScenarioAreThoseOfTheCategoriesThatThereAre() {
        ForgeConfig config = ConfigReader.parse(
                        "{scenario: grocery_promo, dimensions: {products: {categories: [Dairy, Snack, Toys]}}}", "f")
                .resolve(Overrides.NONE);
        assertThat(config.promotions().byCategory())
                .extracting(row -> row.category())
                .containsExactly("Snack");
        assertThat(Scenarios.changedKeys(config)).isEmpty();
    }

    @Test
    void whatOfAScenarioReachesNothingInAShopOfItsOwnIsAWarningForEachKey() {
        String shop = "dimensions: {stores: {regions: [North, Hills]}, products: {categories: [Dairy, Snack, Toys]}}";
        assertThat(warnings("{scenario: grocery_promo, " + shop + "}"))
                .containsExactly(
                        "promotions.by_category of the scenario grocery_promo is left out where it is for regions or"
                                + " categories that this shop does not have: \"Beverage\", \"Produce\", \"Bakery\"; to have the like"
                                + " of it, give promotions.by_category with names of this shop (forge scenarios show grocery_promo"
                                + " prints the scenario's)");
        assertThat(warnings("{scenario: m5_like, " + shop + "}"))
                .singleElement()
                .asString()
                .startsWith("calendar_effects of the scenario m5_like is left out")
                .contains("\"Benefit days of food in the South\", \"Benefit days of food in the West\"")
                .doesNotContain("North and East", "Christmas");
        assertThat(warnings("{scenario: m5_like, calendar_effects: [], " + shop + "}"))
                .as("rows of one's own, or none, are meant so")
                .isEmpty();
    }

    private static List<String> warnings(String yaml) {
        return ConfigReader.warnings(ConfigReader.parse(yaml, "f"), Overrides.NONE, Overrides.NONE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatHasNoEffectBecauseEffectsAreDisabledIsMeantSo(String name) {
        for (Effect effect : Effect.values()) {
            Overrides without = new Overrides(null, null, null, null, null, null, name, List.of(effect));
            assertThat(ConfigReader.warnings(null, without, Overrides.NONE))
                    .as(effect.word())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void sizeNamesAndDatesAreNotWhatMakesIt(String name) {
        ConfigFile file = ConfigReader.parse(
                "{dimensions: {stores: {regions: [North, Hills]}}, calendar: {country: CA}, date_range: {horizon: 2030-06-30}}",
                "f");
        Overrides moved = new Overrides(3L, 3, 200, LocalDate.of(2030, 2, 1), LocalDate.of(2030, 4, 30), null, name);
        ForgeConfig config = ConfigReader.resolve(file, moved, Overrides.NONE);
        assertThat(Scenarios.changedKeys(config)).isEmpty();
    }

    @Test
    void whatIsNotTheScenariosOwnIsNamed() {
        ConfigFile file = ConfigReader.parse(
                "{scenario: m5_like, dimensions: {products: {demand_spread: 1}}, retail: {promotion_lift: 2}}", "f");
        Overrides sparser = new Overrides(null, null, null, null, null, 0.1, null);
        assertThat(Scenarios.changedKeys(ConfigReader.resolve(file, sparser, Overrides.NONE)))
                .containsExactly(
                        "retail.promotion_lift",
                        "sparsity.missing_combinations_pct",
                        "dimensions.products.demand_spread");
        assertThat(Scenarios.changedKeys(ConfigReader.defaults())).isEmpty();
    }

    @Test
    void whatAScenarioSaysIsRefusedAtItsLineWithTheWayOut() {
        ConfigException tooFew = catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.resolve(null, flags("new_store_opening", 2), Overrides.NONE));
        assertThat(tooFew.location()).startsWith("scenario new_store_opening:6:");
        assertThat(tooFew.remedy())
                .isEqualTo(
                        "give a store code from S00001 to S00002, or have more stores;" + " or override it in a file");

        ConfigFile file = ConfigReader.parse("{scenario: holiday_rush, calendar: {country: DE}}", "f");
        ForgeConfig config = file.resolve(Overrides.NONE);
        ConfigException noThanksgiving = catchThrowableOfType(ConfigException.class, () -> Plan.of(config));
        ConfigException placed = ConfigReader.located(noThanksgiving, file, Overrides.NONE, Overrides.NONE);
        assertThat(placed.location()).isEqualTo("scenario holiday_rush:14:14");
        assertThat(placed).hasMessageContaining("\"Thanksgiving\" is no public holiday of DE");
        assertThat(placed.remedy()).contains("New Year", "; or override it in a file");
    }

    @Test
    void anUnknownOneIsNamedWithTheNearest() {
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.resolve(null, flags("holiday-rush", null), Overrides.NONE));
        assertThat(error.location()).isEqualTo("--scenario");
        assertThat(error.remedy()).startsWith("did you mean holiday_rush?").contains("m5_like");
    }
}
