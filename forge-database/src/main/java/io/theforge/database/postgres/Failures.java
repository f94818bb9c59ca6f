package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failure of the driver or the server means, in one line, and what to do. */
final class Failures {
    /** The server does not quote the name. */
    private static final Pattern OWN_SCHEMA = Pattern.compile("permission denied for schema (\\S*theforge)$");

    private Failures() {}

    /** Classes and codes of SQLSTATE are those of the PostgreSQL documentation, appendix A. */
    static DatabaseException explain(SQLException failure, PostgresAddress address) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String where = address.display();
        String said = said(failure, address);
        Throwable cause = shown(failure, address);
        DatabaseException mistake = AddressMistakes.explain(failure, state, said, address, cause);
        if (mistake != null) {
            return mistake;
        }
        return switch (state) {
            case "08001" ->
                new DatabaseException(
                        where + " cannot be reached: " + DriverWords.complete(said, failure),
                        "check host and port, and that the server is running",
                        cause);
            case "08000", "08003", "08006", "08007", "57P01", "57P02", "57P03" ->
                new DatabaseException(
                        "the connection to " + where + " was lost or cannot be used: " + said,
                        "nothing has been changed; run it again when the server is back",
                        cause);
            case "53100" ->
                new DatabaseException(
                        "the server's disk is full: " + said,
                        "nothing has been changed; make room and run it again",
                        cause);
            case "53300" ->
                new DatabaseException(
                        where + " takes no more connections: " + said, "close some, or raise max_connections", cause);
            case "25006" ->
                new DatabaseException(
                        where + " is read-only: " + said,
                        "name the primary server, or turn default_transaction_read_only off for this user and database",
                        cause);
            case "42501" ->
                new DatabaseException(
                        "this user is not allowed to: " + said,
                        said.contains("row-level security") ? HiddenRows.remedy("...") : missing(said, address),
                        cause);
            case "57014" ->
                new DatabaseException(
                        "the server cancelled the work: " + said,
                        "nothing has been changed; raise statement_timeout for this user, unless somebody cancelled it",
                        cause);
            case "25P03" -> timedOut("idle_in_transaction_session_timeout", said, cause);
            case "25P04" -> timedOut("transaction_timeout", said, cause);
            case "57P05" -> timedOut("idle_session_timeout", said, cause);
            case "55P03" ->
                new DatabaseException(
                        "another session holds a lock: " + said, "end its transaction and run it again", cause);
            default ->
                new DatabaseException(
                        "the database refused" + (state.isEmpty() ? "" : " (" + state + ")") + ": " + said,
                        "nothing has been changed; correct what the message names and run it again",
                        cause);
        };
    }

    private static String missing(String said, PostgresAddress address) {
        Matcher schema = OWN_SCHEMA.matcher(said);
        return "use the tables' owner, or grant what is missing"
                + (schema.find()
                        ? ": "
                                + OwnSchema.grants(
                                        Catalog.identifier(schema.group(1)), Catalog.identifier(address.user()))
                        : "");
    }

    private static DatabaseException timedOut(String setting, String said, @Nullable Throwable cause) {
        return new DatabaseException(
                "the server ended the connection because of its " + setting + ": " + said,
                "nothing has been changed; raise " + setting + " for this user",
                cause);
    }

    /** The first line of the message, without the password, should a driver ever repeat it. */
    private static String said(SQLException failure, PostgresAddress address) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.strip().lines().findFirst().orElse("").replaceFirst("^(FATAL|ERROR): ", "");
        String password = address.password();
        return password.isEmpty() ? line : line.replace(password, "***");
    }

    /** The failure itself for a detailed log, unless it shows the password. */
    private static @Nullable Throwable shown(SQLException failure, PostgresAddress address) {
        String password = address.password();
        for (Throwable t = failure; t != null && !password.isEmpty(); t = t.getCause()) {
            if (t.getMessage() != null && t.getMessage().contains(password)) {
                return null;
            }
        }
        return failure;
    }
}
