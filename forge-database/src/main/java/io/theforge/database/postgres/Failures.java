package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failure of the driver or the server means, in one line, and what to do. */
final class Failures {
    private Failures() {}

    /**
     * Classes and codes of SQLSTATE are those of the PostgreSQL documentation, appendix A.
     *
     * @param rights null where there was no connection
     * @param writing false where all that was asked for was to read
     */
    static DatabaseException explain(
            SQLException failure, PostgresAddress address, @Nullable Rights rights, boolean writing) {
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
                        "this user is not allowed to: " + (rights == null ? said : rights.named(said)),
                        said.contains("row-level security")
                                ? HiddenRows.remedy("...")
                                : rights == null ? "grant what is missing" : rights.remedy(said, writing),
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
