package io.theforge.cli.parse;

import io.theforge.cli.command.BaseCommand;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments ask for: a command to run, or a text to print.
 *
 * @param command null when only the text is asked for
 * @param text help or version; empty beside a command
 */
public record Request(@Nullable BaseCommand command, String text) {

    static Request of(BaseCommand command) {
        return new Request(command, "");
    }

    static Request of(String text) {
        return new Request(null, text);
    }
}
