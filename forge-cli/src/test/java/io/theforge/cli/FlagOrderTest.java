package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command is named by its word or its flag, wherever it stands; what is a flag's value names nothing. */
class FlagOrderTest {
    @TempDir
    Path folder;

    private Ran run(String arguments) {
        return Ran.in(folder, arguments.split(" +"));
    }

    private static String outcome(Ran ran) {
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json().get("operation").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--json --status                                       | status",
                "status --json                                         | status",
                "--status --json                                       | status",
                "--json --log-format text status                       | status",
                "--database duckdb:x.duckdb runs --json                | runs",
                "--database duckdb:runs runs --json                    | runs",
                "--database=duckdb:x.duckdb --json --verbose runs      | runs",
                "--json scenarios show sparse                          | scenarios-show",
                "scenarios --json show sparse                          | scenarios-show",
                "scenarios show --json sparse                          | scenarios-show",
                "scenarios --json                                      | scenarios",
                "--stores 3 config --json show --products 2            | config-show",
                "--seed 7 --dry-run --full-new --json                  | full-new",
                "--seed 7 --dry-run full-new --json                    | full-new",
                "--dry-run --stores 2 --json --scenario sparse         | full-new",
                "--json --scenario=sparse --dry-run                    | full-new",
                "--store S00001 --json preview --product SKU-000001    | preview",
                "--config --full-new config show --config x --json     | ",
            })
    void theCommandIsFoundWhereverItStands(String arguments, String operation) {
        if (operation == null) {
            assertThat(run(arguments).err()).contains("--config: is given twice");
        } else {
            assertThat(outcome(run(arguments))).isEqualTo(operation);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unprotect --name --full-new", "--name --full-new unprotect", "--name status unprotect"})
    void aValueIsNeverTakenForACommand(String arguments) {
        assertThat(run("--full-new --stores 1 --products 1 --end-date 2024-01-02 --confirm")
                        .exit())
                .isZero();
        assertThat(run("protect").exit()).isZero();

        Ran ran = run(arguments);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("is not the database's name");
    }

    @Test
    void aFileMayBeNamedAsACommand() {
        Ran ran = run("config init status");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(folder.resolve("status")).isNotEmptyFile();
        assertThat(run("full-new --config status --dry-run").exit()).isZero();
    }

    @Test
    void anOperationAndItsCommandDoTheSame() {
        List<String> made = run("--full-new --stores 1 --products 2 --end-date 2024-01-09 --confirm --no-progress")
                .out()
                .lines()
                .filter(line -> line.startsWith("run "))
                .toList();
        List<String> again = run("--confirm full-new --stores 1 --products 2 --no-progress --end-date 2024-01-09")
                .out()
                .lines()
                .filter(line -> line.startsWith("run "))
                .toList();

        assertThat(made).hasSize(1);
        assertThat(again.get(0).replace("run 2", "run 1")).isEqualTo(made.get(0));
        assertThat(run("append --end-date 2024-01-10").exit()).isZero();
        assertThat(run("verify").exit()).isZero();
        assertThat(run("delete --dry-run").out()).contains("dry run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--json --help",
                "runs --help",
                "--help runs",
                "--full-new --help",
                "--help full-new --seed 7",
                "config --help",
                "score --help",
                "--version",
                "--full-new --version"
            })
    void helpAndVersionOpenNoDatabase(String arguments) throws Exception {
        Ran ran = run(arguments);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith(arguments.contains("--version") ? "forge " : "Usage: forge ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNotConfirmedCommandIsRepeatedAsItWasWritten() {
        assertThat(run("--stores 2 full-new --seed 7").err())
                .contains("this does it: ./forge --stores 2 full-new --seed 7 --confirm");
    }
}
