package io.theforge.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.theforge.server.Served;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at a browser of his own. Closing fails when anything was wrong meanwhile, on any of his pages: a request to another origin, an
 * error on the console (what the page's policy refuses is one), an exception of a script, an answer of 400 or more that the test has not
 * announced.
 */
final class Visitor implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int[][] SIZES = {{360, 740}, {1280, 800}, {2560, 1440}};
    private static final Pattern REFUSED =
            Pattern.compile("Failed to load resource: the server responded with a status of (\\d+).*");
    private static final int MOST_MILLIS = 60_000;

    static {
        // how long something may take is no matter of these tests
        PlaywrightAssertions.setDefaultAssertionTimeout(MOST_MILLIS);
    }

    private final BrowserContext context;
    private final String origin;
    private static final Pattern GONE = Pattern.compile(
            "Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING).*");
    private static final String WIDE = "[...document.body.querySelectorAll('*')]"
            + ".filter(each => each.getBoundingClientRect().right > innerWidth && !each.closest('.wide-table, .presets, select'))"
            + ".map(each => each.outerHTML.slice(0, 200)).slice(-9)";
    private final List<String> wrong = new ArrayList<>();
    private final Set<Integer> announced = new LinkedHashSet<>();
    private boolean outage;
    private final Page page;

    private Visitor(String origin) throws Exception {
        this.origin = origin;
        context = OneBrowser.context();
        context.setDefaultTimeout(MOST_MILLIS);
        context.onRequest(request -> checkAddress(request.url()));
        context.onConsoleMessage(this::checkConsole);
        context.onWebError(error -> wrong.add("exception: " + error.error()));
        page = newPage();
        page.setViewportSize(1280, 800);
    }

    /** Comes with the token, as somebody who opens the printed address, and is on the page. */
    static Visitor of(Served server) throws Exception {
        return at(server.uri("/?token=" + server.token));
    }

    /** Comes without the token: he may look. */
    static Visitor withoutToken(Served server) throws Exception {
        return at(server.uri("/"));
    }

    static Visitor at(URI address) throws Exception {
        Visitor visitor = new Visitor(address.getScheme() + "://" + address.getAuthority());
        visitor.page.navigate(address.toString());
        return visitor;
    }

    /** Returns the page that he looks at. */
    Page page() {
        return page;
    }

    /** Returns another page, as in another tab: with the same cookies, and watched as well. */
    Page newPage() {
        Page another = context.newPage();
        another.onWebSocket(socket -> checkAddress(socket.url()));
        return another;
    }

    BrowserContext context() {
        return context;
    }

    /** Says that an answer of this status is what the test is about. */
    Visitor expects(int status) {
        announced.add(status);
        return this;
    }

    /** Says that the server is away for a while. */
    void expectsAnOutage() {
        outage = true;
    }

    private void checkAddress(String url) {
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:" + origin + "/")) {
            wrong.add("request to another origin: " + url);
        }
    }

    private void checkConsole(ConsoleMessage message) {
        Matcher refused = REFUSED.matcher(message.text());
        boolean expected = refused.matches()
                ? announced.contains(Integer.parseInt(refused.group(1)))
                : outage && GONE.matcher(message.text()).matches();
        if (message.type().equals("error") && !expected) {
            wrong.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    /** Fails where axe sees a barrier, in the light or in the dark. */
    void axe() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            List<String> barriers = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .flatMap(rule -> rule.getNodes().stream()
                                    .map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml() + "\n"
                                            + node.getFailureSummary()))
                            .toList();
            assertThat(barriers).as("axe, " + scheme).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Takes the whole page at three sizes, light and dark, into {@code target/screenshots}, and fails where it is wider than the window. */
    void pictures(String name) {
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            page.evaluate(
                    "scrollTo(0, 0); new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("the page's width in a window of " + size[0] + ", because of " + page.evaluate(WIDE))
                    .isEqualTo(size[0]);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String file = name + "-" + size[0] + "x" + size[1] + "-"
                        + scheme.name().toLowerCase(Locale.ROOT) + ".png";
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(file))
                        .setFullPage(true));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 800);
    }

    @Override
    public void close() {
        // what the browser has told by now is heard while an answer is waited for
        for (Page each : context.pages()) {
            each.evaluate("0");
        }
        context.close();
        assertThat(wrong).as("what went wrong in the browser").isEmpty();
    }
}
