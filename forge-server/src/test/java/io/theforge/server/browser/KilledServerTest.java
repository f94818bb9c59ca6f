package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.theforge.server.browser.ForgePage.MAKE;

import io.theforge.cli.Forge;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle, and another that takes its place, with a token of its own. */
class KilledServerTest {
    @TempDir
    Path folder;

    private Process start(int port) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forge.class.getName(),
                        "serve",
                        "--port",
                        Integer.toString(port)))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void thePageSaysWhatHasHappenedAndWhatToDo() throws Exception {
        Process first = start(0);
        URI address = URI.create(first.inputReader().readLine());
        try (Visitor visitor = Visitor.at(address)) {
            visitor.expects(503).expectsAnOutage();
            ForgePage page = new ForgePage(visitor.page());
            page.field(MAKE, "Stores").fill("200");
            page.make();
            assertThat(page.bar()).containsText(Pattern.compile("[1-9][\\d,]* of 3,660,000 rows"));

            first.destroyForcibly().waitFor();
            assertThat(visitor.page().getByText("no connection")).isVisible();
            Process second = start(address.getPort());
            try {
                assertThat(visitor.page().getByText("no connection")).hasCount(0);
                page.hears("the server was ended meanwhile. What was not complete is not in the database.");
                assertThat(visitor.page().getByText("You can look, but not write."))
                        .isVisible();
                assertThat(visitor.page().getByText("What writes needs the token: open the address"))
                        .isVisible();
                assertThat(page.button(MAKE, "Make it")).isDisabled();

                visitor.page().navigate(second.inputReader().readLine());
                assertThat(visitor.page().getByText("Nothing is in here yet.")).isVisible();
                assertThat(page.button(MAKE, "Make it")).isEnabled();
            } finally {
                second.destroy();
                second.waitFor();
            }
        } finally {
            first.destroy();
        }
    }
}
