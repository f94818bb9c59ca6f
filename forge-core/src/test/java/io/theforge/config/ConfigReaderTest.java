package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.EventDates;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.MovementConfig;
import io.theforge.config.model.ProductsConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.RetailConfig;
import io.theforge.config.model.Share;
import io.theforge.config.model.Shock;
import io.theforge.config.model.SparsityConfig;
import io.theforge.config.model.StockConfig;
import io.theforge.config.model.StoresConfig;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.text.NearestWord;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @Test
    void theDefaultsAreThoseOfTheContract() {
        LocalDate lastDay = LocalDate.of(2024, 12, 31);

        assertThat(ConfigReader.defaults())
                .isEqualTo(new ForgeConfig(
                        null,
                        42,
                        new StoresConfig(
                                10,
                                List.of(share("North", 4), share("South", 4), share("East", 4), share("West", 4)),
                                List.of(share("supermarket", 3), share("express", 3), share("warehouse", 3)),
                                0.3),
                        new ProductsConfig(
                                50,
                                List.of(
                                        share("Beverage", 6),
                                        share("Snack", 6),
                                        share("Dairy", 6),
                                        share("Frozen", 6),
                                        share("Produce", 6),
                                        share("Bakery", 6)),
                                List.of(
                                        share("BrandA", 5),
                                        share("BrandB", 5),
                                        share("BrandC", 5),
                                        share("Generic", 5),
                                        share("Premium", 5)),
                                0.6),
                        new DateRange(LocalDate.of(2024, 1, 1), lastDay, lastDay),
                        "US",
                        new TimeSeriesConfig(
                                100,
                                TimeSeriesConfig.Trend.LINEAR,
                                0.1,
                                new TreeMap<>(),
                                List.of(0.8, 0.9, 1.0, 1.0, 1.1, 1.3, 1.2),
                                new TreeMap<>(),
                                0.1,
                                0,
                                0.1,
                                0.1,
                                0,
                                0.01,
                                2),
                        new RetailConfig(
                                0.1,
                                1.3,
                                new TreeMap<>(),
                                0,
                                0,
                                0.02,
                                RetailConfig.StockoutBehavior.ZERO,
                                -0.5,
                                0,
                                0.1,
                                0,
                                30,
                                60,
                                0,
                                0,
                                1.2),
                        PromotionsConfig.USUAL,
                        StockConfig.DEFAULT,
                        new SparsityConfig(0, 0, 0, 1, 7, SparsityConfig.AppliesTo.SALES),
                        List.of(),
                        List.of(),
                        List.of(),
                        MovementConfig.NONE,
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "0.5, 0.5", "1e3, 1000", "1E+2, 100", "+7, 7", ".5, 0.5", "5., 5", "2.5e-1, 0.25"})
    void numbersAreReadAsPeopleWriteThem(String text, double value) {
        assertThat(read("time_series: {base_demand: " + text + "}").timeSeries().baseDemand())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 9007199254740993L, Long.MAX_VALUE})
    void everySeedIsReadExactly(long seed) {
        assertThat(read("seed: " + seed).seed()).isEqualTo(seed);
    }

    @Test
    void whereRowsHaveNoIdsThereMayBeMoreOfThem() {
        String large = "dimensions: {stores: {count: 20000}, products: {count: 50000}}";
        assertThat(ConfigReader.recordedWithoutIds(large, "test").pairs()).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> ConfigReader.recorded(large, "test"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a table has ids for 2,147,483,647");
    }

    @Test
    void namesAreTextWhateverYamlMightMakeOfThem() {
        assertThat(read("dimensions: {stores: {regions: [no, 010, 2024-01-01, 1_0, \"~\", Süd]}}")
                        .stores()
                        .regions())
                .extracting(Share::name)
                .containsExactly("no", "010", "2024-01-01", "1_0", "~", "Süd");
    }

    @Test
    void sharesAreNormalised() {
        assertThat(read("dimensions: {stores: {regions: {A: 3, B: 1}}}")
                        .stores()
                        .regions())
                .containsExactly(new Share("A", 0.75), new Share("B", 0.25));
    }

    @Test
    void jsonIsReadToo() {
        assertThat(read("{\"seed\": 5, \"time_series\": {\"monthly_seasonality\": {\"12\": 1.5}}}")
                        .timeSeries()
                        .monthly())
                .isEqualTo(Map.of(12, 1.5));
    }

    @Test
    void everyKindOfHolidayIsRead() {
        String yaml = """
                holidays:
                  - {date: 2024-05-17, name: Opening, multiplier: 2}
                  - {every: 12-24, name: Christmas Eve, multiplier: 1.5}
                  - {public: Thanksgiving, offset_days: 1, name: Black Friday, multiplier: 3}
                """;

        assertThat(read(yaml).holidays())
                .containsExactly(
                        new HolidayRule(LocalDate.of(2024, 5, 17), null, null, 0, "Opening", 2),
                        new HolidayRule(null, MonthDay.of(12, 24), null, 0, "Christmas Eve", 1.5),
                        new HolidayRule(null, null, "Thanksgiving", 1, "Black Friday", 3));
    }

    @Test
    void aShockWithEveryFilterIsRead() {
        String yaml = """
                shocks:
                  - name: Flood
                    start: 2024-05-01
                    end: 2024-06-30
                    ramp_up_days: 3
                    ramp_down_days: 14
                    factor: 0.4
                    regions: [North]
                    stores: [S00001, S00010]
                    store_types: [express]
                    categories: [Dairy]
                    brands: [Generic]
                    products: [SKU-000050]
                """;

        assertThat(read(yaml).shocks())
                .containsExactly(new Shock(
                        "Flood",
                        EventDates.of(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 30)),
                        3,
                        14,
                        0.4,
                        List.of("North"),
                        List.of("S00001", "S00010"),
                        List.of("express"),
                        List.of("Dairy"),
                        List.of("Generic"),
                        List.of("SKU-000050")));
    }

    @Test
    void theHorizonMayComeBeforeTheEnd() {
        assertThat(read("date_range: {horizon: 2024-01-31}").dateRange().blockDays())
                .isEqualTo(31);
    }

    @Test
    void thirtyYearsAreAllowedAndNotADayMore() {
        ForgeConfig config =
                read("{dimensions: {products: {count: 10}}, date_range: {start: 2000-02-29, end: 2030-02-27}}");

        assertThat(config.dateRange().days()).isEqualTo(10_957);
    }

    @Test
    void whatLiesOutsideTheDateRangeIsAWarning() {
        String yaml = """
                holidays: [{date: 2023-12-24, name: Eve, multiplier: 1}, {every: 12-24, name: Eve, multiplier: 1}]
                shocks: [{name: Rival, start: 2025-01-01, factor: 0.5}, {name: Old, start: 2020-01-01, factor: 0.5}]
                data_gaps: [{start: 2023-12-30, end: 2023-12-31}, {start: 2023-12-30, end: 2024-01-01}]
                """;

        assertThat(warnings(yaml))
                .containsExactly(
                        "holiday \"Eve\" on 2023-12-24 lies outside the date range 2024-01-01 to 2024-12-31",
                        "shock \"Rival\" from 2025-01-01 lies outside the date range 2024-01-01 to 2024-12-31",
                        "data gap from 2023-12-30 to 2023-12-31 lies outside the date range 2024-01-01 to 2024-12-31");
    }

    @Test
    void whatAnotherSettingOverrulesIsAWarning() {
        assertThat(warnings("retail: {promotion_lift: 2, lift_by_depth: {0.2: 1.5}}"))
                .containsExactly(
                        "retail.promotion_lift has no effect, because retail.lift_by_depth says what promotions do");
        assertThat(warnings("promotions: {advertised_share: 0.2}"))
                .containsExactly(
                        "promotions.advertised_share has no effect, because promotions.campaigns_per_month is 0,"
                                + " and campaigns are advertised");
        assertThat(warnings("absences: {median_days: 9}"))
                .containsExactly("absences.median_days has no effect, because absences.series_probability and"
                        + " absences.product_probability are both 0");
        assertThat(warnings("absences: {product_probability: 0.1, median_days: 9}"))
                .isEmpty();
        assertThat(warnings("time_series: {trend: none, trend_slope: 0.2}"))
                .containsExactly("time_series.trend_slope has no effect, because time_series.trend is none");
        assertThat(warnings("time_series: {trend: exponential, trend_slope: 0.2}"))
                .isEmpty();
    }

    @Test
    void aSettingOfPromotionsThatNothingTakesUpIsAWarning() {
        assertThat(warnings("promotions: {depth_concentration: 80}"))
                .containsExactly("promotions.depth_concentration has no effect, because promotions.depth_mean is 0");
        assertThat(warnings("promotions: {depth_concentration: 80, by_category: [{category: Dairy, depth_mean: 0.2}]}"))
                .isEmpty();
        assertThat(warnings("promotions: {campaigns_per_month: 8, advertising_lift: 1.5}"))
                .containsExactly("promotions.advertising_lift has no effect, because promotions.advertised_share is 0");
        assertThat(warnings("promotions: {campaigns_per_month: 8, advertising_lift: 1.5, advertised_share: 0.2}"))
                .isEmpty();
        assertThat(warnings("{retail: {promotion_probability: 0}, promotions: {campaigns_per_month: 8}}"))
                .containsExactly("promotions.campaigns_per_month has no effect, because no product is ever promoted:"
                        + " retail.promotion_probability is 0");
        assertThat(warnings("promotions: {by_category: [{category: Dairy}]}"))
                .containsExactly("the row \"Dairy\" of promotions.by_category has no effect, because it has neither"
                        + " probability nor depth_mean");
    }

    @Test
    void aSettingOfDriftPricesOrStockThatChangesNothingIsAWarning() {
        assertThat(warnings("time_series: {drift: {calm_units: 2}}"))
                .containsExactly("time_series.drift.calm_units has no effect, because time_series.drift.product_sigma"
                        + " and series_sigma are both 0");
        assertThat(warnings("time_series: {drift: {calm_units: 2, series_sigma: 0.1}}"))
                .isEmpty();
        assertThat(warnings("retail: {price_change_probability: 0, price_change_size: 0.05}"))
                .containsExactly(
                        "retail.price_change_size has no effect, because retail.price_change_probability is 0");
        assertThat(warnings("{retail: {stockout_probability: 0.4}, stock: {partial_stockout_share: 0.25}}"))
                .containsExactly(
                        "stock.partial_stockout_share has no effect, because first days of stockouts are partial"
                                + " anyway, a share of 0.25");
        assertThat(warnings("{retail: {stockout_probability: 0.4}, stock: {partial_stockout_share: 0.3}}"))
                .isEmpty();
    }

    @Test
    void gapsThatAreCutToFitAreAWarning() {
        assertThat(warnings("sparsity: {random_gaps_per_series: 3, gap_max_days: 10}\n"
                        + "date_range: {start: 2024-01-01, end: 2024-01-31}"))
                .containsExactly("gaps have at most 9 days instead of 10, so that 3 of them fit into the 31 days from"
                        + " start to horizon");
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        ForgeConfig config = read("{seed: -12345678, time_series: {base_demand: 1234.5, trend: linear}}");
        String yaml = ConfigWriter.toYaml(config);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(ConfigWriter.toYaml(config)).isEqualTo(yaml);
                assertThat(read(yaml)).isEqualTo(config);
                assertThat(NearestWord.of("LINIAR", List.of("linear"))).contains("linear");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Share share(String name, int of) {
        return new Share(name, 1.0 / of);
    }

    private static List<String> warnings(String yaml) {
        return ConfigReader.warnings(ConfigReader.parse(yaml, "f"), Overrides.NONE, Overrides.NONE);
    }

    private static ForgeConfig read(String yaml) {
        return ConfigReader.parse(yaml, "f").resolve(Overrides.NONE);
    }
}
