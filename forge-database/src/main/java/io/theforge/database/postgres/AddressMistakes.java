package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Failures that are mistakes of the database URL, or of what it names: user, password, certificates, schema, a pooler. */
final class AddressMistakes {
    private static final String TLS_PACKAGE = "org.postgresql.ssl.";

    /** Every way to give a password, each of which works here. */
    private static final String PASSWORD_WAYS =
            "give one in the URL (USER:PASSWORD@HOST, in --database or as DATABASE_URL in the environment or in .env), in"
                    + " the variable PGPASSWORD, or in the file ~/.pgpass (HOST:PORT:NAME:USER:PASSWORD)";

    private AddressMistakes() {}

    /** @return null when it is something else */
    static @Nullable DatabaseException explain(
            SQLException failure, String state, String said, PostgresAddress address, @Nullable Throwable cause) {
        String where = address.display();
        String text = said.toLowerCase(Locale.ROOT);
        boolean connecting = state.startsWith("08");
        if (connecting && isOfSecurity(failure, text)) {
            return new DatabaseException(
                    where + " cannot be reached as the database URL says: " + DriverWords.complete(said, failure),
                    "correct it in the URL (sslmode, sslrootcert, sslcert, sslkey, channel_binding, gssencmode), or the file that"
                            + " it names",
                    cause);
        }
        if (text.contains("unsupported startup parameter")) {
            return new DatabaseException(
                    where + " is a connection pooler that does not pass on a setting of the URL: " + said,
                    withoutPooler(address),
                    cause);
        }
        if (text.contains("statement pooling mode")) {
            return new DatabaseException(
                    where + " is a connection pooler in statement mode, which allows no transactions: " + said,
                    "set its pool_mode to transaction or session, or connect to the server itself",
                    cause);
        }
        return switch (state) {
            case "08P01" ->
                text.contains("protocol error")
                        ? new DatabaseException(
                                where + " does not speak as a PostgreSQL server does", "check host and port", cause)
                        : null;
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

    /** How to come to a schema, or another setting, that a pooler does not pass on. */
    static String withoutPooler(PostgresAddress address) {
        return "connect to the server itself"
                + (address.startupSettings().isEmpty()
                        ? ""
                        : ", or leave " + String.join(" and ", address.startupSettings())
                                + " out of the URL and give the user his schema: ALTER ROLE ... IN DATABASE ... SET search_path"
                                + " = ...");
    }

    /** Thrown by the driver's TLS, or about it. The words are the driver's, in any language; this abbreviation stays. */
    private static boolean isOfSecurity(SQLException failure, String text) {
        if (text.contains("ssl") || text.contains("channel binding") || text.contains("gss ")) {
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
}
