package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;
import static io.theforge.server.browser.ForgePage.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.theforge.server.Served;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state of the page in the light and in the dark: without barriers, and as pictures in three sizes, to be looked at. */
class LookTest {
    @TempDir
    Path folder;

    private static void isFine(Visitor visitor, String name) {
        visitor.axe();
        visitor.pictures(name);
    }

    /** What differs but little from another state is a picture in the profile "exhaustive" alone. */
    private static void isFineToo(Visitor visitor, String name) {
        visitor.axe();
        if (Boolean.getBoolean("forge.exhaustive")) {
            visitor.pictures(name);
        }
    }

    private void makes(Served server, String what) throws Exception {
        server.post("/seeder/generate", "{" + what + ", \"confirm\": true}");
    }

    @Test
    void nothingIsInThere() throws Exception {
        try (Served server = Served.in(folder);
                Visitor visitor = Visitor.of(server)) {
            assertThat(new ForgePage(visitor.page()).section(MAKE)).containsText("about 183,000 sales");
            isFine(visitor, "empty");
        }
    }

    @Test
    void allOfADatasetIsOpened() throws Exception {
        try (Served server = Served.in(folder)) {
            makes(server, "\"scenario\": \"grocery_promo\", \"stores\": 3, \"products\": 12");
            try (Visitor visitor = Visitor.of(server).expects(503)) {
                ForgePage page = new ForgePage(visitor.page());
                page.looksAtAll();
                page.button("What is in here", "Verify now").click();
                assertThat(page.section("What is in here")).containsText("Verified");
                page.button(MAKE, "Preview").click();
                assertThat(page.section(MAKE).getByText("Nothing has been written."))
                        .isVisible();
                visitor.page().evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
                isFine(visitor, "filled");
            }
        }
    }

    @Test
    void aDialogAsks() throws Exception {
        try (Served server = Served.in(folder)) {
            makes(server, "\"stores\": 2, \"products\": 3, \"end_date\": \"2024-02-29\"");
            try (Visitor visitor = Visitor.of(server).expects(503)) {
                ForgePage page = new ForgePage(visitor.page());
                page.button("Extend it", "Extend it …").click();
                assertThat(page.dialog()).isVisible();
                isFineToo(visitor, "dialog");
            }
        }
    }

    @Test
    void somethingIsAtWorkAndCancelled() throws Exception {
        try (Served server = Served.in(folder);
                Visitor visitor = Visitor.of(server).expects(503)) {
            ForgePage page = new ForgePage(visitor.page());
            page.field(MAKE, "Stores").fill("200");
            page.field(MAKE, "Products").fill("300");
            page.make();
            assertThat(page.bar()).containsText(Pattern.compile("[1-9][\\d,]* of [\\d,]+ rows"));
            isFine(visitor, "at-work");
            button(page.bar(), "Cancel").click();
            page.hears("cancelled");
            isFineToo(visitor, "cancelled");
        }
    }

    @Test
    void whatIsWrongIsMarked() throws Exception {
        try (Served server = Served.in(folder);
                Visitor visitor = Visitor.of(server)) {
            ForgePage page = new ForgePage(visitor.page());
            page.file().fill("seed: 1\nretail: {promotion_probability: 3}\n");
            assertThat(page.section(MAKE).getByText(Pattern.compile("^line 2"))).isVisible();
            page.field(MAKE, "Stores").fill("many");
            assertThat(page.field(MAKE, "Stores")).hasAttribute("aria-invalid", "true");
            isFine(visitor, "mistakes");
        }
    }

    @Test
    void theDatabaseCannotBeRead() throws Exception {
        try (Served server = Served.in(folder)) {
            makes(server, "\"stores\": 1, \"products\": 1");
            Process holder = FileHolder.hold(folder.resolve(".forge/forge.duckdb"));
            try (Visitor visitor = Visitor.of(server).expects(503)) {
                assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).isVisible();
                isFine(visitor, "away");
            } finally {
                holder.destroy();
            }
        }
    }

    @Test
    void inProductionNothingCanBeWritten() throws Exception {
        makesBefore();
        try (Served server = Served.in(folder, Map.of("APP_ENV", "production"));
                Visitor visitor = Visitor.of(server)) {
            ForgePage page = new ForgePage(visitor.page());
            Locator make = page.button(MAKE, "Make it");
            assertThat(make).isDisabled();
            page.looksAtAllButCounts();
            isFineToo(visitor, "production");
        }
    }

    private void makesBefore() throws Exception {
        try (Served server = Served.in(folder)) {
            makes(server, "\"scenario\": \"sparse\", \"stores\": 3, \"products\": 12");
        }
    }
}
