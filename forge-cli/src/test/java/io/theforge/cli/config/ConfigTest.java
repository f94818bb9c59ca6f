package io.theforge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.theforge.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code forge config} says, and that no command of it opens a database. */
class ConfigTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    @Test
    void everyValueIsShownWithItsSource() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "seed: 8\nretail:\n  promotion_lift: 1.5\nworkers: 3\n");
        Map<String, String> environment = Map.of(
                "SEEDER_DEFAULT_SEED",
                "7",
                "SEEDER_DEFAULT_PRODUCTS",
                "9",
                "SEEDER_BATCH_SIZE",
                "77",
                "APP_ENV",
                "live");

        Ran shown = Ran.in(folder, environment, "config", "show", "--config", "shop.yaml", "--stores", "20", "--json");

        assertThat(shown.exit()).as(shown.err()).isZero();
        JsonNode json = shown.json();
        assertThat(json.get("database").isNull()).isTrue();
        String file = folder.resolve("shop.yaml").toString();
        assertThat(source(json, "seed")).isEqualTo("8 file " + file + ":1:7");
        assertThat(source(json, "retail.promotion_lift")).isEqualTo("1.5 file " + file + ":3:19");
        assertThat(source(json, "workers")).isEqualTo("3 file " + file + ":4:10");
        assertThat(source(json, "dimensions.stores.count")).isEqualTo("20 command_line --stores");
        assertThat(source(json, "dimensions.products.count")).isEqualTo("9 environment SEEDER_DEFAULT_PRODUCTS");
        assertThat(source(json, "batch_size")).isEqualTo("77 environment SEEDER_BATCH_SIZE");
        assertThat(source(json, "date_range.start")).isEqualTo("\"2024-01-01\" default");
        assertThat(source(json, "date_range.horizon")).isEqualTo("\"2024-12-31\" default");
        assertThat(Ran.in(folder, "--seed", "5", "config", "show").out()).contains("5  # --seed\n", "1.3  # default\n");
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    private static String source(JsonNode json, String key) {
        JsonNode setting = StreamSupport.stream(json.get("settings").spliterator(), false)
                .filter(each -> each.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
        String place = setting.has("location") ? " " + setting.get("location").asText() : "";
        return setting.get("value") + " " + setting.get("source").asText() + place;
    }

    @Test
    void aMistakeIsShownAsEverywhere() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "retail:\n  promotion_lfit: 1.5\n");

        Ran shown = Ran.in(folder, "config", "show", "--config", "bad.yaml");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).contains("bad.yaml:2:3: ", "did you mean promotion_lift?");
    }

    @Test
    void aDemandThatNoShopHasIsRefusedAtItsLine() throws IOException {
        Files.writeString(
                folder.resolve("high.yaml"),
                "time_series:\n  base_demand: 100000\nretail:\n  promotion_lift: 20\n  promotion_probability: 1\n");

        Ran refused = Ran.in(folder, "--full-new", "--config", "high.yaml", "--confirm");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("high.yaml:2:16: store ");
    }

    @Test
    void theNewFileIsTheDefaultConfigurationAndOverwritesNothing() throws IOException {
        assertThat(Ran.in(folder, "config", "init", "new.yaml").exit()).isZero();
        String text = Files.readString(folder.resolve("new.yaml"));
        assertThat(Ran.in(folder, "config", "init").out()).isEqualTo(text);
        assertThat(errors(text)).isEmpty();

        Ran again = Ran.in(folder, "config", "init", "new.yaml");

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("new.yaml is there already");
        assertThat(Ran.in(folder, "config", "init", "no/folder.yaml").err()).contains("cannot be written");
        assertThat(Ran.in(folder, "config").err()).contains("config show, config schema or config init");
        assertThat(Ran.in(folder, "config", "schema", "--seed", "1").exit()).isEqualTo(2);
    }

    @Test
    void everyExampleRunsAsItIsAndFitsTheSchema() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example :
                    examples.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                assertThat(errors(Files.readString(example)))
                        .as(example.toString())
                        .isEmpty();
                String file = example.toAbsolutePath().toString();
                Ran made = Ran.in(folder, "--full-new", "--confirm", "--no-progress", "--config", file);
                assertThat(made.exit()).as(made.err()).isZero();
                assertThat(made.err()).doesNotContain("warning");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed: 1",
                "seed: \"1\"",
                "seed: 1.5",
                "retail: {promotion_lfit: 1}",
                "retail: {promotion_lift: 21}",
                "retail: {promotion_probability: -0.1}",
                "retail: {stockout_behavior: none}",
                "retail: {lift_by_depth: {deep: 1.2}}",
                "retail: 5",
                "date_range: {start: \"01.01.2024\"}",
                "date_range: {start: \"1899-01-01\"}",
                "dimensions: {stores: {count: 0}}",
                "dimensions: {stores: {regions: []}}",
                "dimensions: {stores: {regions: [A, A]}}",
                "dimensions: {stores: {regions: {A: 0}}}",
                "time_series: {base_demand: 0}",
                "time_series: {weekly_seasonality: [1, 1]}",
                "time_series: {monthly_seasonality: {13: 1}, trend: sideways}",
                "holidays: [{date: \"2024-12-24\", name: \"Christmas Eve\"}]",
                "holidays: [{every: \"13-24\", name: \"X\", multiplier: 1}]",
                "shocks: {name: \"Flood\"}",
                "calendar: {country: us}",
            })
    void whatIsWrongForTheProgramIsWrongForTheSchema(String yaml) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), yaml);

        assertThat(errors(yaml)).isNotEmpty();
        assertThat(Ran.in(folder, "config", "show", "--config", "bad.yaml").exit())
                .isEqualTo(2);
    }

    private List<String> errors(String yaml) {
        Ran printed = Ran.in(folder, "config", "schema");
        assertThat(printed.exit()).as(printed.err()).isZero();
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(printed.out());
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    /** What is refused only when the dataset is laid out: no setting that show lets pass may be refused later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar: {country: UK}",
                "calendar: {country: DE-XX}",
                "calendar: {country: DE-BY}",
                "holidays: [{public: Thanksgivin, multiplier: 2}]",
                "holidays: [{public: Thanksgiving, multiplier: 2}]",
                "holidays: [{date: 2020-01-01, multiplier: 2}]",
                "holidays: [{every: 02-29, multiplier: 2}]",
                "time_series: {base_demand: 900000}",
                "time_series: {base_demand: 1000000}",
                "time_series: {base_demand: 300000, trend: exponential, trend_slope: 5}",
                "shocks: [{name: flood, start: 2024-02-01, end: 2024-02-03, factor: 0.5, stores: [S99999]}]",
                "shocks: [{name: flood, start: 2024-02-01, end: 2024-02-03, factor: 0.5, stores: [S00001]}]",
                "shocks: [{name: sale, start: 2024-02-01, end: 2024-02-03, factor: 0.5, products: [SKU-999999]}]",
                "shocks: [{name: boom, start: 2024-02-01, end: 2024-02-03, factor: 100000}]",
                "date_range: {start: 2024-01-01, end: 2024-01-01}",
                "date_range: {start: 0001-01-01, end: 0001-01-02}",
                "date_range: {start: 1899-12-01, end: 1900-01-02}",
                "date_range: {start: 9999-12-01, end: 9999-12-31}",
                "data_gaps: {store_closures: 5}",
                "segments: [{start: 2024-06-01, seed: 4}]",
                "sparsity: {missing_combinations: 1}",
                "dimensions: {stores: {count: 1}, products: {count: 1}}",
                "dimensions: {stores: {count: 10000}, products: {count: 1}}",
                "dimensions: {stores: {regions: {Münster: 1}}, products: {categories: [Käse]}}",
                "retail: {price_elasticity: -5, elasticity_spread: 3}",
                "scenario: m5_like",
                "scenario: new_store_opening\ndimensions: {stores: {count: 1}}",
                "scenario: flooded\nseed: 1",
                "seed: -9223372036854775808",
                "batch_size: 1\nworkers: 1024",
            })
    void whatShowTakesFullNewTakesToo(String yaml) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), yaml.translateEscapes() + "\n");

        Ran shown = Ran.in(folder, "config", "show", "--config", "shop.yaml");
        Ran planned = Ran.in(folder, "--full-new", "--dry-run", "--config", "shop.yaml");

        assertThat(shown.exit()).as(shown.err() + planned.err()).isEqualTo(planned.exit());
        assertThat(lastLine(shown)).isEqualTo(lastLine(planned));
        if (shown.exit() == 0) {
            assertThat(Ran.in(folder, "preview", "--config", "shop.yaml").exit())
                    .isZero();
        } else {
            assertThat(lastLine(Ran.in(folder, "preview", "--config", "shop.yaml")))
                    .isEqualTo(lastLine(planned));
        }
    }

    private static String lastLine(Ran ran) {
        return ran.err()
                .lines()
                .filter(line -> line.startsWith("forge: ") && !line.contains("warning"))
                .findFirst()
                .orElse("");
    }
}
