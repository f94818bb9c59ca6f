package io.theforge.database.postgres;

import io.theforge.database.DatabaseException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Failures that are mistakes of the database URL, or of what it names: user, password, certificates, schema, a pooler. */
final class AddressMistakes {
    private static final String TLS_PACKAGE = "org.postgresql.ssl.";

    /** Every way to give a password, each of which works here. */
    private static final String PASSWORD_WAYS =
            "give one in the URL (postgresql://USER:PASSWORD@HOST/NAME, in --database or as"
                    + " DATABASE_URL in the environment or in .env), in the variable PGPASSWORD, or in the file ~/.pgpass"
                    + " (HOST:PORT:NAME:USER:PASSWORD)";

    private AddressMistakes() {}

    /** @return null when it is something else */
    static @Nullable DatabaseException explain(
            SQLException failure, String state, String said, PostgresAddress address, @Nullable Throwable cause) {
        String where = address.display();
        String text = said.toLowerCase(Locale.ROOT);
        boolean connecting = state.startsWith("08");
        if (connecting && isOfTls(failure, text)) {
            return new DatabaseException(
                    where + " cannot be reached as the database URL says: " + withReason(said, failure),
                    "correct sslmode, sslrootcert, sslcert or sslkey in the URL, or what they name",
                    cause);
        }
        if (text.contains("unsupported startup parameter")) {
            return new DatabaseException(
                    where + " is a connection pooler that does not pass on a setting of the URL: " + said,
                    startupRemedy(address),
                    cause);
        }
        return switch (state) {
            case "08004" ->
                text.contains("password")
                        ? new DatabaseException(
                                where + " wants a password for this user, and none has been given",
                                PASSWORD_WAYS,
                                cause)
                        : null;
            case "28P01" ->
                new DatabaseException(where + " does not let this user in: " + said, "check user and password", cause);
            case "28000" ->
                new DatabaseException(
                        where + " does not let this user in: " + said,
                        "check user and sslmode in the database URL, and the server's pg_hba.conf",
                        cause);
            case "3D000" ->
                new DatabaseException(
                        where + ": there is no such database", "create it (createdb), or correct its name", cause);
            case "42P05", "26000", "34000" ->
                new DatabaseException(
                        "a statement of this connection met another's session (" + state + "): " + said
                                + "; most likely a connection pooler stands before " + where,
                        address.pooled()
                                ? "nothing has been changed; connect to the server itself, not to the pooler"
                                : "nothing has been changed; add pgbouncer=true to the database URL, or connect to the"
                                        + " server itself",
                        cause);
            default -> null;
        };
    }

    private static String startupRemedy(PostgresAddress address) {
        boolean schema = address.startupSettings().stream().anyMatch(name -> !name.equals("options"));
        return "connect to the server itself, or let the pooler ignore it (ignore_startup_parameters)"
                + (schema || address.startupSettings().contains("options")
                        ? " and give it to the user: ALTER ROLE ... SET search_path = ..., without "
                                + String.join(" and ", address.startupSettings()) + " in the URL"
                        : "");
    }

    /** Thrown by the driver's TLS, or about it. The words are the driver's, in any language; this abbreviation stays. */
    private static boolean isOfTls(SQLException failure, String text) {
        if (text.contains("ssl")) {
            return true;
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            StackTraceElement[] trace = each.getStackTrace();
            if (each instanceof SSLException
                    || trace.length > 0 && trace[0].getClassName().startsWith(TLS_PACKAGE)) {
                return true;
            }
        }
        return false;
    }

    /** The driver names a file and keeps to itself what is wrong with it. */
    private static String withReason(String said, Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String reason = deepest.getMessage();
        return reason == null || said.contains(reason)
                ? said
                : said.replaceFirst("\\.$", "") + " ("
                        + reason.strip().lines().findFirst().orElse("") + ")";
    }
}
