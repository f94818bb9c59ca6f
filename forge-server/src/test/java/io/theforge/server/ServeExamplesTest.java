package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples, as they are. */
class ServeExamplesTest {
    private static final Path EXAMPLES =
            Path.of("..", "examples", "serve").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Served server;

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder, Map.of("FORGE_TOKEN", "a-token-that-nobody-guesses"));
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private String run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("FORGE_URL", "http://127.0.0.1:" + server.port);
        builder.environment().put("FORGE_TOKEN", server.token);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void curlMakesAShop() throws Exception {
        assumeTrue(isThere("curl") && isThere("bash"));
        List<String> said =
                run("bash", EXAMPLES.resolve("shop.sh").toString()).lines().toList();

        assertThat(said.get(0)).isEqualTo("{\"status\":\"ok\"}");
        assertThat(said.get(1)).contains("\"success\":true", "\"stores\":3");
        assertThat(said.get(2)).contains("\"success\":true");
        assertThat(said.get(3)).contains("total_revenue");
        assertThat(server.get("/seeder/status").json().get("date_range_end").asText())
                .isEqualTo("2025-01-07");
    }

    @Test
    void pythonFollowsTheLog() throws Exception {
        assumeTrue(isThere("python3"));
        String said = run("python3", EXAMPLES.resolve("shop.py").toString());

        assertThat(said).contains("Generated 4 stores", "Complete (seed: 7)", "completed ");
    }

    @Test
    void theUnitStartsWhatIsThere() throws Exception {
        String unit = Files.readString(EXAMPLES.resolve("forge.service"));
        String[] flags = unit.lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("ExecStart=\\S+ ", "")
                .split(" ");
        assertThat(Programs.said(folder, Map.of(), "serve", "--help"))
                .contains(List.of(flags).stream()
                        .filter(flag -> flag.startsWith("--"))
                        .toList());
        assertThat(unit).contains("SuccessExitStatus=143");
    }
}
