package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;
import static io.theforge.server.browser.ForgePage.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.theforge.server.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a mouse. */
class KeyboardTest {
    private static final int MOST_STOPS = 200;
    /** Section, element and whether it is seen there: a card shows it around itself, a date in the part of it. */
    private static final String STOP = "() => { const at = document.activeElement;"
            + " const seen = each => { const {outlineStyle, outlineWidth} = getComputedStyle(each);"
            + " return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1; };"
            + " return [at.closest('section')?.getAttribute('aria-labelledby') ?? '',"
            + " at === document.body ? '' : at.outerHTML.slice(0, 120),"
            + " at.type === 'date' || seen(at) || seen(at.closest('label') ?? at) ? 'seen' : 'unseen']; }";

    @TempDir
    Path folder;

    private Served server;
    private Visitor visitor;
    private ForgePage page;
    private Keyboard keys;

    @BeforeEach
    void open() throws Exception {
        server = Served.in(folder);
        server.post(
                "/seeder/generate",
                "{\"stores\": 2, \"products\": 3, \"end_date\": \"2024-03-31\", \"confirm\": true}");
        visitor = Visitor.of(server).expects(503);
        page = new ForgePage(visitor.page());
        keys = visitor.page().keyboard();
        assertThat(page.counter("sales_daily")).containsText("546");
    }

    @AfterEach
    void end() throws Exception {
        try {
            visitor.close();
        } finally {
            server.close();
        }
    }

    @Test
    void tabComesToEverySectionAndIsSeenWhereverItIs() {
        page.looksAtAll();
        Set<String> sections = new LinkedHashSet<>();
        List<String> unseen = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            keys.press("Tab");
            List<?> at = (List<?>) visitor.page().evaluate(STOP);
            if (at.get(1).equals("")) {
                break;
            }
            sections.add(at.get(0).toString());
            if (at.get(2).equals("unseen")) {
                unseen.add(at.get(1).toString());
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(sections)
                .containsSubsequence(
                        "what-title",
                        "look-title",
                        "realism-title",
                        "best-title",
                        "make-title",
                        "extend-title",
                        "export-title",
                        "remove-title",
                        "log-title");
    }

    @Test
    void theFirstStopLeadsPastTheLinks() {
        keys.press("Tab");
        Locator skip =
                visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to the content"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        keys.press("Enter");
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).isFocused();
        keys.press("Tab");
        assertThat(button(page.section("What is in here"), "Copy the fingerprint"))
                .isFocused();
    }

    @Test
    void arrowsGoFromPresetToPreset() {
        Locator presets = page.section(MAKE)
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Start from"))
                .getByRole(AriaRole.RADIO);
        presets.first().focus();
        assertThat(presets.first()).isChecked();
        keys.press("ArrowDown");
        assertThat(presets.nth(1)).isChecked();
        assertThat(presets.nth(1)).isFocused();
        keys.press("ArrowLeft");
        assertThat(presets.first()).isChecked();
    }

    @Test
    void aDialogIsLeftByEscapeAndConfirmedByEnter() {
        page.field(MAKE, "Stores").focus();
        keys.type("1");
        page.field(MAKE, "Last day").focus();
        keys.type("02292024");
        Locator make = page.button(MAKE, "Make it");
        assertThat(page.section(MAKE)).containsText("1 stores, 50 products, 60 days");
        make.focus();
        keys.press("Enter");
        assertThat(button(page.dialog(), "Cancel")).isFocused();
        keys.press("Escape");
        assertThat(page.dialog()).hasCount(0);
        assertThat(make).isFocused();

        keys.press("Space");
        assertThat(button(page.dialog(), "Cancel")).isFocused();
        keys.press("Shift+Tab");
        assertThat(button(page.dialog(), "Make it")).isFocused();
        keys.press("Enter");
        page.hears("Made: ");
        assertThat(page.counter("sales_daily")).containsText("3,000");
        assertThat(make).isFocused();
    }
}
