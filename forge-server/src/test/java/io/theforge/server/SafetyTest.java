package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, who may write, and what a browser may be talked into. */
class SafetyTest {
    private static final String WRITE = "/seeder/generate";
    private static final String DRY = "{\"dry_run\": true, \"stores\": 1, \"products\": 1}";

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

    private String bearer() {
        return "Bearer " + server.token;
    }

    private String own() {
        return "http://127.0.0.1:" + server.port;
    }

    /** As a browser gets it. */
    private String cookie() throws Exception {
        return server.get("/?token=" + server.token).header("Set-Cookie").replaceFirst(";.*", "");
    }

    @Test
    void readingOnThisMachineNeedsNoToken() throws Exception {
        assertThat(server.get("/seeder/status").status()).isEqualTo(200);
        assertThat(server.call("HEAD", "/seeder/status", null).status()).isEqualTo(200);
    }

    @Test
    void whatWritesNeedsTheTokenOfThisStart() throws Exception {
        Reply without = server.call("POST", WRITE, DRY);
        Reply wrong = server.call("POST", WRITE, DRY, "Authorization", "Bearer " + "x".repeat(32));
        Reply basic = server.call("POST", WRITE, DRY, "Authorization", "Basic " + server.token);

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(basic.status()).isEqualTo(401);
        assertThat(server.post(WRITE, DRY).status()).isEqualTo(201);

        String last = server.token;
        server.close();
        server = Served.in(folder);
        assertThat(server.call("POST", WRITE, DRY, "Authorization", "Bearer " + last)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfOnesOwnIsNotPrinted() throws Exception {
        server.close();
        String own = "a-token-that-nobody-guesses";
        server = Served.in(folder, Map.of("FORGE_TOKEN", own));

        assertThat(server.token).isEqualTo(own);
        assertThat(server.err()).doesNotContain(own);
        assertThat(server.post(WRITE, DRY).status()).isEqualTo(201);
    }

    @Test
    void theOpenedAddressHandsOverACookieAndGoesAway() throws Exception {
        Reply opened = server.get("/?token=" + server.token);

        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.header("Location")).isEqualTo("/");
        assertThat(opened.header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain(server.token);
        assertThat(server.get("/?token=" + "x".repeat(32)).status()).isEqualTo(401);
        assertThat(server.get("/").text()).doesNotContain(server.token);
    }

    @Test
    void aTokenInTheAddressOfAnythingElseIsNone() throws Exception {
        assertThat(server.call("POST", WRITE + "?token=" + server.token, DRY).status())
                .isEqualTo(401);
        assertThat(server.get("/seeder/status?token=" + server.token).status()).isEqualTo(422);
    }

    @Test
    void aCookieWritesFromThePageAlone() throws Exception {
        String cookie = cookie();

        assertThat(server.call("POST", WRITE, DRY, "Cookie", cookie).code()).isEqualTo("foreign_origin");
        assertThat(server.call("POST", WRITE, DRY, "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(201);
        assertThat(server.call("POST", WRITE, DRY, "Cookie", cookie, "Origin", own())
                        .status())
                .isEqualTo(201);
        assertThat(server.call(
                                "POST",
                                WRITE,
                                DRY,
                                "Cookie",
                                "forge_" + server.port + "=" + server.token,
                                "Origin",
                                own())
                        .status())
                .as("the cookie is not the token")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://127.0.0.1:1", "http://evil.example", "http://localhost:PORT", "file://"})
    void aForeignOriginIsRefusedWhateverItBrings(String origin) throws Exception {
        String from = origin.replace("PORT", Integer.toString(server.port));
        String[] ways = {"Cookie", cookie(), "Authorization", bearer()};
        for (int i = 0; i < ways.length; i += 2) {
            Reply write = server.call("POST", WRITE, DRY, ways[i], ways[i + 1], "Origin", from);
            assertThat(write.code()).as(write.toString()).isEqualTo("foreign_origin");
            assertThat(write.status()).isEqualTo(403);
            assertThat(write.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
        assertThat(server.call("GET", "/seeder/status", null, "Origin", from).status())
                .isEqualTo(403);
        assertThat(server.call("GET", "/api/v1/events", null, "Origin", from).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "anything"})
    void anotherSiteIsRefusedWhateverItBrings(String site) throws Exception {
        for (String[] way : new String[][] {{"Cookie", cookie()}, {"Authorization", bearer()}}) {
            Reply write = server.call("POST", WRITE, DRY, way[0], way[1], "Sec-Fetch-Site", site, "Origin", own());
            assertThat(write.code()).as(write.toString()).isEqualTo("foreign_origin");
        }
        int reading = server.call("GET", "/seeder/status", null, "Sec-Fetch-Site", site)
                .status();
        assertThat(reading).isEqualTo(site.equals("none") ? 200 : 403);
        // a link from a chat may lead to the page
        assertThat(server.call("GET", "/", null, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate")
                        .status())
                .isEqualTo(200);
        assertThat(server.call("GET", "/", null, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "no-cors")
                        .status())
                .isEqualTo(site.equals("none") ? 200 : 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:PORT", "evil.example", "127.0.0.1:1", "127.0.0.1", "localhost.evil.example:PORT"})
    void anotherNameIsRefusedEverywhere(String host) throws Exception {
        String name = host.replace("PORT", Integer.toString(server.port));
        for (String path : new String[] {"/", "/health", "/seeder/status", "/api/v1/events", "/nothing", "/metrics"}) {
            Reply reply = server.call("GET", path, null, "Host", name);
            assertThat(reply.code()).as(path + reply).isEqualTo("foreign_host");
            assertThat(reply.status()).isEqualTo(403);
        }
        assertThat(server.call("POST", WRITE, DRY, "Host", name, "Authorization", bearer())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theNamesOfThisMachineAreFine() throws Exception {
        for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"}) {
            assertThat(server.call("GET", "/health", null, "Host", host + ":" + server.port)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void behindAProxyReadingNeedsTheTokenToo() throws Exception {
        server.close();
        server = Served.in(folder, Map.of("FORGE_ALLOWED_HOSTS", "forge.example.com"));
        String[] proxied = {"Host", "forge.example.com"};

        assertThat(server.call("GET", "/seeder/status", null, proxied).status()).isEqualTo(401);
        assertThat(server.call("GET", "/api/v1/events", null, proxied).status()).isEqualTo(401);
        assertThat(server.call("GET", "/", null, proxied).status()).isEqualTo(401);
        assertThat(server.call("GET", "/health", null, proxied).status()).isEqualTo(200);
        assertThat(server.call("GET", "/seeder/status", null, "Host", "forge.example.com", "Authorization", bearer())
                        .status())
                .isEqualTo(200);
        assertThat(server.call("GET", "/seeder/status", null, "Host", "forge.example.com", "Cookie", cookie())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerHasItsHeaders() throws Exception {
        for (String path :
                new String[] {"/", "/health", "/seeder/status", "/nothing", "/a%2f..%2fb", "/openapi.json"}) {
            Reply reply = server.get(path);
            assertThat(reply.header("Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'self'; frame-ancestors 'none'");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.headers().map()).doesNotContainKeys("server", "access-control-allow-origin");
        }
        assertThat(server.get("/").text()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void aWebSocketIsRefusedAndItsHostLookedAtAsEverywhere() throws Exception {
        for (String path : new String[] {"/api/v1/events", "/", "/nothing"}) {
            assertThat(upgrade(path, "evil.example:" + server.port))
                    .contains("HTTP/1.1 403", "application/problem+json", "foreign_host", "frame-ancestors 'none'");
            assertThat(upgrade(path, "127.0.0.1:" + server.port))
                    .contains("HTTP/1.1 404", "application/problem+json", "no web sockets here")
                    .contains("frame-ancestors 'none'");
        }
    }

    private String upgrade(String path, String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
