package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of its own, ended while it loads: SIGTERM, as a supervisor sends it. */
class InterruptionTest {
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void anInterruptedRunLeavesTheEarlierDatasetAndSaysSo() throws Exception {
        Ran made = Ran.in(folder, "--full-new", "--stores", "1", "--products", "1", "--confirm", "--json");
        assertThat(made.exit()).as(made.err()).isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forge.class.getName(),
                        "--full-new",
                        "--stores",
                        "400",
                        "--audit-log",
                        "audit.jsonl",
                        "--confirm")
                .directory(folder.toFile())
                .start();
        try (BufferedReader err = process.errorReader()) {
            awaitLine(err, "store: 400 rows");
            process.toHandle().destroy(); // Process.destroy() would close the stream that is read here
            List<String> last = err.lines().toList();
            assertThat(last).anyMatch(line -> line.contains("interrupted: the database is as before"));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);

        Ran status = Ran.in(folder, "--status", "--json");
        assertThat(status.json().get("fingerprint")).isEqualTo(made.json().get("fingerprint"));
        assertThat(Ran.in(folder, "--verify").exit()).isZero();
        assertThat(Files.readAllLines(folder.resolve("audit.jsonl")).stream().map(Ran::parse))
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("", "interrupted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--status", "--full-new --confirm"})
    void anInterruptionWhileConnectingIsOneDocument(String command) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Forge.class.getName()));
            words.addAll(List.of(command.split(" ")));
            words.addAll(List.of(
                    "--json", "--database", "postgresql://me:s3cret@127.0.0.1:" + silent.getLocalPort() + "/shop"));
            Process process =
                    new ProcessBuilder(words).directory(folder.toFile()).start();
            try (Socket neverAnswered = silent.accept();
                    BufferedReader out = process.inputReader();
                    BufferedReader err = process.errorReader()) {
                process.toHandle().destroy();
                JsonNode json = Ran.parse(String.join("\n", out.lines().toList()));
                assertThat(json.at("/error/code").asText()).isEqualTo("interrupted");
                assertThat(json.get("database").asText()).contains("127.0.0.1");
                assertThat(err.lines().toList())
                        .anyMatch(line -> line.startsWith("forge: interrupted: the database is as before"));
                assertThat(neverAnswered.isConnected()).isTrue();
            }
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        }
    }

    private static void awaitLine(BufferedReader reader, String start) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("ended without saying " + start);
    }
}
