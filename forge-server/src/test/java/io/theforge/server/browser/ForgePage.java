package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** The page with its parts, found as people and screen readers find them: by role and name. */
final class ForgePage {
    static final String MAKE = "Make a dataset";
    static final String REMOVE = "Take it away";

    private final Page page;

    ForgePage(Page page) {
        this.page = page;
    }

    Locator section(String title) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** What is at work, or what came of it. */
    Locator bar() {
        return section("Operation");
    }

    Locator button(String section, String name) {
        return button(section(section), name);
    }

    static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The button whose words tell how many rows go. */
    Locator takeAway() {
        return section(REMOVE)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("Take (it|.* rows) away")));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator field(String section, String label) {
        return section(section).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** The box with all of the file, opened. */
    Locator file() {
        Locator box = field(MAKE, "The dataset as a file");
        if (!box.isVisible()) {
            section(MAKE)
                    .getByText("As a file", new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
        return box;
    }

    /** What a name stands for in "What is in here". */
    Locator fact(String name) {
        return section("What is in here")
                .getByRole(AriaRole.TERM)
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("xpath=following-sibling::dd");
    }

    /** The counter of a table. */
    Locator counter(String table) {
        return section("Rows")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(table, new Page.GetByTextOptions().setExact(true))));
    }

    Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
    }

    /** Presses what makes the dataset that the form says, where nothing is replaced. */
    void make() {
        button(MAKE, "Make it").click();
    }

    /** Waits for the end of an operation. */
    void hears(String words) {
        assertThat(bar().getByRole(AriaRole.STATUS)).containsText(words);
    }

    /** Writes down all that the bar says from now on. */
    void listens() {
        // it is hidden as long as it has nothing to say
        page.getByLabel("Operation")
                .evaluate("bar => { window.heard = [];"
                        + " new MutationObserver(() => window.heard.push(bar.innerText))"
                        + ".observe(bar, {subtree: true, childList: true, characterData: true}); }");
    }

    /** What the bar has said since. */
    String heard() {
        return String.join(
                "\n",
                ((List<?>) page.evaluate("window.heard"))
                        .stream().map(Object::toString).toList());
    }

    /** Looks at all of it, so that nothing waits for being seen. */
    void looksAtAll() {
        looksAtAllButCounts();
        assertThat(section(REMOVE).getByRole(AriaRole.TABLE)).isVisible();
    }

    /** As somebody who may not write, to whom nobody counts what would go. */
    void looksAtAllButCounts() {
        for (String title :
                List.of("Does it look like a shop?", "Is it realistic?", "How good can a forecast be?", "Log")) {
            section(title).scrollIntoViewIfNeeded();
        }
        for (String title : List.of("Kinds of demand", "What a price does", "Recorded runs")) {
            heading(title).scrollIntoViewIfNeeded();
        }
        assertThat(section("Is it realistic?").getByRole(AriaRole.LISTITEM).first())
                .isVisible();
        assertThat(section("How good can a forecast be?").getByRole(AriaRole.TABLE))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("^(Reading|Counting|Measuring|Asking).*…$")))
                .hasCount(0);
        page.evaluate("scrollTo(0, 0)");
    }
}
