package io.theforge.rag.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end in the middle, as by Ctrl-C: our own stack works until what was indexed is out again. */
class KilledScenarioTest {
    private static final int KILLS = Boolean.getBoolean("forge.exhaustive") ? 100 : 1;
    private static final int MOST_MILLIS = 4000;
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftOfACheckThatIsEndedAtAnyMoment() throws Exception {
        assertThat(Checked.run(folder, Checked.SMALL, "--full-new", "--confirm").exit())
                .isZero();
        JsonNode before;
        try (ServingProcess server = ServingProcess.in(folder, "duckdb:.forge/forge.duckdb")) {
            server.indexOfOthers();
            before = server.sources();
        }
        Random random = new Random(17);
        for (int i = 0; i < KILLS; i++) {
            endAfter(random.nextInt(MOST_MILLIS));
        }
        try (ServingProcess server = ServingProcess.in(folder, "duckdb:.forge/forge.duckdb")) {
            assertThat(server.sources()).isEqualTo(before);
        }
    }

    private void endAfter(int millis) throws Exception {
        Process process =
                ServingProcess.java(folder, Checked.SMALL, "--scenario", "rag-agent", "--questions", "10", "--confirm");
        try (BufferedReader err = process.errorReader();
                BufferedReader out = process.inputReader()) {
            String line = err.readLine();
            while (line != null && !line.startsWith("sources: ")) {
                line = err.readLine();
            }
            boolean isOver = process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.toHandle().destroy(); // Process.destroy() would close the streams that are read here
            List<String> said = err.lines().toList();
            List<String> told = out.lines().toList();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            if (!isOver) {
                assertThat(process.exitValue()).as(millis + " ms: " + said).isEqualTo(TERMINATED);
                assertThat(said)
                        .as("%d ms: %s", millis, told)
                        .anyMatch(each ->
                                each.startsWith("forge: interrupted: what this run had indexed has been removed"));
                assertThat(told).anyMatch(each -> each.startsWith("  compare    done "));
            }
        }
    }
}
