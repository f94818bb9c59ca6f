package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;
import static io.theforge.server.browser.ForgePage.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.theforge.server.Programs;
import io.theforge.server.Served;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor must know before anything else: each state says what it is and what to do. */
class StatesTest {
    private static final Map<String, String> FILE = Map.of("DATABASE_URL", "duckdb:shop.duckdb");

    @TempDir
    Path folder;

    private void made(String... more) {
        String[] command = new String[more.length + 2];
        command[0] = "--full-new";
        command[1] = "--confirm";
        System.arraycopy(more, 0, command, 2, more.length);
        assertThat(Programs.run(folder, FILE, command)).isZero();
    }

    private void small() {
        made("--stores", "2", "--products", "3", "--end-date", "2024-02-29");
    }

    private void run(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void cannotWrite(ForgePage page, String why) {
        for (Locator button :
                new Locator[] {page.button(MAKE, "Make it"), page.button("Extend it", "Extend it …"), page.takeAway()
                }) {
            assertThat(button).isDisabled();
            assertThat(button).hasAccessibleDescription(why);
        }
        assertThat(page.section("Export it")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download")))
                .isEnabled();
    }

    private static void says(Visitor visitor, String words) {
        assertThat(visitor.page().getByText(words).first()).isVisible();
    }

    @Test
    void withoutTheTokenSomebodyMayLook() throws Exception {
        small();
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.withoutToken(server)) {
            ForgePage page = new ForgePage(visitor.page());
            says(visitor, "You can look, but not write.");
            says(visitor, "open the address that ./forge serve has printed");
            assertThat(page.counter("sales_daily")).containsText("360");
            cannotWrite(page, "This needs the token.");
            page.looksAtAllButCounts();
            page.button("What is in here", "Verify now").click();
            assertThat(page.section("What is in here")).containsText("Verified");
        }
    }

    @Test
    void productionByTheEnvironmentIsOnlyLookedAt() throws Exception {
        small();
        Map<String, String> production = Map.of("DATABASE_URL", FILE.get("DATABASE_URL"), "APP_ENV", "production");
        try (Served server = Served.in(folder, production);
                Visitor visitor = Visitor.of(server)) {
            says(visitor, "This is production: nothing can be written.");
            says(visitor, "The environment of the server says so (APP_ENV).");
            cannotWrite(new ForgePage(visitor.page()), "This is production.");
        }
    }

    @Test
    void productionByAMarkSaysHowItIsTakenOff() throws Exception {
        small();
        assertThat(Programs.run(folder, FILE, "protect")).isZero();
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.of(server)) {
            says(visitor, "This is production: nothing can be written.");
            says(visitor, "./forge unprotect");
            cannotWrite(new ForgePage(visitor.page()), "This is production.");
        }
    }

    @Test
    void rowsOfOthersAloneAreLeftAlone() throws Exception {
        small();
        assertThat(Programs.run(folder, FILE, "--delete", "--confirm")).isZero();
        run("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.of(server)) {
            ForgePage page = new ForgePage(visitor.page());
            says(visitor, "Only rows of others are in here.");
            says(visitor, "1 row that the Forge did not make.");
            assertThat(page.section("Rows")).hasCount(0);
            assertThat(page.section(REMOVE)).hasCount(0);
            assertThat(page.button(MAKE, "Make it")).isEnabled();
        }
    }

    @Test
    void rowsOfOthersBesideOursAreCounted() throws Exception {
        small();
        run("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.of(server).expects(404)) {
            ForgePage page = new ForgePage(visitor.page());
            says(visitor, "1 row of others.");
            assertThat(page.counter("store")).hasText(Pattern.compile("3.*1 of others"));
            assertThat(page.fact("Whose")).hasText("1 row of others");
            page.heading("One series").scrollIntoViewIfNeeded();
            assertThat(page.section("Does it look like a shop?")).containsText(" units a day, out of stock");
            page.heading(REMOVE).scrollIntoViewIfNeeded();
            assertThat(page.section(REMOVE)).containsText("1 row of others stays as it is.");
        }
    }

    @Test
    void aPostgresThatIsStoppedIsSaidAndHeardOfWhenItIsBack() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        int port;
        Map<String, String> there;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setCleanDataDirectory(false)
                .start()) {
            port = postgres.getPort();
            there = Map.of("DATABASE_URL", "postgresql://postgres:s3cret@localhost:" + port + "/postgres");
            assertThat(Programs.run(folder, there, "--full-new", "--stores", "1", "--products", "1", "--confirm"))
                    .isZero();
        }
        EmbeddedPostgres first = start(data, port);
        try (Served server = Served.in(folder, there)) {
            first.close();
            try (Visitor visitor = Visitor.of(server).expects(503)) {
                Locator trouble = visitor.page().getByRole(AriaRole.ALERT).first();
                assertThat(trouble).containsText("localhost:" + port);
                assertThat(trouble).not().containsText("s3cret");
                try (EmbeddedPostgres back = start(data, port)) {
                    assertThat(back.getPort()).isEqualTo(port);
                    // the page asks again by itself
                    assertThat(new ForgePage(visitor.page()).counter("sales_daily"))
                            .containsText("366");
                    assertThat(trouble).hasCount(0);
                }
            }
        } finally {
            first.close();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    void aFileThatSomebodyElseHoldsIsSaid() throws Exception {
        small();
        try (Served server = Served.in(folder, FILE)) {
            Process holder = FileHolder.hold(folder.resolve("shop.duckdb"));
            try (Visitor visitor = Visitor.of(server).expects(503)) {
                Locator trouble = visitor.page().getByRole(AriaRole.ALERT).first();
                assertThat(trouble).containsText("shop.duckdb");
                holder.destroy();
                holder.waitFor();
                // the page asks again by itself
                assertThat(new ForgePage(visitor.page()).counter("sales_daily")).containsText("360");
            } finally {
                holder.destroy();
            }
        }
    }

    @Test
    void oneSeriesOfOneDayIsAPageWithoutAnError() throws Exception {
        made("--stores", "1", "--products", "1", "--end-date", "2024-01-01");
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.of(server).expects(422).expects(409)) {
            ForgePage page = new ForgePage(visitor.page());
            assertThat(page.counter("sales_daily")).containsText("1");
            page.section("How good can a forecast be?").scrollIntoViewIfNeeded();
            page.section("Log").scrollIntoViewIfNeeded();
            says(visitor, "No series has sold on two days or more yet");
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    @Test
    void aSparseShopShowsASeriesThatSells() throws Exception {
        made("--scenario", "sparse", "--stores", "4", "--products", "20");
        try (Served server = Served.in(folder, FILE);
                Visitor visitor = Visitor.of(server).expects(404)) {
            ForgePage page = new ForgePage(visitor.page());
            Locator shop = page.section("Does it look like a shop?");
            page.heading("One series").scrollIntoViewIfNeeded();
            assertThat(shop).containsText(Pattern.compile("units a day, a record on \\d+ days of \\d+"));
            page.heading("Kinds of demand").scrollIntoViewIfNeeded();
            assertThat(shop).containsText(Pattern.compile("Most series are \\w+|All series are"));
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }
}
