package io.theforge.cli.result;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Commands as they can be pasted into a shell. */
public final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private static final Pattern COMMAND_AT_END = Pattern.compile(": \\./forge [^;]*$");

    private Shell() {}

    /** {@code ./forge} with these arguments, passwords masked, and a word about it where one was. */
    public static String command(String... arguments) {
        return withWordOnMask("./forge "
                + Arrays.stream(arguments)
                        .map(Secrets::maskArgument)
                        .map(Shell::quote)
                        .collect(Collectors.joining(" ")));
    }

    private static String withWordOnMask(String command) {
        return command.contains(Secrets.MASK)
                ? command + " (with the password in place of " + Secrets.MASK + ")"
                : command;
    }

    /**
     * What the database layer advises, which does not know how the database was named: a command at its end gets the flag.
     *
     * @param database as it was given by {@code --database}, null when it was not
     */
    static String onDatabase(String remedy, @Nullable String database) {
        return database == null || !COMMAND_AT_END.matcher(remedy).find()
                ? remedy
                : withWordOnMask(remedy + " --database " + quote(Secrets.maskArgument(database)));
    }

    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
