package io.theforge.cli.input;

import picocli.CommandLine.Option;

/** Nothing that can remove or replace rows is done without it. */
public final class ConfirmFlag implements FlagGroup {
    @Option(names = "--confirm", description = "needed wherever rows can be removed or replaced")
    boolean confirm;

    /**
     * Returns whether rows may be removed or replaced.
     *
     * @param unmanaged whether rows that The Forge did not make are among them: they are never taken on the word of a setting
     */
    public boolean confirmed(Environment environment, boolean unmanaged) {
        boolean required = environment.yes("SEEDER_REQUIRE_CONFIRM", true);
        return confirm || !unmanaged && !required;
    }
}
