package io.theforge.cli;

import io.theforge.database.report.PeakMemory;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where everything is said: results on standard output, the rest on standard error, as text or as JSON. */
final class Console {
    private final Surroundings here;
    private final boolean jsonResult;
    private final boolean jsonLog;
    private final boolean verbose;
    private final LastWord lastWord;
    private final PrintStream err;
    private final Output out;
    private volatile boolean settled;
    private volatile @Nullable Result last;
    private volatile double seconds;
    private final long startedNanos = System.nanoTime();
    private @Nullable EventLog log;
    private final @Nullable Operation operation;
    private volatile @Nullable String database;
    private volatile @Nullable String databaseFlag;
    private volatile @Nullable AuditLog audit;

    /** Looks at the arguments as they are: what is wrong with them is to be said in the manner they ask for. */
    Console(Surroundings here, String... arguments) {
        this.here = here;
        lastWord = LastWord.on(here.err());
        err = lastWord.stream();
        out = new Output(here.out());
        List<String> words = Arrays.asList(arguments);
        jsonResult = words.contains("--json");
        verbose = words.contains("--verbose");
        operation = Operation.named(words);
        int format = words.indexOf("--log-format");
        jsonLog = words.contains("--log-format=json")
                || format >= 0
                        && format + 1 < words.size()
                        && words.get(format + 1).equals("json");
    }

    /** From here on libraries log as the flags say. */
    void begin() {
        log();
    }

    /** The target, for the result; nothing is said yet. */
    void database(String name) {
        database = name;
    }

    /** How the database was named, for commands that are to reach the same. */
    void databaseFlag(@Nullable String flag) {
        databaseFlag = flag;
    }

    /** Names the target, before anything happens to it. */
    void target(String name) {
        database(name);
        tell("database: " + name);
    }

    /** From here on a file keeps what becomes of it. */
    void keepIn(AuditLog log) {
        audit = log;
    }

    /** Something to be kept in the audit log, where there is one. */
    void audit(String name, Object value) {
        AuditLog kept = audit;
        if (kept != null) {
            kept.put(name, value);
        }
    }

    double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    void tell(String line) {
        if (jsonLog) {
            log().info("forge.message", line, Map.of());
        } else {
            err.println(line);
        }
    }

    void warn(String line) {
        if (jsonLog) {
            log().warn("forge.warning", line, Map.of());
        } else {
            err.println("forge: warning: " + line);
        }
    }

    /** Something for those who read logs: "started", "completed". */
    void event(String what, Map<String, Object> fields) {
        if (jsonLog || verbose) {
            log().info(operation == null ? "forge." + what : operation.event(what), what, fields);
        }
    }

    /** How far a step is: a line of text, or an event with figures. */
    void progress(String line, Map<String, Object> figures) {
        if (jsonLog) {
            event("progress", figures);
        } else {
            err.println(line);
        }
    }

    /** Standard error, for what redraws its line. */
    PrintStream err() {
        return err;
    }

    boolean logsJson() {
        return jsonLog;
    }

    /** What was to be done is being committed: an interruption comes too late to undo it, and the result is still told. */
    synchronized void settled() {
        settled = true;
    }

    /**
     * The last word, from another thread; the one that works says nothing more.
     *
     * @return false when there is nothing left to interrupt
     */
    boolean interrupted() {
        Result result = Result.failed(new Failure(
                Exit.FAILED, "interrupted", null, "interrupted: the database is as before", "run the command again"));
        synchronized (this) {
            if (settled || !claim(result)) {
                return false;
            }
        }
        if (here.terminal()) {
            err.println(); // a progress bar may stand in the line
        }
        say(result);
        return true;
    }

    /** After an interruption, when the one that works has ended or has been waited for: what came of one that was too late. */
    void interruptedTooLate() {
        if (settled) {
            finish(Result.failed(new Failure(
                    Exit.FAILED,
                    "interrupted",
                    null,
                    "interrupted while committing: the dataset is the old one or the new one, whole",
                    "see with --status which of them it is")));
        }
        Result result = last;
        if (result == null) {
            return;
        }
        // its reader may hold up the one that tells it
        endAudit(result);
        if (settled && result.exitCode() == Exit.DONE) {
            lastWord.take();
            tell("forge: interrupted too late: what was to be done has been done");
        }
    }

    /** The end of everything that is said; whoever comes second says nothing. @return the exit code */
    int finish(Result result) {
        return claim(result) ? say(result) : result.exitCode();
    }

    /** A text that is no operation's result. @return the exit code */
    int print(String text) {
        out.text(text);
        String unprinted = out.finish();
        return unprinted == null
                ? Exit.DONE
                : finish(Result.done("completed", Map.of(), List.of()).unprinted(unprinted, null));
    }

    private synchronized boolean claim(Result result) {
        if (last != null) {
            return false;
        }
        last = result;
        seconds = Math.round(seconds() * 1000) / 1000.0;
        lastWord.take();
        return true;
    }

    /** Without a lock: a reader who takes his time holds up nobody else. */
    private int say(Result result) {
        String unprinted = printed(result);
        Result told = unprinted == null || result.failure() != null
                ? result
                : result.unprinted(unprinted, result.done(operation));
        endAudit(told);
        Failure failure = told.failure();
        if (failure != null && jsonLog) {
            Map<String, Object> fields = failure.asJson();
            fields.put("seconds", seconds);
            fields.put("peak_memory_bytes", PeakMemory.bytes());
            String name = operation == null ? "forge." + failure.outcome() : operation.event(failure.outcome());
            log().error(name, failure.line(), fields);
        } else if (failure != null) {
            err.println(failure.line());
        }
        if (unprinted != null && !Objects.requireNonNull(failure).code().equals("output")) {
            warn("standard output " + unprinted);
        }
        err.flush();
        return told.exitCode();
    }

    /** @return why it could not be printed, null when it has been */
    private @Nullable String printed(Result result) {
        if (jsonResult) {
            out.line(Json.write(result.asJson(operation == null ? null : operation.word(), database, seconds)));
        } else {
            result.lines().forEach(out::line);
        }
        return out.finish();
    }

    private void endAudit(Result result) {
        AuditLog kept = audit;
        String unkept = kept == null ? null : kept.end(result, seconds);
        if (unkept != null) {
            warn(unkept);
        }
    }

    int fail(Throwable thrown) {
        Failure failure = Failure.of(thrown).on(databaseFlag);
        if (verbose && failure.exitCode() == Exit.FAILED && last == null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            tell(Secrets.mask(trace.toString()));
        }
        return finish(Result.failed(failure));
    }

    /** One for all threads: a second would close the stream of the first. */
    private synchronized EventLog log() {
        if (log == null) {
            log = EventLog.open(err, jsonLog, verbose);
        }
        return log;
    }
}
