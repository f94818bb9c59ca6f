package io.theforge.cli.input;

import picocli.CommandLine.Option;

/** Whether it is only shown what would happen. */
public final class DryRunFlag implements FlagGroup {
    @Option(names = "--dry-run", description = "show what would happen and write nothing; stronger than --confirm")
    boolean dryRun;

    /** Returns whether the flag was given. */
    public boolean given() {
        return dryRun;
    }
}
