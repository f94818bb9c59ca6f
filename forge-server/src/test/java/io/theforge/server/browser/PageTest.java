package io.theforge.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.theforge.server.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as somebody gets it who opens the printed address. What is not found is an icon, which the page does not have yet. */
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
        try (Visitor visitor = Visitor.of(server).expects(404)) {
            assertThat(visitor.page().url()).isEqualTo(server.uri("/").toString());
            assertThat(visitor.page().getByRole(AriaRole.HEADING).first().textContent())
                    .isEqualTo("The Forge");
            Cookie cookie = visitor.context().cookies().get(0);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
            assertThat(visitor.page().content()).doesNotContain(server.token, cookie.value);
        }
    }

    @Test
    void itHasNoBarriersInAnySizeOrScheme() throws Exception {
        try (Visitor visitor = Visitor.of(server).expects(404)) {
            visitor.axe();
            visitor.pictures("page");
        }
    }

    @Test
    void whoComesWithoutTheTokenMayLook() throws Exception {
        try (Visitor visitor = Visitor.withoutToken(server).expects(404)) {
            assertThat(visitor.page().getByRole(AriaRole.HEADING).first().textContent())
                    .isEqualTo("The Forge");
            assertThat(visitor.context().cookies()).isEmpty();
        }
    }
}
