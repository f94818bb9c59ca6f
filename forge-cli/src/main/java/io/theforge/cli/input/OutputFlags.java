package io.theforge.cli.input;

import io.theforge.cli.result.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes to standard output and standard error: every command takes these. */
public final class OutputFlags implements FlagGroup {
    static final List<String> LOG_FORMATS = List.of("json", "text");

    @Option(names = "--json", description = "the result as one JSON document on standard output")
    boolean json;

    @Option(names = "--no-progress", description = "no progress bars or lines")
    boolean noProgress;

    @Option(
            names = "--log-format",
            paramLabel = "json|text",
            completionCandidates = Candidates.LogFormats.class,
            description = "json: standard error is JSON lines (text)")
    @Nullable
    String logFormat;

    @Option(names = "--verbose", description = "a detailed log on standard error")
    boolean verbose;

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description = {
                "append a record of this command to a file,",
                "also when it is refused or fails",
            })
    @Nullable
    String auditLog;

    @Option(names = "--help", usageHelp = true, description = "this text")
    boolean help;

    @Option(names = "--version", versionHelp = true, hidden = true, description = "which version this is")
    boolean version;

    @Override
    public String heading() {
        return WHAT_IS_SHOWN;
    }

    /** Returns whether the result is one JSON document. */
    public boolean json() {
        return json;
    }

    /** Returns whether progress may be shown. */
    public boolean progress() {
        return !noProgress;
    }

    /** Returns the file of the audit log, null when none was named. */
    public @Nullable String auditLog() {
        return auditLog;
    }

    /** @throws UsageException if the log is to have a form that it does not have */
    public void check() {
        if (logFormat != null && !LOG_FORMATS.contains(logFormat)) {
            throw new UsageException("--log-format", "\"" + logFormat + "\" is no format", "give json or text");
        }
    }
}
