package io.theforge.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.PromotionPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an append leans on: a dataset made in steps is the dataset made at once. */
class SegmentsTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 10);
    private static final LocalDate END = LocalDate.of(2024, 6, 20);
    private static final String EVERYTHING = """
            dimensions: {stores: {count: 3}, products: {count: 7}}
            date_range: {start: "2024-01-10", end: "2024-06-20", horizon: "2024-04-30"}
            time_series: {base_demand: 8, noise_sigma: 0.3, anomaly_probability: 0.1, noise_spread: 0.5, noise_product_share: 0.2,
              drift: {product_sigma: 0.3, series_sigma: 0.3}, weekly_noise: {series_sigma: 0.1, product_sigma: 0.1, store_sigma: 0.1},
              weekday_spread: {category_sigma: 0.1, store_sigma: 0.1, series_sigma: 0.1}, season_spread: {category_sigma: 0.3}}
            absences: {series_probability: 0.9, product_probability: 0.3, median_days: 12, cleared_share: 0.5}
            retail: {promotion_probability: 0.5, stockout_probability: 0.2, stockout_behavior: backlog,
              price_change_probability: 0.5, price_change_size: 0.1, new_product_share: 0.3, discontinued_share: 0.3,
              price_elasticity: -2, lift_from_other_weeks: 0.3, lift_from_siblings: 0.3}
            promotions: {campaigns_per_month: 8, advertised_share: 0.5, depth_mean: 0.3, by_category: [{category: Snack, probability: 0.2}]}
            sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 3, missing_days_pct: 0.05, applies_to: all}
            calendar_effects:
              - {name: Memorial Day, public: Memorial Day, factors: {-2: 1.3, 0: 0, 1: 1.2}, categories: [Snack, Dairy]}
              - {name: pay days, days_of_month: [1, 15, 31], factors: {0: 1.2, 1: 1.1}, regions: [North]}
            shocks:
              - {name: Spring, every: "03-01", until: "05-10", ramp_up_days: 9, ramp_down_days: 5, factor: 2}
              - {name: Winter, every: "12-20", until: "02-10", factor: 0.7}
              - {name: Rival, at: 0.6, ramp_up_days: 20, factor: 0.5, stores: [S00001]}
              - {name: Closed, at: 0, days: 90, ramp_down_days: 20, factor: 0, stores: [S00002]}
            """;

    private static final String IN_CASES = EVERYTHING + """
            stock: {case_packs: {1: 1, 6: 2, 24: 1}, stockout_spread: 0.3, partial_stockout_share: 0.8, max_cover_days: 30,
              supply: [{categories: [Dairy], order_days: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, cover_days: 2},
                {categories: [Snack, Frozen], order_days: [2, 5]}]}
            """;

    /** Sums of equal means, which round as they are added up. */
    private static final String STEADY = """
            dimensions: {stores: {count: 2, size_spread: 0}, products: {count: 3, demand_spread: 0}}
            date_range: {start: "2024-01-10", end: "2024-06-20"}
            time_series: {base_demand: 0.1, noise_sigma: 0, weekly_seasonality: [1, 1, 1, 1, 1, 1, 1]}
            retail: {weekend_spike: 1, price_change_probability: 0, promotion_probability: 0}
            """;

    private static ForgeConfig config() {
        return ConfigReader.parse(EVERYTHING, "test").resolve(Overrides.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 45})
    void stepsWithOneSeedAddUpToTheWhole(int stepDays) {
        ForgeConfig whole = config();
        assertThat(rowsOfSteps(whole, stepDays, List.of())).isEqualTo(rows(Plan.of(whole)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void stepsWithSeedsOfTheirOwnAddUpToTheWhole(int stepDays) {
        List<Segment> segments = new ArrayList<>();
        for (LocalDate day = START.plusDays(stepDays); !day.isAfter(END); day = day.plusDays(stepDays)) {
            segments.add(new Segment(day, day.toEpochDay()));
        }
        ForgeConfig whole = config().with(END, segments);
        assertThat(rowsOfSteps(whole, stepDays, segments)).isEqualTo(rows(Plan.of(whole)));
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, STEADY, IN_CASES})
    void aStepNeedsNothingOfTheDaysBeforeItButTheState(String yaml) {
        ForgeConfig whole = ConfigReader.parse(yaml, "test")
                .resolve(Overrides.NONE)
                .with(END, List.of(new Segment(START.plusDays(60), 5), new Segment(START.plusDays(61), 6)));
        for (int stepDays : new int[] {1, 7, 40}) {
            Map<String, String> resumed = rowsOfSteps(whole, stepDays, whole.segments(), true);
            assertThat(resumed).isEqualTo(rows(Plan.of(whole)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 100})
    void anotherSeedChangesWhatComesAndNotWhatWas(int border) {
        LocalDate day = START.plusDays(border);
        Map<String, String> one = rows(Plan.of(config()));
        Map<String, String> two = rows(Plan.of(config().with(END, List.of(new Segment(day, 99)))));
        int changed = 0;
        for (Map.Entry<String, String> row : one.entrySet()) {
            if (row.getKey().startsWith("price")) {
                continue; // a price that holds at the border may end on another day
            }
            if (Integer.parseInt(row.getKey().split(" ")[3]) < border) {
                assertThat(two).containsEntry(row.getKey(), row.getValue());
            } else if (!row.getValue().equals(two.get(row.getKey()))) {
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(one.size() / 10);
    }

    /** Units are neither made nor lost where one seed takes over from another. */
    @ParameterizedTest
    @ValueSource(ints = {60, 61, 62, 63, 64, 65, 66})
    void stockGoesOnOverTheBorder(int border) {
        Plan plan = Plan.of(config().with(END, List.of(new Segment(START.plusDays(border), 99))));
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            for (int i = 1; i < block.inventoryCount; i++) {
                if (block.inventoryDay[i] == block.inventoryDay[i - 1] + 1) {
                    assertThat(block.onHand[i]).isLessThanOrEqualTo(block.onHand[i - 1] + block.onOrder[i - 1]);
                }
            }
        }
    }

    private static Map<String, String> rowsOfSteps(ForgeConfig whole, int stepDays, List<Segment> segments) {
        return rowsOfSteps(whole, stepDays, segments, false);
    }

    /** @param resuming whether each step begins with where the one before it left every pair, or with the first day */
    private static Map<String, String> rowsOfSteps(
            ForgeConfig whole, int stepDays, List<Segment> segments, boolean resuming) {
        Map<String, String> rows = new HashMap<>();
        StockStates states = new StockStates(Plan.of(whole).pairs());
        int made = 0;
        for (LocalDate end = START.plusDays(stepDays - 1); made < Plan.of(whole).days(); end = end.plusDays(stepDays)) {
            LocalDate last = end.isAfter(END) ? END : end;
            List<Segment> known =
                    segments.stream().filter(s -> !s.start().isAfter(last)).toList();
            Plan step = Plan.of(whole.with(last, known)).from(made);
            SeriesGenerator generator = new SeriesGenerator(step, resuming ? states : null);
            StockStates next = new StockStates(step.pairs());
            rows.putAll(rows(step, generator, next));
            states = next;
            made = step.days();
        }
        return rows;
    }

    private static Map<String, String> rows(Plan plan) {
        return rows(plan, new SeriesGenerator(plan), new StockStates(plan.pairs()));
    }

    private static Map<String, String> rows(Plan plan, SeriesGenerator generator, StockStates states) {
        Map<String, String> rows = new HashMap<>();
        SeriesBlock block = new SeriesBlock(plan.days());
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            generator.saveState(states, pair);
            String key = block.storeIndex + " " + block.productIndex + " ";
            for (int i = 0; i < block.salesCount; i++) {
                rows.put("sales " + key + block.salesDay[i], block.quantity[i] + " at " + block.unitPriceCents[i]);
            }
            for (int i = 0; i < block.inventoryCount; i++) {
                rows.put("stock " + key + block.inventoryDay[i], block.onHand[i] + " and " + block.onOrder[i]);
            }
        }
        new PricePlan(plan)
                .forEachStored(window -> rows.put(
                        "price " + window.productIndex() + " " + window.storeIndex() + " " + window.validFrom(),
                        end(window)));
        PromotionPlan promotions = new PromotionPlan(plan);
        promotions.forEachStored(promotion -> rows.put(
                "promotion " + promotion.productIndex() + " " + promotion.storeIndex() + " " + promotion.startDay(),
                promotions.name(promotion) + " to " + promotion.endDay()));
        return rows;
    }

    private static String end(PriceWindow window) {
        return window.priceCents() + " to " + window.validTo();
    }
}
