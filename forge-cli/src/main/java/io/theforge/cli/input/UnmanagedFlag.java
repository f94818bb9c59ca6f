package io.theforge.cli.input;

import picocli.CommandLine.Option;

/** Whether rows that The Forge did not make are removed or replaced too. */
public final class UnmanagedFlag implements FlagGroup {
    @Option(
            names = "--include-unmanaged",
            description = {
                "remove or replace also rows that The Forge did not make;",
                "always needs --confirm",
            })
    boolean includeUnmanaged;

    /** Returns whether the flag was given. */
    public boolean given() {
        return includeUnmanaged;
    }
}
