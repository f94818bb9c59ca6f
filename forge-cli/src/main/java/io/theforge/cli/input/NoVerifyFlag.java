package io.theforge.cli.input;

import picocli.CommandLine.Option;

/** Whether the checks after writing are left out. */
public final class NoVerifyFlag implements FlagGroup {
    @Option(
            names = "--no-verify",
            description = {
                "skip the checks after writing; what a deletion leaves",
                "is counted in any case",
            })
    boolean noVerify;

    /** Returns whether the checks run. */
    public boolean verifies() {
        return !noVerify;
    }
}
