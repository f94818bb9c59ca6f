package io.theforge.cli;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as they can be pasted into a shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** {@code ./forge} with these arguments, passwords masked. */
    static String command(String... arguments) {
        return "./forge "
                + Arrays.stream(arguments)
                        .map(Secrets::maskArgument)
                        .map(Shell::quote)
                        .collect(Collectors.joining(" "));
    }

    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
