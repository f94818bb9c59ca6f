package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Forge;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, from its first line to SIGTERM. */
class StartAndEndTest {
    private static final int TERMINATED = 143;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Forge.class.getName(),
                "serve"));
        Collections.addAll(command, flags);
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    private static HttpRequest.Builder request(String address, String path) {
        URI uri = URI.create(address);
        return HttpRequest.newBuilder(uri.resolve(path))
                .header("Authorization", "Bearer " + uri.getQuery().replaceFirst("token=", ""));
    }

    private static String get(String address, String path) throws Exception {
        return CLIENT.send(request(address, path).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void theFirstLineIsTheAddressAndSigtermIsTheEnd() throws Exception {
        Process process = start("--port", "0", "--audit-log", "audit.jsonl");
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            String address = out.readLine();
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/\\?token=[\\w-]{32}");
            assertThat(get(address, "/health")).isEqualTo("{\"status\":\"ok\"}");
            HttpRequest generate = request(address, "/seeder/generate")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"stores\": 1, \"products\": 1, \"confirm\": true}"))
                    .build();
            assertThat(CLIENT.send(generate, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);

            process.toHandle().destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(String.join("\n", err.lines().toList()))
                    .contains("full-new for 127.0.0.1: completed")
                    .doesNotContain("Exception", "interrupted");
        }
        List<String> audit = Files.readAllLines(folder.resolve("audit.jsonl"));
        assertThat(audit).hasSize(4);
        assertThat(audit.get(1)).contains("\"operation\":\"full-new\"", "\"client\":\"127.0.0.1\"", "started");
        assertThat(audit.get(2)).contains("\"outcome\":\"completed\"", "\"client\":\"127.0.0.1\"");
        assertThat(audit.get(3)).contains("\"operation\":\"serve\"", "\"outcome\":\"completed\"");
    }

    @Test
    void sigtermInTheMiddleLeavesTheDatabaseAsItWas() throws Exception {
        Map<String, String> nothing = Map.of();
        assertThat(Programs.run(folder, nothing, "--full-new", "--stores", "1", "--products", "1", "--confirm"))
                .isZero();
        String before = Programs.said(folder, nothing, "--status", "--json").replaceFirst("\"seconds\".*", "");
        Process process = start("--port", "0", "--audit-log", "audit.jsonl");
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            String address = out.readLine();
            HttpRequest generate = request(address, "/seeder/generate")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"stores\": 200, \"confirm\": true}"))
                    .build();
            var waiting = CLIENT.sendAsync(generate, BodyHandlers.ofString());
            while (!get(address, "/api/v1/operations").contains("sales_daily")) {
                Thread.onSpinWait();
            }
            process.toHandle().destroy();
            assertThat(waiting.get().statusCode()).isEqualTo(503);
            assertThat(waiting.get().body()).contains("\"code\":\"ending\"", "the database is as before");
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(String.join("\n", err.lines().toList())).contains("full-new for 127.0.0.1: cancelled");
        }
        assertThat(Programs.said(folder, nothing, "--status", "--json").replaceFirst("\"seconds\".*", ""))
                .isEqualTo(before);
        assertThat(Programs.run(folder, nothing, "--verify")).isZero();
        assertThat(Files.readString(folder.resolve("audit.jsonl"))).contains("\"outcome\":\"interrupted\"");
    }

    @Test
    void aPortThatIsTakenIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = start("--port", Integer.toString(taken.getLocalPort()));
            List<String> err = process.errorReader().lines().toList();
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(err).filteredOn(line -> !line.startsWith("database: ")).hasSize(1);
            assertThat(err.get(err.size() - 1))
                    .contains("port " + taken.getLocalPort() + " of 127.0.0.1 is taken", "--port");
            assertThat(process.inputReader().lines()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsOneLine() throws Exception {
        Process process = start("--port", "0", "--database", "postgresql://ann:s3cret@127.0.0.1:1/shop");
        List<String> err = process.errorReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err).filteredOn(line -> !line.startsWith("database: ")).hasSize(1);
        assertThat(String.join("", err)).doesNotContain("s3cret", "Exception");
        assertThat(process.inputReader().lines()).isEmpty();
    }

    @Test
    void whatCannotBeServedSoIsSaid() throws Exception {
        for (String[] wrong : new String[][] {
            {"--port", "70000"}, {"--port", "-1"}, {"--port", "http"}, {"--host", "no such host"}, {"--host", ""}
        }) {
            Process process = start(wrong);
            List<String> err = process.errorReader().lines().toList();
            assertThat(process.waitFor()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(err.get(err.size() - 1)).contains(wrong[0]).doesNotContain("Exception");
        }
    }
}
