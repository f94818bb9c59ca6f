package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Forge;
import io.theforge.cli.Ran;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, ended in the middle of a chat: SIGTERM, as a supervisor sends it. */
class RagAgentInterruptionTest {
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void whatHadBeenIndexedIsRemoved() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.HANGS_IN_CHAT)) {
            Process process = check(host, "--json");
            try (BufferedReader out = process.inputReader()) {
                host.awaitFirstChat();
                assertThat(host.indexed()).hasSize(201);
                process.toHandle().destroy(); // Process.destroy() would close the stream that is read here
                assertThat(Ran.parse(String.join("\n", out.lines().toList()))
                                .at("/error/message")
                                .asText())
                        .isEqualTo("interrupted: what this run had indexed has been removed");
            }
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(host.indexed()).containsExactly("handbook/first-aid.md");
        }
    }

    @Test
    void whatIsLeftIsNamed() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.HANGS_IN_CHAT, Quirk.KEEPS_SOURCES)) {
            Process process = check(host);
            try (BufferedReader err = process.errorReader()) {
                host.awaitFirstChat();
                process.toHandle().destroy();
                List<String> lines = err.lines().toList();
                assertThat(lines)
                        .anyMatch(line -> line.startsWith("forge: interrupted: sources of this run may be left: "));
            }
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        }
    }

    private Process check(HostStub host, String... more) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Forge.class.getName(),
                "--scenario",
                "rag-agent",
                "--api-url",
                host.url(),
                "--questions",
                "10",
                "--confirm");
        builder.command().addAll(List.of(more));
        builder.environment().putAll(CheckedShop.environment(CheckedShop.TOKEN));
        builder.environment().put("FORGE_API_TIMEOUT", "60");
        return builder.directory(folder.toFile()).start();
    }
}
