package io.theforge.cli.console;

import io.theforge.cli.result.Numbers;
import io.theforge.database.report.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line per step, and one every few seconds in a long one. */
final class ProgressLines implements Progress {
    private static final long EVERY_NANOS = 5_000_000_000L;
    private final Console console;
    private final LongSupplier clock;
    private String step = "";
    private @Nullable Long expected;
    private long rows;
    private long begunNanos;
    private long saidNanos;

    /** @param clock nanoseconds from any origin */
    ProgressLines(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void begin(String begun, @Nullable Long rowsExpected) {
        step = begun;
        expected = rowsExpected;
        rows = 0;
        begunNanos = clock.getAsLong();
        saidNanos = begunNanos;
    }

    @Override
    public void advance(long more) {
        rows += more;
        long now = clock.getAsLong();
        if (now - saidNanos >= EVERY_NANOS) {
            saidNanos = now;
            say(now, false);
        }
    }

    @Override
    public void end() {
        say(clock.getAsLong(), true);
    }

    private void say(long now, boolean done) {
        double seconds = (now - begunNanos) / 1e9;
        long perSecond = Math.round(rows / Math.max(seconds, 0.001));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("step", step);
        figures.put("rows", rows);
        figures.put("step_seconds", seconds);
        StringBuilder line = new StringBuilder(step).append(": ");
        if (rows > 0) {
            line.append(Numbers.whole(rows));
            if (expected != null && !done) {
                line.append(" of ").append(Numbers.whole(expected));
                figures.put("rows_expected", expected);
            }
            line.append(" rows, ").append(Numbers.whole(perSecond)).append(" rows/s, ");
            figures.put("rows_per_second", perSecond);
        }
        line.append(Numbers.seconds(seconds));
        if (expected != null && !done && perSecond > 0) {
            double left = Math.max(0, expected - rows) / (double) perSecond;
            line.append(", ").append(Numbers.seconds(left)).append(" left");
            figures.put("seconds_left", left);
        }
        console.progress(line.toString(), figures);
    }
}
