package io.theforge.cli.console;

import io.theforge.cli.input.Environment;
import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.result.Failure;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said on the way, on standard error, as text or as JSON. {@link ResultReporter} has the last word. */
public final class Console {
    private final OutputFormat format;
    private final ExclusiveStream exclusive;
    private final PrintStream err;
    private final long startedNanos = System.nanoTime();
    private @Nullable EventLog log;
    private final @Nullable String command;
    private volatile @Nullable String database;
    private volatile @Nullable String databaseFlag;
    private volatile @Nullable AuditLog audit;
    private volatile boolean committing;
    private volatile int secondsToEnd;
    private volatile @Nullable Failure notEnded;

    /**
     * @param command the command's words with dashes, as in "runs-show"; null when the arguments name none
     * @param arguments as they were given
     */
    public Console(ProcessContext process, @Nullable String command, String... arguments) {
        this.command = command;
        format = OutputFormat.of(arguments);
        exclusive = ExclusiveStream.on(process.err());
        err = exclusive.stream();
    }

    /** From here on libraries log as the flags say. */
    public void begin() {
        log();
    }

    /** Keeps which database it is about, for the result; nothing is said yet. @param flag what {@code --database} said */
    public void database(String name, @Nullable String flag) {
        database = name;
        databaseFlag = flag;
    }

    /** Names the target, before anything happens to it. */
    public void target(String name) {
        database = name;
        tell("database: " + name);
    }

    /** From here on a file keeps what becomes of it. */
    public void attachAuditLog(AuditLog file) {
        audit = file;
    }

    /** Writes the first record of the audit log, where there is one. */
    public void beginAudit(String target, Environment environment) {
        AuditLog kept = audit;
        if (kept != null) {
            kept.begin(target, environment);
        }
    }

    /** Keeps something in the audit log, where there is one. */
    public void audit(String name, Object value) {
        AuditLog kept = audit;
        if (kept != null) {
            kept.put(name, value);
        }
    }

    /** Returns how long the run takes so far. */
    public double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    public void tell(String line) {
        if (format.jsonLog()) {
            log().info("forge.message", line, Map.of());
        } else {
            err.println(line);
        }
    }

    public void warn(String line) {
        if (format.jsonLog()) {
            log().warn("forge.warning", line, Map.of());
        } else {
            err.println("forge: warning: " + line);
        }
    }

    /** Writes an event for those who read logs. @param what "started", "completed" */
    public void event(String what, Map<String, Object> fields) {
        event(command, what, fields);
    }

    /** The same of an operation that the command has been asked for. @param operation "full-new" */
    public void event(@Nullable String operation, String what, Map<String, Object> fields) {
        if (format.jsonLog() || format.verbose()) {
            log().info(eventName(operation, what), what, fields);
        }
    }

    /** Whether lines are events, so that a line of text says nothing that an event has not said. */
    public boolean jsonLog() {
        return format.jsonLog();
    }

    /**
     * From here on the command answers an interruption of its thread by itself: it puts in order what it has begun, and tells how it ended.
     *
     * @param seconds how long that may take
     * @param otherwise what is to be told when it takes longer; null where nothing is
     */
    public synchronized void endByItself(int seconds, @Nullable Failure otherwise) {
        committing = false;
        secondsToEnd = seconds;
        notEnded = otherwise;
    }

    @Nullable
    Failure notEnded() {
        return notEnded;
    }

    /** How long it may take to end by itself; 0 when it does not. */
    int secondsToEnd() {
        return secondsToEnd;
    }

    /** Tells how far a step is: a line of text, or an event with figures. */
    void progress(String line, Map<String, Object> figures) {
        if (format.jsonLog()) {
            event("progress", figures);
        } else {
            err.println(line);
        }
    }

    /** From here on an interruption comes too late to undo what was to be done, and the result is still told. */
    synchronized void commit() {
        committing = true;
    }

    boolean isCommitting() {
        return committing;
    }

    /** Standard error, for what redraws its line. */
    PrintStream err() {
        return err;
    }

    ExclusiveStream exclusive() {
        return exclusive;
    }

    OutputFormat format() {
        return format;
    }

    @Nullable
    String command() {
        return command;
    }

    @Nullable
    String database() {
        return database;
    }

    @Nullable
    String databaseFlag() {
        return databaseFlag;
    }

    @Nullable
    AuditLog auditLog() {
        return audit;
    }

    /** Writes an event that tells why it failed. */
    void error(String what, String message, Map<String, Object> fields) {
        log().error(eventName(command, what), message, fields);
    }

    /** Returns "forge.full_new.completed". */
    private static String eventName(@Nullable String operation, String what) {
        return operation == null ? "forge." + what : "forge." + operation.replace('-', '_') + "." + what;
    }

    /** One for all threads: a second would close the stream of the first. */
    private synchronized EventLog log() {
        if (log == null) {
            log = EventLog.open(err, format.jsonLog(), format.verbose());
        }
        return log;
    }
}
