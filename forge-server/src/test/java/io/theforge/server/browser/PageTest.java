package io.theforge.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.theforge.server.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as somebody gets it who opens the printed address. */
class PageTest {
    @TempDir
    Path folder;

    private Served server;

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder);
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void theOpenedAddressIsThePageAndTheTokenIsGone() throws Exception {
        try (Visitor visitor = Visitor.of(server)) {
            assertThat(visitor.page().url()).isEqualTo(server.uri("/").toString());
            PlaywrightAssertions.assertThat(
                            visitor.page().getByRole(AriaRole.HEADING).first())
                    .hasText("The Forge: forge.duckdb");
            Cookie cookie = visitor.context().cookies().get(0);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
            assertThat(visitor.page().content()).doesNotContain(server.token, cookie.value);
        }
    }

    @Test
    void whoComesWithoutTheTokenMayLook() throws Exception {
        try (Visitor visitor = Visitor.withoutToken(server)) {
            PlaywrightAssertions.assertThat(
                            visitor.page().getByRole(AriaRole.HEADING).first())
                    .hasText("The Forge: forge.duckdb");
            assertThat(visitor.context().cookies()).isEmpty();
        }
    }
}
