package io.theforge.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.demand.ExpectedDemand;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void theTotalAndAFewSeriesAreDrawnInTheWidthOfTheTerminal() throws Exception {
        Ran ran = Ran.in(folder, Map.of("COLUMNS", "70", "LANG", "en_US.UTF-8"), "preview", "--stores", "3");
        Ran plain = Ran.in(folder, Map.of("LANG", "C"), "preview", "--stores", "3");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("seed 42: 3 stores x 50 products, 2024-01-01 to 2024-12-31\n")
                .contains("all 150 series: ", "stockouts", "Mon 0.80", "no effect      month", "█");
        assertThat(ran.out().lines().filter(line -> line.matches(".*[█▁].*"))).allMatch(line -> line.length() <= 70);
        assertThat(plain.out()).matches("\\p{ASCII}*").contains("all 150 series", "Mon 0.80", "#");
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void whatHasNoEffectIsSaidBesideTheCharts() throws Exception {
        Files.writeString(
                folder.resolve("shop.yaml"), SMALL + "holidays: [{date: 2023-12-24, name: Eve, multiplier: 2}]\n");
        Ran ran = Ran.in(folder, "preview", "--config", "shop.yaml");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("warning: holiday \"Eve\" on 2023-12-24 lies outside");
    }

    /** Half of the products come later: days out of stock are counted among those that are there. */
    @Test
    void theShareOutOfStockIsThatOfTheSeriesOnSale() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), """
                dimensions: {stores: {count: 10}, products: {count: 40}}
                date_range: {start: 2024-01-01, end: 2024-04-30}
                retail: {new_product_share: 1, stockout_probability: 0.25}
                """);
        JsonNode total = lines(Ran.in(folder, "preview", "--config", "shop.yaml", "--json"))
                .get(0);

        double sum = 0;
        for (JsonNode share : total.get("stockouts")) {
            sum += share.asDouble();
        }
        // Of all series, it would be about half of that: they come at any time of the four months
        assertThat(sum / total.get("stockouts").size()).isBetween(0.18, 0.32);
    }

    @Test
    void theBiggestSeriesComesFirstThenOnesOfOtherStores() {
        List<JsonNode> lines = lines(Ran.in(folder, "preview", "--stores", "4", "--products", "10", "--json"));

        assertThat(lines.get(0).get("name").asText()).isEqualTo("total");
        lines.remove(0);
        assertThat(lines)
                .hasSize(40)
                .extracting(line -> line.get("name").asText())
                .doesNotHaveDuplicates();
        List<String> screen = Ran.in(folder, "preview", "--scenario", "sparse", "--seed", "7")
                .out()
                .lines()
                .filter(line -> line.startsWith("S0"))
                .toList();
        assertThat(screen).hasSize(3).noneMatch(line -> line.contains("no record of sales"));
        assertThat(screen).extracting(line -> line.substring(0, 6)).doesNotHaveDuplicates();
        assertThat(screen).extracting(line -> line.substring(7, 17)).doesNotHaveDuplicates();
        assertThat(screen)
                .extracting(line -> -Double.parseDouble(line.replaceAll(".*: (\\S+) units a day", "$1")))
                .isSorted();
    }

    @Test
    void aStoreAloneIsTotalledAlone() {
        List<JsonNode> lines = lines(Ran.in(folder, "preview", "--store", "S00002", "--products", "4", "--json"));

        assertThat(lines).hasSize(5);
        for (int d = 0; d < 366; d++) {
            long sum = 0;
            for (JsonNode line : lines.subList(1, 5)) {
                assertThat(line.get("name").asText()).startsWith("S00002 ");
                sum += line.get("sold").get(d).asLong();
            }
            assertThat(lines.get(0).get("sold").get(d).asLong()).isEqualTo(sum);
        }
    }

    @Test
    void aTotalOfMoreThanCanBeMadeInASecondStandsOnASampleAndSaysSo() {
        String[] large = {"preview", "--stores", "60", "--products", "100", "--end-date", "2026-12-31"};
        Ran ran = Ran.in(folder, large);
        assertThat(ran.out()).contains("all 6,000 series, scaled up from 182 evenly spread ones: ");

        ForgeConfig config = ConfigReader.parse(
                        "dimensions: {stores: {count: 60}, products: {count: 100}}\ndate_range: {end: 2026-12-31}",
                        "test")
                .resolve(Overrides.NONE);
        Plan plan = Plan.of(config);
        ExpectedDemand demand = new ExpectedDemand(plan);
        double all = 0;
        for (int pair = 0; pair < plan.pairs(); pair++) {
            demand.fill(plan.stores().get(plan.storeOf(pair)), plan.products().get(plan.productOf(pair)));
            all += demand.means[500];
        }
        double told = PreviewMaker.total(plan, new PreviewPairs(plan, -1, -1), 200_000, 2).expected[500];
        assertThat(told).isCloseTo(all, withinPercentage(2));
    }

    @Test
    void daysWithoutARecordAreNeitherSoldNorExpectedInTheTotal() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), SMALL + "data_gaps: [{start: 2024-01-10, end: 2024-01-12}]\n");
        JsonNode total = lines(Ran.in(folder, "preview", "--config", "shop.yaml", "--json"))
                .get(0);

        assertThat(total.get("missing").get(8).asDouble()).isZero();
        assertThat(total.get("missing").get(9).asDouble()).isEqualTo(1);
        assertThat(total.get("expected").get(9).asDouble()).isZero();
        assertThat(total.get("sold").get(9).asDouble()).isZero();
    }

    @Test
    void aLongRangeIsDrawnInWholeWeeksAndADayAlone() {
        Ran year = Ran.in(folder, Map.of("COLUMNS", "80"), "preview", "--store", "S00001");
        Ran day = Ran.in(folder, "preview", "--store", "S00001", "--end-date", "2024-01-01");

        assertThat(year.out()).contains("a column is 7 days", "2024-01-01 ", " 2024-12-31");
        assertThat(day.exit()).as(day.err()).isZero();
        assertThat(day.out()).contains("2024-01-01\n").doesNotContain("a column is");
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
            assertThat(total.get("expected").get(d).asDouble()).isCloseTo(expected[d], within(1e-4));
            assertThat(total.get("sold").get(d).asLong()).isEqualTo(sold[d]);
        }
        Ran again = Ran.in(folder, "preview", "--config", "shop.yaml", "--html", "page.html");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("--html", "is there already").hasLineCount(1);
    }

    @Test
    void anUnknownStoreOrProductIsNamedWithTheNearestOne() {
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

    private static List<JsonNode> lines(Ran ran) {
        List<JsonNode> lines = new ArrayList<>();
        ran.json().get("lines").forEach(lines::add);
        return lines;
    }
}
