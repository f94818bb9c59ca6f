package io.theforge.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final ProgressLines progress = new ProgressLines(
            new Console(new ProcessContext(Map.of(), Path.of(""), stream, stream, false), null), nanos::get);

    @Test
    void aShortStepIsOneLine() {
        progress.begin("store", 10L);
        after(0.5, 5);
        after(0.5, 5);
        progress.end();

        assertThat(said()).containsExactly("store: 10 rows, 10 rows/s, 1.00 s");
    }

    @Test
    void aLongStepSaysHowFarItIsEveryFiveSeconds() {
        progress.begin("sales_daily", 12_000L);
        for (int second = 1; second <= 12; second++) {
            after(1, 1000);
        }
        progress.end();

        assertThat(said())
                .containsExactly(
                        "sales_daily: 5,000 of 12,000 rows, 1,000 rows/s, 5.00 s, 7.00 s left",
                        "sales_daily: 10,000 of 12,000 rows, 1,000 rows/s, 10.00 s, 2.00 s left",
                        "sales_daily: 12,000 rows, 1,000 rows/s, 12.00 s");
    }

    @Test
    void aStepWithoutRowsSaysHowLongItTook() {
        progress.begin("indexes", null);
        nanos.addAndGet(2_500_000_000L);
        progress.end();

        assertThat(said()).containsExactly("indexes: 2.50 s");
    }

    private void after(double seconds, long rows) {
        nanos.addAndGet(Math.round(seconds * 1e9));
        progress.advance(rows);
    }

    private java.util.List<String> said() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
