package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that could not be printed is no success, but for a reader who has seen enough. */
class OutputTest {
    private static final String[] SMALL = {
        "--full-new", "--confirm", "--stores", "2", "--products", "3", "--end-date", "2024-01-31", "--no-progress"
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** With a standard output of which every write fails. */
    private int failing(String reason, String... arguments) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Forge.run(new ProcessContext(Map.of(), folder, out, said, false), arguments);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("forge: "))
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "runs --help",
                "scenarios",
                "scenarios show sparse",
                "config show",
                "config show --json",
                "config schema",
                "config init",
                "preview --stores 1 --products 1",
                "--status",
                "--status --json",
                "runs"
            })
    void aFullDiskIsOneLineAndExitCodeOne(String command) {
        assertThat(failing("No space left on device", command.split(" "))).isEqualTo(1);
        assertThat(said())
                .isEqualTo("forge: standard output cannot be written (No space left on device), and the result could"
                        + " not be printed; send it somewhere else, and run it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "config schema", "--status --json"})
    void aReaderWhoLeftEarlyIsNoFailure(String command) {
        assertThat(failing("Broken pipe", command.split(" "))).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void aReaderWhoLeftEarlyDoesNotHideARefusal() {
        assertThat(failing("Broken pipe", "--full-new")).isEqualTo(3);
        assertThat(said()).contains("--confirm is missing");
    }

    @Test
    void whatHasBeenDoneIsToldSo() throws Exception {
        assertThat(failing("Bad file descriptor", SMALL)).isEqualTo(1);

        assertThat(said())
                .isEqualTo("forge: the work has been done, but standard output is closed, and the result could not be"
                        + " printed; nothing needs to be done again");
        assertThat(Ran.in(folder, "--status").out()).contains("fingerprint");
        err.reset();
        assertThat(failing("Bad file descriptor", "config", "init", "new.yaml")).isEqualTo(1);
        assertThat(said()).startsWith("forge: new.yaml has been written, but standard output is closed");
        assertThat(Files.readString(folder.resolve("new.yaml"))).contains("seed: 42");
    }

    @Test
    void theAuditLogKeepsWhatWasDoneAndTheExitCodeThatWasGiven() throws Exception {
        String[] arguments = Arrays.copyOf(SMALL, SMALL.length + 2);
        arguments[SMALL.length] = "--audit-log";
        arguments[SMALL.length + 1] = "audit.log";
        assertThat(failing("No space left on device", arguments)).isEqualTo(1);

        String ended = Files.readAllLines(folder.resolve("audit.log")).get(1);
        assertThat(Ran.parse(ended).get("outcome").asText()).isEqualTo("completed");
        assertThat(Ran.parse(ended).get("exit_code").asInt()).isEqualTo(1);
        assertThat(Ran.parse(ended).get("run_id").asInt()).isEqualTo(1);
    }

    @Test
    void aRefusalKeepsItsExitCodeAndItsReason() {
        assertThat(failing("No space left on device", "--full-new", "--json")).isEqualTo(3);

        assertThat(said()).contains("--confirm is missing").contains("standard output cannot be written");
    }

    @Test
    void aStandardErrorThatFailsHarmsNothing() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProcessContext here = new ProcessContext(Map.of(), folder, out, new PrintStream(full, true), false);

        assertThat(Forge.run(here, SMALL)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("checks: 7 passed");
    }

    @Test
    void aLineOfTheAuditLogThatAFullDiskHasCutDoesNotSpoilTheNext() throws Exception {
        Files.writeString(folder.resolve("audit.log"), "{\"time\":\"20");

        assertThat(Ran.in(folder, "scenarios", "--audit-log", "audit.log").exit())
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("audit.log")))
                .hasSize(3)
                .first()
                .isEqualTo("{\"time\":\"20");
    }
}
