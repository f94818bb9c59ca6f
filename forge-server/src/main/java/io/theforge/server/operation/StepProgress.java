package io.theforge.server.operation;

import io.theforge.cli.result.Numbers;
import io.theforge.database.report.Progress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the journal how far an operation is, a few times a second, and ends the work when that is wanted. */
final class StepProgress implements Progress {
    private static final long EVERY_NANOS = 250_000_000L;
    private static final Map<String, String> THINGS = Map.of(
            "store", "stores",
            "product", "products",
            "calendar", "calendar days",
            "price_history", "prices",
            "promotion", "promotions",
            "sales_daily", "sales rows",
            "inventory_snapshot_daily", "inventory rows",
            "truth_daily", "rows of the answer key");

    private final Operation operation;
    private final Journal journal;
    private final BooleanSupplier cancelled;
    private final Runnable committing;
    private String step = "";
    private @Nullable Long expected;
    private long rows;
    private long begunNanos;
    private long toldNanos;

    StepProgress(Operation operation, Journal journal, BooleanSupplier cancelled, Runnable committing) {
        this.operation = operation;
        this.journal = journal;
        this.cancelled = cancelled;
        this.committing = committing;
    }

    @Override
    public void begin(String begun, @Nullable Long rowsExpected) {
        goOn();
        step = begun;
        expected = rowsExpected;
        rows = 0;
        begunNanos = System.nanoTime();
        tell(begunNanos);
    }

    @Override
    public void advance(long more) {
        goOn();
        rows += more;
        long now = System.nanoTime();
        if (now - toldNanos >= EVERY_NANOS) {
            tell(now);
        }
    }

    @Override
    public void end() {
        goOn();
        double seconds = (System.nanoTime() - begunNanos) / 1e9;
        String thing = THINGS.get(step);
        String what = thing == null || rows == 0
                ? step + (rows == 0 ? "" : ": " + Numbers.rows(rows))
                : "Generated " + Numbers.whole(rows) + " " + thing;
        log(journal, operation, what + " (" + Numbers.seconds(seconds) + ")");
    }

    @Override
    public void committing() {
        committing.run();
    }

    private void goOn() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    private void tell(long now) {
        toldNanos = now;
        double seconds = (now - begunNanos) / 1e9;
        double perSecond = seconds > 0.05 ? rows / seconds : 0;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", step);
        json.put("rows", rows);
        json.put("rows_expected", expected);
        json.put("rows_per_second", Math.round(perSecond));
        json.put(
                "seconds_left",
                expected == null || perSecond == 0 ? null : Math.max(0, Math.round((expected - rows) / perSecond)));
        operation.progress(json);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("operation", operation.id());
        event.putAll(json);
        journal.progress(event);
    }

    /** Adds a line to the log. */
    static void log(Journal journal, Operation operation, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("operation", operation.id());
        line.put("time", Instant.now().toString());
        line.put("text", text);
        journal.add("log", line);
    }
}
