package io.theforge.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tests in the browser stand on: a page with a mistake fails. */
class VisitorTest {
    private static void visit(Site site) throws Exception {
        try (Visitor visitor = Visitor.at(site.uri())) {
            visitor.page().waitForLoadState();
            visitor.axe();
        }
    }

    private static void fails(Site site, String... why) {
        try (site) {
            assertThatThrownBy(() -> visit(site))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll(why);
        }
    }

    @Test
    void aPageWithoutAMistakeIsFine() throws Exception {
        try (Site site =
                Site.of("<p>Nothing is wrong here.</p><img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")) {
            visit(site);
        }
    }

    @Test
    void aRequestToAnotherOriginFails() throws Exception {
        try (Site another = Site.of("")) {
            String there = another.uri().toString();
            fails(Site.of("<img alt='' src='" + there + "x.png'>"), "another origin", there + "x.png");
            fails(Site.of("<script>fetch('" + there + "', {mode: 'no-cors'})</script>"), "another origin", there);
            fails(
                    Site.of("<script src='https://cdn.example/x.js'></script>"),
                    "another origin",
                    "https://cdn.example/");
            fails(
                    Site.of("<script>new WebSocket('ws://127.0.0.1:1/')</script>"),
                    "another origin",
                    "ws://127.0.0.1:1/");
        }
    }

    @Test
    void anErrorOnTheConsoleFails() throws Exception {
        fails(Site.of("<script>console.error('it is', 'broken')</script>"), "console: it is broken");
    }

    @Test
    void anExceptionFails() throws Exception {
        fails(Site.of("<script>throw new Error('torn')</script>"), "exception", "torn");
        fails(Site.of("<script>Promise.reject(new Error('left'))</script>"), "exception", "left");
    }

    @Test
    void whatThePolicyRefusesFails() throws Exception {
        Map<String, String> policy = Map.of("Content-Security-Policy", "default-src 'self'");
        String body = "<main><h1>A site</h1>";
        fails(Site.of(body + "<p style='margin: 0'>x</p></main>", policy), "Content Security Policy");
        fails(Site.of(body + "<script>1</script></main>", policy), "Content Security Policy");
    }

    @Test
    void aBarrierFailsInTheLightAndInTheDark() throws Exception {
        fails(Site.of("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"), "image-alt");
        fails(Site.of("<style>p {color: #ddd; background: #fff}</style><p>pale</p>"), "LIGHT", "color-contrast");
        fails(
                Site.of(
                        "<style>@media (prefers-color-scheme: dark) {p {color: #333; background: #000}}</style><p>dim</p>"),
                "DARK",
                "color-contrast");
    }

    @Test
    void aPageThatIsWiderThanATelephoneFails() throws Exception {
        try (Site site = Site.of("<div style='width: 500px'>x</div>");
                Visitor visitor = Visitor.at(site.uri())) {
            assertThatThrownBy(() -> visitor.pictures("wide")).hasMessageContaining("window of 360");
        }
    }

    @Test
    void anAnswerThatTheTestHasNotAnnouncedFails() throws Exception {
        try (Site site = Site.of("<p>x</p>")) {
            try (Visitor visitor = Visitor.at(site.uri())) {
                visitor.expects(409);
                assertThat(visitor.page().evaluate("fetch('/409').then(answer => answer.status)"))
                        .isEqualTo(409);
            }
            assertThatThrownBy(() -> {
                        try (Visitor visitor = Visitor.at(site.uri())) {
                            visitor.expects(409);
                            visitor.page().evaluate("fetch('/404').then(answer => answer.status)");
                        }
                    })
                    .hasMessageContaining("404");
        }
    }

    @Test
    void visitorsKnowNothingOfEachOther() throws Exception {
        try (Site site = Site.of("<p>x</p>");
                Visitor one = Visitor.at(site.uri());
                Visitor other = Visitor.at(site.uri())) {
            one.page().evaluate("document.cookie = 'a=1'");
            assertThat(one.page().evaluate("document.cookie")).isEqualTo("a=1");
            assertThat(other.page().evaluate("document.cookie")).isEqualTo("");
        }
    }
}
