package io.theforge.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.theforge.server.Served;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of somebody else, in the browser of somebody who has the cookie: it reads nothing, and does nothing. */
class AttackTest {
    private static final Pattern COUNT = Pattern.compile(
            "forge_http_requests_seconds_count\\{method=\"(.+?)\",path=\"(.+?)\",status=\"(.+?)\"} ([\\d.]+)");

    /** Of trying each endpoint, at least. */
    private static final int WAYS = 8;

    @TempDir
    Path folder;

    private Served server;
    private BrowserContext context;
    private List<Map<String, String>> endpoints;

    @BeforeEach
    void somebodyLooksAtThePage() throws Exception {
        server = Served.in(folder, Map.of("DATABASE_URL", "duckdb:shop.duckdb"));
        server.post(
                "/seeder/generate",
                "{\"stores\": 2, \"products\": 3, \"end_date\": \"2024-02-29\", \"confirm\": true}");
        endpoints = EveryEndpoint.of(
                server, server.get("/api/v1/operations").json().at("/0/id").asText());
        context = OneBrowser.context();
        context.request().get(server.uri("/?token=" + server.token).toString());
        assertThat(context.cookies()).hasSize(1);
    }

    @AfterEach
    void end() throws Exception {
        context.close();
        server.close();
    }

    private static String script() throws Exception {
        try (InputStream in = Objects.requireNonNull(AttackTest.class.getResourceAsStream("attack.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is in the database, and what the server has been at. */
    private List<JsonNode> everything() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String path : new String[] {
            "/seeder/status", "/api/v1/dataset", "/api/v1/runs", "/api/v1/operations", "/api/v1/log", "/api/v1/days"
        }) {
            all.add(server.get(path).json());
        }
        return all;
    }

    /** Lets the page try, and returns what it could read. */
    private List<?> attackBy(Page page, String target) throws Exception {
        Map<?, ?> done = (Map<?, ?>) page.evaluate(
                "([target, endpoints]) => {" + script() + "; return attack(target, endpoints); }",
                List.of(target, endpoints));
        assertThat((int) done.get("tries")).isGreaterThanOrEqualTo(WAYS * endpoints.size());
        return (List<?>) done.get("read");
    }

    /** Requests since the server's start, by method, path and status. */
    private Map<String, Double> requests() throws Exception {
        Map<String, Double> counts = new TreeMap<>();
        Matcher count = COUNT.matcher(server.get("/metrics").text());
        while (count.find()) {
            counts.put(count.group(1) + " " + count.group(2) + " " + count.group(3), Double.valueOf(count.group(4)));
        }
        return counts;
    }

    /** Whether what has been asked for since then was refused, but for these. */
    private void assertRefusals(Map<String, Double> before, String... but) throws Exception {
        Map<String, Double> since = requests();
        before.forEach((what, count) -> since.merge(what, -count, Double::sum));
        assertThat(since.remove("GET /metrics 200")).as("our own").isEqualTo(1);
        double refused = since.entrySet().stream()
                .filter(count -> count.getKey().endsWith(" 403"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(refused).as("it did ask: %s", since).isGreaterThan((WAYS - 1) * endpoints.size());
        since.entrySet().removeIf(count -> count.getKey().endsWith(" 403") || count.getValue() == 0);
        since.keySet().removeAll(List.of(but));
        assertThat(since).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", OneBrowser.FOREIGN_NAME})
    void aPageOnAnotherPortReadsNothingAndDoesNothing(String name) throws Exception {
        List<JsonNode> before = everything();
        Map<String, Double> asked = requests();
        try (Site attacker = Site.of("<p>Look at these kittens.</p>")) {
            Page page = context.newPage();
            page.navigate(attacker.uri(name).toString());

            assertThat(attackBy(page, "http://127.0.0.1:" + server.port)).isEmpty();
        }
        // a link may lead to the page, which cannot be put into a frame
        assertRefusals(asked, "GET / 200", "GET /admin/seeder 200", "GET / 422", "GET /admin/seeder 422");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aWindowThatItOpensIsNotItsOwn() throws Exception {
        List<JsonNode> before = everything();
        try (Site attacker = Site.of("<p>Look at these kittens.</p>")) {
            Page page = context.newPage();
            page.navigate(attacker.uri().toString());
            for (Map<String, String> endpoint : endpoints) {
                if (!endpoint.get("method").equals("GET")) {
                    continue;
                }
                String address = "http://127.0.0.1:" + server.port + endpoint.get("path");
                Page opened = page.waitForPopup(
                        () -> page.evaluate("address => { window.opened = window.open(address); }", address));
                opened.waitForURL(address);
                assertThat(page.evaluate("() => { try { return opened.document.body.innerText } catch { return '' } }"))
                        .as(address)
                        .isEqualTo("");
                opened.close();
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void underAnotherNameEveryAnswerIsARefusal() throws Exception {
        List<JsonNode> before = everything();
        Map<String, Double> asked = requests();
        String origin = "http://" + OneBrowser.FOREIGN_NAME + ":" + server.port;
        Page page = context.newPage();
        page.navigate(origin + "/?token=" + server.token);
        assertThat(attackBy(page, origin)).allMatch(read -> read.toString().contains("foreign_host"));
        // even the token itself does not help
        assertThat(page.evaluate("fetch('/seeder/status', {headers: {Authorization: 'Bearer " + server.token
                        + "'}}).then(answer => answer.status)"))
                .isEqualTo(403);
        assertRefusals(asked);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theServersOwnPageCanDoAllOfIt() throws Exception {
        JsonNode before = server.get("/api/v1/operations").json();
        Page page = context.newPage();
        page.navigate(server.uri("/health").toString());
        List<?> read = new ArrayList<>(attackBy(page, "http://127.0.0.1:" + server.port));

        // so it is no fault of the script that others cannot
        for (Map<String, String> endpoint : endpoints) {
            assertThat(read)
                    .anyMatch(line ->
                            line.toString().startsWith("fetch " + endpoint.get("method") + " " + endpoint.get("path")));
        }
        assertThat(server.get("/api/v1/operations").json().size()).isGreaterThan(before.size());
    }
}
