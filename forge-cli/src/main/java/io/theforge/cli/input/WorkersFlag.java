package io.theforge.cli.input;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads there are. */
public final class WorkersFlag implements FlagGroup {
    private static final int MAX_WORKERS = 1024;

    @Option(names = "--workers", paramLabel = "INTEGER", description = "threads; never changes the rows (processors)")
    @Nullable
    String workers;

    /** Returns whether the flag was given. */
    boolean given() {
        return workers != null;
    }

    @Nullable
    Integer value() {
        return TextValue.read("--workers", workers, value -> value.count(MAX_WORKERS));
    }
}
