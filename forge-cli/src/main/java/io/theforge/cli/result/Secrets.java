package io.theforge.cli.result;

import java.util.regex.Pattern;

/** Takes passwords out of what people get to see: drivers and shells quote the URLs that they are given. */
public final class Secrets {
    /** Stands where a password stood. */
    static final String MASK = "***";

    private static final Pattern IN_TEXT = Pattern.compile("(://[^\\s:/?#@\"']*:)[^\\s\"']*@");
    private static final Pattern IN_ARGUMENT = Pattern.compile("(://[^:/?#@]*:).*@", Pattern.DOTALL);
    private static final Pattern IN_PARAMETER =
            Pattern.compile("(?i)([?&;\\s](?:password|passwd|pwd|sslpassword)=)[^&;\\s\"']*");

    private Secrets() {}

    /** In a message, where a URL ends at a blank or a quote. */
    public static String mask(String text) {
        return IN_PARAMETER
                .matcher(IN_TEXT.matcher(text).replaceAll("$1" + MASK + "@"))
                .replaceAll("$1" + MASK);
    }

    /** In one argument of a command, which may hold blanks and quotes. */
    public static String maskArgument(String argument) {
        return mask(IN_ARGUMENT.matcher(argument).replaceAll("$1" + MASK + "@"));
    }
}
