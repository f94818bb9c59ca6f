package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;
import static io.theforge.server.browser.ForgePage.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.theforge.server.Programs;
import io.theforge.server.Served;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a large dataset is made. */
class AtWorkTest {
    private static final String TOKEN = "ThisIsTheFirstToken";
    private static final Map<String, String> FIRST = Map.of("FORGE_TOKEN", TOKEN);

    @TempDir
    Path folder;

    private Served server;
    private Visitor visitor;
    private ForgePage page;
    private JsonNode before;

    @BeforeEach
    void somethingLargeIsMade() throws Exception {
        server = Served.in(folder, FIRST);
        server.post(
                "/seeder/generate",
                "{\"stores\": 2, \"products\": 3, \"end_date\": \"2024-02-29\", \"confirm\": true}");
        before = server.get("/seeder/status").json();
        visitor = Visitor.of(server).expects(503);
        page = new ForgePage(visitor.page());
        page.field(MAKE, "Stores").fill("200");
        page.field(MAKE, "Products").fill("100");
        assertThat(page.section(MAKE)).containsText("about 7,320,000 sales");
        page.make();
        button(page.dialog(), "Make it").click();
        assertThat(page.bar()).containsText(Pattern.compile("[1-9][\\d,]* of 7,320,000 rows"));
    }

    @AfterEach
    void end() throws Exception {
        try {
            visitor.close();
        } finally {
            server.close();
        }
    }

    private void isAsBefore() throws Exception {
        assertThat(server.get("/seeder/status").json()).isEqualTo(before);
        assertThat(page.counter("sales_daily")).containsText("360");
        assertThat(Programs.run(folder, Map.of(), "--verify")).isZero();
    }

    @Test
    void whoCancelsHasTheDatabaseAsItWas() throws Exception {
        assertThat(page.bar()).containsText("Cancel leaves the database as it was.");
        button(page.bar(), "Cancel").click();

        page.hears("Making a dataset: cancelled. The database is as it was before.");
        isAsBefore();
        assertThat(visitor.page().getByRole(AriaRole.LOG)).containsText("Cancelled");
        button(page.bar(), "Close this notice").click();
        assertThat(page.bar()).hasCount(0);
        assertThat(page.button(MAKE, "Make it")).isEnabled();
    }

    @Test
    void whoLoadsThePageAgainSeesItGoOn() throws Exception {
        visitor.page().reload();

        assertThat(page.bar()).containsText(Pattern.compile("Making a dataset: .*of 7,320,000 rows", Pattern.DOTALL));
        assertThat(page.counter("sales_daily")).containsText("360");
        button(page.bar(), "Cancel").click();
        page.hears("cancelled");
        visitor.page().reload();
        page.hears("cancelled");
        isAsBefore();
    }

    @Test
    void anotherVisitorSeesItToAndCannotWriteMeanwhile() throws Exception {
        try (Visitor other = Visitor.of(server).expects(503)) {
            ForgePage there = new ForgePage(other.page());
            assertThat(there.bar()).containsText(Pattern.compile("[1-9][\\d,]* of 7,320,000 rows"));
            assertThat(there.bar()).containsText("asked for by 127.0.0.1");
            for (Locator button : new Locator[] {
                there.button(MAKE, "Make it"), there.button("Extend it", "Extend it …"), there.takeAway()
            }) {
                assertThat(button).isDisabled();
                assertThat(button).hasAccessibleDescription("An operation is at work.");
            }
            button(there.bar(), "Cancel").click();
            there.hears("cancelled");
            page.hears("cancelled");
            assertThat(there.button(MAKE, "Make it")).isEnabled();
        }
        isAsBefore();
    }

    @Test
    void aServerThatIsStartedAgainIsTheSameToThePage() throws Exception {
        visitor.expectsAnOutage();
        server.close();
        assertThat(visitor.page().getByText("no connection")).isVisible();
        server = Served.in(folder, FIRST, "--port", Integer.toString(server.port));
        assertThat(visitor.page().getByText("no connection")).hasCount(0);
        // its last word comes, or it does not
        assertThat(page.bar().getByRole(AriaRole.STATUS))
                .containsText(Pattern.compile("Making a dataset: (cancelled|the server was ended meanwhile)\\."));
        isAsBefore();

        page.field(MAKE, "Stores").fill("1");
        page.field(MAKE, "Products").fill("1");
        assertThat(page.section(MAKE)).containsText("about 366 sales");
        page.make();
        button(page.dialog(), "Make it").click();
        page.hears("Made: ");
        assertThat(page.counter("sales_daily")).containsText("366");
    }
}
