package io.theforge.cli.console;

import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Secrets;
import io.theforge.database.report.PeakMemory;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells how a run ended, once: the result on standard output, a failure on standard error and both in the audit log. */
public final class ResultReporter {
    private static final int SECONDS_TO_ROLL_BACK = 3;

    private final ProcessContext process;
    private final Console console;
    private final Output out;
    private final PrintStream err;
    private volatile @Nullable Result last;
    private volatile double seconds;

    public ResultReporter(ProcessContext process, Console console) {
        this.process = process;
        this.console = console;
        out = new Output(process.out());
        err = console.err();
    }

    /** The end of everything that is said; whoever comes second says nothing. @return the exit code */
    public int finish(Result result) {
        return claim(result) ? say(result) : result.exitCode();
    }

    /** Prints a text that is no command's result. @return the exit code */
    public int print(String text) {
        out.text(text);
        String unprinted = out.finish();
        return unprinted == null
                ? Exit.DONE
                : finish(Result.done("completed", Map.of(), List.of()).unprinted(unprinted));
    }

    /** Tells why it failed. @return the exit code */
    public int fail(Throwable thrown) {
        Failure failure = Failure.of(thrown).on(console.databaseFlag());
        if (console.format().verbose() && failure.exitCode() == Exit.FAILED && last == null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            console.tell(Secrets.mask(trace.toString()));
        }
        return finish(Result.failed(failure));
    }

    /**
     * The last word, from another thread; the one that works says nothing more.
     *
     * @return false when there is nothing left to interrupt
     */
    public boolean interrupted() {
        if (console.secondsToEnd() > 0) {
            return true;
        }
        String left = console.database() == null ? "nothing has been changed" : "the database is as before";
        Result result = Result.failed(
                new Failure(Exit.FAILED, "interrupted", null, "interrupted: " + left, "run the command again"));
        synchronized (console) {
            if (console.isCommitting() || !claim(result)) {
                return false;
            }
        }
        if (process.terminal()) {
            err.println(); // a progress bar may stand in the line
        }
        say(result);
        return true;
    }

    /** Returns how long the one that works may take to end after an interruption. */
    public int secondsToEnd() {
        return Math.max(SECONDS_TO_ROLL_BACK, console.secondsToEnd());
    }

    /** After an interruption, when the one that works has ended or has been waited for: what came of one that was too late. */
    public void interruptedTooLate() {
        if (console.isCommitting()) {
            finish(Result.failed(new Failure(
                    Exit.FAILED,
                    "interrupted",
                    null,
                    "interrupted while committing: the dataset is the old one or the new one, whole",
                    "see with --status which of them it is")));
        }
        Failure notEnded = console.notEnded();
        if (notEnded != null) {
            finish(Result.failed(notEnded));
        }
        Result result = last;
        if (result == null) {
            return;
        }
        // its reader may hold up the one that tells it
        endAudit(result);
        if (console.isCommitting() && result.exitCode() == Exit.DONE) {
            console.exclusive().take();
            console.tell("forge: interrupted too late: what was to be done has been done");
        }
    }

    private boolean claim(Result result) {
        synchronized (console) {
            if (last != null) {
                return false;
            }
            last = result;
            seconds = Math.round(console.seconds() * 1000) / 1000.0;
            console.exclusive().take();
            return true;
        }
    }

    /** Without a lock: a reader who takes his time holds up nobody else. */
    private int say(Result result) {
        String unprinted = printed(result);
        Result told = unprinted == null || result.failure() != null ? result : result.unprinted(unprinted);
        endAudit(told);
        Failure failure = told.failure();
        if (failure != null && console.format().jsonLog()) {
            Map<String, Object> fields = failure.asJson();
            fields.put("seconds", seconds);
            fields.put("peak_memory_bytes", PeakMemory.bytes());
            console.error(failure.outcome(), failure.line(), fields);
        } else if (failure != null) {
            err.println(failure.line());
        }
        if (unprinted != null && !Objects.requireNonNull(failure).code().equals("output")) {
            console.warn("standard output " + unprinted);
        }
        err.flush();
        return told.exitCode();
    }

    /** @return why it could not be printed, null when it has been */
    private @Nullable String printed(Result result) {
        if (console.format().jsonResult()) {
            out.line(Json.write(result.asJson(console.command(), console.database(), seconds)));
        } else {
            result.lines().forEach(out::line);
        }
        return out.finish();
    }

    private void endAudit(Result result) {
        AuditLog kept = console.auditLog();
        String unkept = kept == null ? null : kept.end(result, seconds);
        if (unkept != null) {
            console.warn(unkept);
        }
    }
}
