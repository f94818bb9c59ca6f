package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import io.theforge.series.Dataset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ShockReachTest {
    private static final String SHOP = """
            dimensions:
              stores: {count: 2, regions: [North, South, East, West]}
              products: {count: 5, categories: [Snack, Frozen], brands: [BrandA, Premium]}
            date_range: {start: 2024-01-01, end: 2024-01-31}
            """;

    private static String shock(String filters) {
        return SHOP + "shocks: [{name: All, start: 2024-01-02, factor: 0.5},"
                + " {name: Nothing, start: 2024-01-02, factor: 0.1, " + filters + "}]\n";
    }

    private static ConfigException refusal(String filters) {
        return catchThrowableOfType(ConfigException.class, () -> ShockReach.check(Dataset.plan(shock(filters))));
    }

    @Test
    void filtersThatNoProductMeetsTogetherAreRefusedWithWhatThereIs() {
        String category = Dataset.plan(SHOP).products().get(0).category();
        String other = category.equals("Snack") ? "Frozen" : "Snack";

        ConfigException error = refusal("products: [SKU-000001], categories: [" + other + "]");

        Assertions.assertThat(error)
                .hasMessage("shocks[1] \"Nothing\" reaches nothing: none of the products fits all of its filters");
        Assertions.assertThat(error.location()).isEqualTo("shocks[1]");
        Assertions.assertThat(error.remedy())
                .startsWith("limit it to what there is: SKU-000001 (" + category + ", ")
                .doesNotContain("SKU-000002");
    }

    @Test
    void aRegionThatNoStoreHasDrawnIsRefusedWithTheStoresThereAre() {
        var drawn = Dataset.plan(SHOP).stores().stream()
                .map(store -> store.region())
                .toList();
        for (String region : new String[] {"North", "South", "East", "West"}) {
            if (drawn.contains(region)) {
                assertThatCode(() -> ShockReach.check(Dataset.plan(shock("regions: [" + region + "]"))))
                        .doesNotThrowAnyException();
            } else {
                Assertions.assertThat(refusal("regions: [" + region + "]").remedy())
                        .contains("S00001 (" + drawn.get(0), "S00002 (" + drawn.get(1));
            }
        }
    }

    @Test
    void aScenarioCanBeTriedOnAShopTooSmallForIt() {
        assertThatCode(() -> ShockReach.check(Dataset.plan(
                        "{scenario: summer_slowdown, dimensions: {stores: {count: 1}, products: {count: 1}}}")))
                .doesNotThrowAnyException();
    }
}
