package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;
import static io.theforge.server.browser.ForgePage.REMOVE;
import static io.theforge.server.browser.ForgePage.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.theforge.server.Programs;
import io.theforge.server.Served;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does on the page, from an empty database on, wherever that is. */
abstract class PageContract {
    private static final String SMALL =
            "{\"stores\": 2, \"products\": 3, \"end_date\": \"2024-02-29\", \"confirm\": true}";

    @TempDir
    Path folder;

    private Served server;
    private Visitor visitor;
    private ForgePage page;

    /** The address of an empty database of the test's own. */
    abstract String url() throws Exception;

    abstract String name();

    @BeforeEach
    void open() throws Exception {
        server = Served.in(folder, Map.of("DATABASE_URL", url()));
        // a file that is being written cannot be read: the page asks again then
        visitor = Visitor.of(server).expects(503);
        page = new ForgePage(visitor.page());
    }

    @AfterEach
    void end() throws Exception {
        try {
            visitor.close();
        } finally {
            server.close();
        }
    }

    private JsonNode dataset() throws Exception {
        return server.get("/api/v1/dataset").json();
    }

    private void filled() throws Exception {
        assertThat(server.post("/seeder/generate", SMALL).status()).isEqualTo(201);
        assertThat(page.counter("sales_daily")).containsText("360");
    }

    private void nothingIsWritten() throws Exception {
        assertThat(dataset().get("last_run").isNull()).isTrue();
        assertThat(server.get("/api/v1/operations").json()).isEmpty();
    }

    /** Runs the command that the page tells, on another database. */
    private JsonNode madeByTheCommandLine() throws Exception {
        String command =
                page.section("What is in here").getByText("./forge --full-new").textContent();
        String said = Programs.said(
                folder,
                Map.of("DATABASE_URL", "duckdb:again.duckdb"),
                (command.replaceFirst("\\./forge ", "") + " --json").split(" "));
        return new ObjectMapper().readTree(said);
    }

    @Test
    void fromNothingToADatasetByOnePress() throws Exception {
        assertThat(visitor.page().getByText("Nothing is in here yet.")).isVisible();
        assertThat(page.section("Rows")).hasCount(0);

        page.listens();
        page.make();
        page.hears("Made: 366,690 rows");
        assertThat(page.heard())
                .contains("Making a dataset: sales", "asked for by 127.0.0.1", " of 183,000 rows", "Cancel leaves");

        JsonNode byHand = madeByTheCommandLine();
        assertThat(page.fact("Fingerprint"))
                .containsText(byHand.get("fingerprint").asText());
        assertThat(page.fact("Seed")).hasText("42");
        assertThat(page.fact("Whose")).hasText("all made by the Forge");
        for (Map.Entry<String, JsonNode> table : byHand.get("tables").properties()) {
            assertThat(page.counter(table.getKey()))
                    .containsText(String.format(
                            Locale.ROOT,
                            "%,d",
                            table.getValue().get("rows_after").asLong()));
        }
        Locator log = visitor.page().getByRole(AriaRole.LOG);
        assertThat(log).containsText("Started: 10 stores, 50 products");
        assertThat(log).containsText("Generated 183,000 sales rows");
        assertThat(log).containsText("Complete (seed: 42)");
        page.section("Log").getByRole(AriaRole.SEARCHBOX).fill("generated 10");
        assertThat(log).containsText("Generated 10 stores");
        assertThat(log).not().containsText("Complete");
        page.heading("Recorded runs").scrollIntoViewIfNeeded();
        Locator runs = page.section("Log").getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW);
        assertThat(runs).hasCount(2);
        assertThat(runs.last()).containsText("366,690");
    }

    @Test
    void aDatasetIsLookedAtBeforeItIsWritten() throws Exception {
        page.field(MAKE, "Stores").fill("2");
        page.field(MAKE, "Products").fill("3");
        assertThat(page.section(MAKE)).containsText("about 2,196 sales");
        button(page.section(MAKE), "Preview").click();

        assertThat(page.section(MAKE).getByText("Nothing has been written. 6 series in all"))
                .isVisible();
        Locator drawn = page.section(MAKE).getByRole(AriaRole.IMG);
        assertThat(drawn.first()).hasAttribute("aria-label", Pattern.compile(".*2024-01-01 to 2024-12-31: sold .*"));
        nothingIsWritten();

        page.field(MAKE, "Last day").fill("2023-12-31");
        assertThat(page.section(MAKE)).containsText("It cannot be made like this yet.");
        assertThat(page.field(MAKE, "Last day")).hasAttribute("aria-invalid", "true");
        assertThat(page.button(MAKE, "Make it")).isDisabled();
        page.button(MAKE, "Make it").click(new Locator.ClickOptions().setForce(true));
        nothingIsWritten();
    }

    @Test
    void aMistakeInTheFileIsShownAtItsLine() throws Exception {
        Locator file = page.file();
        file.fill("seed: 7\ndimensions:\n  stores: {count: 2}\n  products: {count: many}\n");

        Locator error = page.section(MAKE).getByText(Pattern.compile("^line 4, column \\d+: "));
        assertThat(error).isVisible();
        assertThat(file).hasAttribute("aria-invalid", "true");
        button(page.section(MAKE), "Go there").click();
        assertThat(file).isFocused();
        assertThat(file.evaluate("area => area.value.slice(0, area.selectionStart).split('\\n').length"))
                .isEqualTo(4);
        assertThat(page.button(MAKE, "Make it")).isDisabled();

        file.fill("seed: 7\ndimensions:\n  stores: {count: 2}\n  products: {count: 3}\n");
        assertThat(error).hasCount(0);
        page.make();
        page.hears("(seed 7)");
        assertThat(page.counter("product")).containsText("3");
        assertThat(page.fact("Seed")).hasText("7");
    }

    @Test
    void aSeriesIsPickedAndTheDataVerified() throws Exception {
        filled();
        Locator shop = page.section("Does it look like a shop?");
        shop.getByLabel("Store", new Locator.GetByLabelOptions().setExact(true)).selectOption("S00002");
        Locator product = shop.getByLabel("Product", new Locator.GetByLabelOptions().setExact(true))
                .first();
        product.selectOption("SKU-000003");

        JsonNode series =
                server.get("/api/v1/series?store=S00002&product=SKU-000003").json();
        long sold = 0;
        for (JsonNode day : series.get("days")) {
            sold += day.get("sold").asLong();
        }
        assertThat(series.get("days")).hasSize(60);
        double mean = sold / 60.0;
        String figure = mean >= 100
                ? String.format(Locale.ROOT, "%.0f", mean)
                : String.format(Locale.ROOT, "%.2f", mean).replaceAll("\\.?0+$", "");
        Locator chart = shop.getByRole(
                AriaRole.IMG,
                new Locator.GetByRoleOptions()
                        .setName(Pattern.compile(".*2024-01-01 to 2024-02-29: " + figure
                                + " units a day, .*; expected .* units a day")));
        assertThat(chart).isVisible();
        assertThat(shop.getByText("What demand is made of")).isVisible();
        button(shop, "Next product").first().click();
        assertThat(product).hasValue("SKU-000001");

        assertThat(page.section("What is in here")).containsText("Not verified since the last change");
        page.button("What is in here", "Verify now").click();
        assertThat(page.section("What is in here")).containsText(Pattern.compile("Verified: \\d+ checks passed"));
        assertThat(dataset().at("/verified/passed").asBoolean()).isTrue();
    }

    @Test
    void aMonthMoreIsShownAndThenAdded() throws Exception {
        filled();
        String before = dataset().get("fingerprint").asText();
        assertThat(page.section("Extend it")).containsText("2024-03-01 to 2024-03-31");
        page.button("Extend it", "Extend it …").click();

        assertThat(page.dialog().getByRole(AriaRole.HEADING)).hasText("Extend it to 2024-03-31?");
        assertThat(page.dialog().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("sales_daily")))
                .containsText("186");
        assertThat(dataset().get("fingerprint").asText()).isEqualTo(before);
        button(page.dialog(), "Add these days").click();
        page.hears("Extended: ");

        assertThat(page.fact("Days")).hasText("2024-01-01 to 2024-03-31");
        assertThat(page.counter("sales_daily")).containsText("546");
        Map<String, String> elsewhere = Map.of("DATABASE_URL", "duckdb:again.duckdb");
        String made = Programs.said(
                folder,
                elsewhere,
                "--full-new",
                "--stores",
                "2",
                "--products",
                "3",
                "--end-date",
                "2024-03-31",
                "--confirm",
                "--json");
        assertThat(page.fact("Fingerprint"))
                .containsText(
                        new ObjectMapper().readTree(made).get("fingerprint").asText());
    }

    @Test
    void whatWouldBeReplacedIsShownFirst() throws Exception {
        // 31 days are too few to judge a forecast on
        visitor.expects(422);
        filled();
        JsonNode before = dataset();
        page.field(MAKE, "Stores").fill("3");
        page.field(MAKE, "Products").fill("2");
        page.field(MAKE, "Last day").fill("2024-01-31");
        page.field(MAKE, "Seed").fill("9");
        assertThat(page.section(MAKE)).containsText("about 186 sales");
        page.make();
        assertThat(page.dialog().getByRole(AriaRole.HEADING)).hasText("Replace what is in here?");
        Locator sales =
                page.dialog().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("sales_daily"));
        assertThat(sales).hasText(Pattern.compile("sales_daily\\s*360\\s*360\\s*186\\s*186"));
        assertThat(button(page.dialog(), "Cancel")).isFocused();
        button(page.dialog(), "Cancel").click();
        assertThat(page.dialog()).hasCount(0);
        assertThat(dataset()).isEqualTo(before);
        assertThat(server.get("/api/v1/operations").json()).hasSize(1);

        page.make();
        button(page.dialog(), "Make it").click();
        page.hears("(seed 9)");
        assertThat(page.counter("sales_daily")).containsText("186");
        assertThat(page.fact("Days")).hasText("2024-01-01 to 2024-01-31");
    }

    @Test
    void anExportIsOneArchive() throws Exception {
        filled();
        Download download = visitor.page()
                .waitForDownload(() -> page.section("Export it")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download"))
                        .click());

        assertThat(download.suggestedFilename()).isEqualTo("shop-csv.zip");
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().replaceFirst(".*/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.get("manifest.json"))
                .contains(dataset().get("fingerprint").asText());
        assertThat(files.get("sales_daily.csv").lines()).hasSize(361);
        assertThat(files.keySet()).containsAll(Set.of("store.csv", "product.csv", "promotion.csv"));
    }

    @Test
    void nothingIsTakenAwayWithoutTheNameAndTheWayBackIsKept() throws Exception {
        filled();
        page.heading("Take it away").scrollIntoViewIfNeeded();
        page.section(REMOVE)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^Facts")))
                .check();
        Locator sales = page.section(REMOVE)
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("sales_daily"));
        assertThat(sales).hasText(Pattern.compile("sales_daily\\s*360\\s*360\\s*0"));
        assertThat(page.takeAway()).isDisabled();
        assertThat(page.section(REMOVE)).containsText("Type the database's name first.");
        Locator typed = page.section(REMOVE).getByRole(AriaRole.TEXTBOX);
        typed.fill("another");
        page.takeAway().click(new Locator.ClickOptions().setForce(true));
        assertThat(server.get("/api/v1/operations").json()).hasSize(1);

        typed.fill(name());
        page.takeAway().click();
        page.hears("rows taken away");
        assertThat(page.section("Rows")).hasCount(0);
        assertThat(visitor.page().getByText("A part of a dataset is in here, without sales."))
                .isVisible();
        assertThat(dataset().at("/tables/store/rows").asInt()).isEqualTo(2);
        Download backup = visitor.page()
                .waitForDownload(() -> page.bar()
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("download"))
                        .click());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(backup.path())))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("sales_daily", "2024-02-29");
        }
        assertThat(page.bar()).containsText("gunzip -c .forge/backups/" + backup.suggestedFilename());
    }
}
