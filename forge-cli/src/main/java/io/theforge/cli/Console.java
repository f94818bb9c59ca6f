package io.theforge.cli;

import io.theforge.database.PeakMemory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything is said: results on standard output, the rest on standard error, as text or as JSON. */
final class Console {
    private final Surroundings here;
    private final boolean jsonResult;
    private final boolean jsonLog;
    private final boolean verbose;
    private volatile boolean hushed;
    private final long startedNanos = System.nanoTime();
    private @Nullable EventLog log;
    private final @Nullable Operation operation;
    private @Nullable String database;
    private volatile @Nullable AuditLog audit;

    /** Looks at the arguments as they are: what is wrong with them is to be said in the manner they ask for. */
    Console(Surroundings here, String... arguments) {
        this.here = here;
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

    /** Names the target, before anything happens to it. */
    void target(String name) {
        database = name;
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
            here.err().println(line);
        }
    }

    void warn(String line) {
        if (jsonLog) {
            log().warn("forge.warning", line, Map.of());
        } else {
            here.err().println("forge: warning: " + line);
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
            here.err().println(line);
        }
    }

    boolean logsJson() {
        return jsonLog;
    }

    /** The last word, from another thread; the one that works says nothing more. */
    void interrupted() {
        if (here.terminal()) {
            here.err().println(); // a progress bar may stand in the line
        }
        finish(Result.failed(new Failure(
                Exit.FAILED, "interrupted", null, "interrupted: the database is as before", "run the command again")));
        hushed = true;
    }

    /** The end of everything that is said. */
    int finish(Result result) {
        if (hushed) {
            return result.exitCode();
        }
        double seconds = Math.round(seconds() * 1000) / 1000.0;
        AuditLog kept = audit;
        String unkept = kept == null ? null : kept.end(result, seconds);
        if (unkept != null) {
            warn(unkept);
        }
        if (jsonResult) {
            here.out()
                    .println(Json.write(result.asJson(operation == null ? null : operation.word(), database, seconds)));
        } else {
            result.lines().forEach(here.out()::println);
        }
        here.out().flush();
        Failure failure = result.failure();
        if (failure != null && jsonLog) {
            Map<String, Object> fields = failure.asJson();
            fields.put("seconds", seconds);
            fields.put("peak_memory_bytes", PeakMemory.bytes());
            String name = operation == null ? "forge." + result.outcome() : operation.event(result.outcome());
            log().error(name, failure.line(), fields);
        } else if (failure != null) {
            here.err().println(failure.line());
        }
        here.err().flush();
        return result.exitCode();
    }

    int fail(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        if (verbose && failure.exitCode() == Exit.FAILED && !hushed) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            tell(Secrets.mask(trace.toString()));
        }
        return finish(Result.failed(failure));
    }

    private EventLog log() {
        if (log == null) {
            log = EventLog.open(here.err(), jsonLog, verbose);
        }
        return log;
    }
}
