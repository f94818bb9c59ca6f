package io.theforge.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.theforge.cli.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Chromium for all tests of this JVM, started by the first that needs it. It knows this machine alone, and {@value #FOREIGN_NAME} as
 * another name of it.
 */
final class OneBrowser {
    static final String FOREIGN_NAME = "evil.example";

    private static final String NAMES =
            "MAP " + FOREIGN_NAME + " 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
    private static @Nullable Browser browser;

    private OneBrowser() {}

    /** Returns a context that has seen nothing yet: no cookies, no storage. */
    static BrowserContext context() throws IOException, InterruptedException {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("UTC"));
    }

    private static Browser browser() throws IOException, InterruptedException {
        Browser running = browser;
        if (running == null) {
            Path program = Chromium.program();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--host-resolver-rules=" + NAMES)));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = running;
        }
        return running;
    }
}
