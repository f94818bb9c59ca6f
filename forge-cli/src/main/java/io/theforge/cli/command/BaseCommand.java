package io.theforge.cli.command;

import io.theforge.cli.input.OutputFlags;
import io.theforge.cli.result.Result;
import picocli.CommandLine.Mixin;

/** A command: its flags, its help and its run are one class. {@code Commands} lists them. */
public abstract class BaseCommand {
    @Mixin
    private final OutputFlags output = new OutputFlags();

    /** Returns the flags that every command takes. */
    public final OutputFlags output() {
        return output;
    }

    /** Runs it, after the audit log has its first record. */
    public final Result execute(Context context) {
        context.console().beginAudit(target(context), context.environment());
        return run(context);
    }

    /** Returns what it is about, for the audit log. */
    protected String target(Context context) {
        return "none";
    }

    protected abstract Result run(Context context);
}
