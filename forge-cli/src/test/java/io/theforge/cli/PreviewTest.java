package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.demand.ExpectedDemand;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    private static final String SMALL =
            "dimensions: {stores: {count: 3, regions: [\"</script><b>N\"]}, products: {count: 4}}\n"
                    + "date_range: {start: 2024-01-01, end: 2024-02-29}\n";

    @TempDir
    Path folder;

    @Test
    void theTotalAndAFewSeriesAreDrawnInTheWidthOfTheTerminalWithoutADatabase() throws Exception {
        Ran ran = Ran.in(folder, Map.of("COLUMNS", "70", "LANG", "en_US.UTF-8"), "preview", "--stores", "3");
        Ran plain = Ran.in(folder, Map.of("LANG", "C"), "preview", "--stores", "3");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("total", "S00001 SKU-", "2024-01-01", "stockouts", "weekday", "always 1", "█");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 90);
        assertThat(plain.out()).matches("\\p{ASCII}*").contains("total", "#");
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void thePageStandsAloneAndItsNumbersAreThePlans() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), SMALL);
        Ran ran = Ran.in(folder, "preview", "--config", "shop.yaml", "--html", "page.html");
        assertThat(ran.exit()).as(ran.err()).isZero();
        String page = Files.readString(folder.resolve("page.html"));

        assertThat(page).doesNotContain("src=", "href=", "@import", "url(", "/*DATA*/", "</script><b>");
        assertThat(page.replaceAll("/\\*![^\\n]*\\*/", "")).doesNotContain("http://", "https://");
        assertThat(page).contains("The MIT License");
        String island = page.split("id=\"data\">")[1].split("</script>")[0];
        JsonNode total = Ran.parse(island).get("lines").get(0);
        Plan plan = Plan.of(ConfigReader.parse(SMALL, "test").resolve(Overrides.NONE));
        double[] expected = new double[plan.days()];
        long[] sold = new long[plan.days()];
        ExpectedDemand demand = new ExpectedDemand(plan);
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        for (int pair = 0; pair < plan.pairs(); pair++) {
            demand.fill(plan.stores().get(plan.storeOf(pair)), plan.products().get(plan.productOf(pair)));
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            for (int d = 0; d < plan.days(); d++) {
                expected[d] += demand.means[d];
            }
            for (int i = 0; i < block.salesCount; i++) {
                sold[block.salesDay[i]] += block.quantity[i];
            }
        }
        for (int d = 0; d < plan.days(); d++) {
            assertThat(total.get("expected").get(d).asDouble()).isCloseTo(expected[d], within(1e-5));
            assertThat(total.get("sold").get(d).asLong()).isEqualTo(sold[d]);
        }
        Ran again = Ran.in(folder, "preview", "--config", "shop.yaml", "--html", "page.html");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("--html", "is there already").hasLineCount(1);
    }

    @Test
    void aStoreOrProductThatIsNotThereIsNamedWithTheNearestAndHowManyThereAre() {
        Ran store = Ran.in(folder, "preview", "--store", "S0001");
        Ran product = Ran.in(folder, "preview", "--product", "milk");

        assertThat(store.exit()).isEqualTo(2);
        assertThat(store.err())
                .contains("not one of the 10 stores", "did you mean S00001?")
                .hasLineCount(1);
        assertThat(product.exit()).isEqualTo(2);
        assertThat(product.err())
                .contains("not one of the 50 products", "SKU-000001")
                .hasLineCount(1);
    }

    @Test
    void oneSeriesAloneIsShownWithItsFactorsAsJson() {
        Ran ran = Ran.in(folder, "preview", "--store", "S00002", "--product", "SKU-000003", "--json");

        assertThat(ran.json().get("operation").asText()).isEqualTo("preview");
        assertThat(ran.json().get("lines")).hasSize(1);
        JsonNode line = ran.json().get("lines").get(0);
        assertThat(line.get("name").asText()).isEqualTo("S00002 SKU-000003");
        assertThat(line.get("sold")).hasSize(366);
        assertThat(line.get("factors").get("life_cycle").get(0).asDouble()).isEqualTo(1);
    }
}
