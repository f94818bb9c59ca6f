package io.theforge.database.postgres;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;

/**
 * How a transaction begins. Everything is set for the transaction alone: behind a pooler in transaction mode, the session is
 * somebody else's when it has ended.
 */
final class Transactions {
    /**
     * Where policies would leave rows out, the server refuses instead. Names in definitions and types are written as they are
     * by default, whatever the session's settings.
     */
    private static final String SETTINGS = "SET LOCAL row_security = off; SET LOCAL quote_all_identifiers = off";

    private Transactions() {}

    /**
     * For writing: each statement sees what has been committed before it. An older snapshot, which a role's settings may
     * ask for, would not see rows that came in before the tables were locked.
     */
    static void beginWriting(Sql sql) throws SQLException {
        begin(sql, "READ COMMITTED");
    }

    /** For looking at one snapshot. */
    static void beginReading(Sql sql) throws SQLException {
        begin(sql, "REPEATABLE READ, READ ONLY");
    }

    /**
     * For looking at one snapshot with the help of temporary tables: a transaction that is read-only because the user's are
     * refuses those.
     */
    static void beginStaging(Sql sql) throws SQLException {
        begin(sql, "REPEATABLE READ, READ WRITE");
    }

    private static void begin(Sql sql, String mode) throws SQLException {
        sql.connection().setAutoCommit(false);
        sql.run("SET TRANSACTION ISOLATION LEVEL " + mode);
        sql.run(SETTINGS);
    }
}
