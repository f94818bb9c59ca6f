package io.theforge.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.result.Result;
import io.theforge.database.report.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard error ends with what became of an interruption, whatever the one that works still has to say. */
class ResultReporterTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ProcessContext here(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new ProcessContext(Map.of("NO_COLOR", "1"), Path.of(""), out, stream, terminal);
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    private List<String> said() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterAnInterruptionTheWorkSaysNothingMore(boolean terminal) throws Exception {
        ProcessContext here = here(terminal);
        Console console = new Console(here, null);
        console.database("duckdb:shop.duckdb", null);
        ResultReporter reporter = new ResultReporter(here, console);
        Progress progress = ProgressShown.on(console, here, true);
        progress.begin("sales_daily", 10L);
        progress.advance(5);
        elsewhere(() -> assertThat(reporter.interrupted()).isTrue());

        progress.advance(5);
        progress.end();
        progress.begin("checking", null);
        progress.end();
        console.warn("too late");
        reporter.fail(new IllegalStateException("interrupted"));
        elsewhere(reporter::interruptedTooLate);

        assertThat(said().get(said().size() - 1))
                .isEqualTo("forge: interrupted: the database is as before; run the command again");
    }

    @Test
    void anInterruptionOfWhatOpensNoDatabaseNamesNone() throws Exception {
        ProcessContext here = here(false);
        Console console = new Console(here, null);
        ResultReporter reporter = new ResultReporter(here, console);
        ProgressShown.on(console, here, true).begin("sales_daily", 10L);
        elsewhere(() -> assertThat(reporter.interrupted()).isTrue());
        reporter.fail(new IllegalStateException("interrupted"));
        elsewhere(reporter::interruptedTooLate);

        assertThat(said().get(said().size() - 1))
                .isEqualTo("forge: interrupted: nothing has been changed; run the command again");
    }

    @Test
    void anInterruptionAfterTheCommitSaysThatItCameTooLate() throws Exception {
        ProcessContext here = here(false);
        Console console = new Console(here, null);
        ResultReporter reporter = new ResultReporter(here, console);
        ProgressShown.on(console, here, true).committing();
        elsewhere(() -> assertThat(reporter.interrupted()).isFalse());
        reporter.finish(Result.done("completed", Map.of(), List.of("a table")));
        elsewhere(reporter::interruptedTooLate);

        assertThat(said()).containsExactly("forge: interrupted too late: what was to be done has been done");
    }

    @Test
    void anInterruptionThatAFailingCommitOutlivesAddsNothing() throws Exception {
        ProcessContext here = here(false);
        Console console = new Console(here, null);
        ResultReporter reporter = new ResultReporter(here, console);
        ProgressShown.on(console, here, true).committing();
        reporter.fail(new IllegalStateException("refused"));
        elsewhere(reporter::interruptedTooLate);

        assertThat(said()).hasSize(1).first().asString().contains("refused");
    }

    @Test
    void anInterruptionWithinALongCommitSaysThatItIsNotKnown() throws Exception {
        ProcessContext here = here(false);
        Console console = new Console(here, null);
        ResultReporter reporter = new ResultReporter(here, console);
        ProgressShown.on(console, here, false).committing();
        elsewhere(reporter::interruptedTooLate);
        reporter.finish(Result.done("completed", Map.of(), List.of()));

        assertThat(said())
                .containsExactly(
                        "forge: interrupted while committing: the dataset is the old one or the new one, whole; "
                                + "see with --status which of them it is");
    }
}
