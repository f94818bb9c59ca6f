package io.theforge.database.postgres;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the driver says of a connection, with what it keeps to itself. */
final class DriverWords {
    /** "/ca.crt (No such file or directory)". */
    private static final Pattern OF_FILE = Pattern.compile("(\\S.*) \\((.+)\\)");

    private DriverWords() {}

    /** One line: the message, and the reason at the bottom of it. */
    static String complete(String said, Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        if (deepest instanceof UnknownHostException) {
            return "there is no host of this name";
        }
        if (deepest instanceof EOFException) {
            return "the connection was closed before there was an answer";
        }
        if (deepest instanceof CertPathBuilderException) {
            return "the server's certificate is not signed by one of those in sslrootcert";
        }
        String reason = deepest.getMessage() == null
                ? ""
                : deepest.getMessage().strip().lines().findFirst().orElse("");
        Matcher ofFile = OF_FILE.matcher(reason);
        if (ofFile.matches() && said.contains(ofFile.group(1))) {
            reason = ofFile.group(2);
        }
        return reason.isEmpty() || said.contains(reason) ? said : said.replaceFirst("\\.$", "") + " (" + reason + ")";
    }
}
