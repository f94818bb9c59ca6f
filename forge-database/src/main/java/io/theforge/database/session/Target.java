package io.theforge.database.session;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a warehouse is kept: what PostgreSQL and DuckDB do differently. What they do alike is above it. */
public interface Target {

    /** Where it is, without credentials. */
    String name();

    /** Begins what the next connection needs, on a thread of its own. */
    default void connectAhead() {}

    /** Lets go of what has been begun and that nobody came for. */
    default void abandonAhead() {}

    /** A connection that cannot write; null when there is no such database. Creates nothing. */
    @Nullable
    Sql openForReading() throws SQLException;

    /** Looks at the database through one connection, null when there is no such database. */
    default <T> T reading(Reading<T> look) throws SQLException {
        try (Sql sql = openForReading()) {
            T seen = look.at(sql);
            if (sql != null && !sql.connection().getAutoCommit()) {
                // a pooler would have to close the server's connection of a client that leaves in a transaction
                sql.connection().rollback();
            }
            return seen;
        }
    }

    /** What is looked for. */
    interface Reading<T> {
        T at(@Nullable Sql sql) throws SQLException;
    }

    /** Those of the seven tables and of the {@code theforge} tables that exist, by name. */
    Set<String> tables(Sql sql) throws SQLException;

    /** Fails with one clear message when the seven tables exist but do not fit, or only some of them exist. */
    void checkTables(Sql sql) throws SQLException;

    /** Returns what keeps the {@code theforge} tables from being created where some are missing, as sentences for the reader of a plan. */
    default List<String> missingRights(Sql sql) throws SQLException {
        return List.of();
    }

    /**
     * Rows of tables other than the seven that refer to rows of ours, so that removing those would touch what is not ours: for
     * each reference how many rows of which table, "3 rows of basket refer to rows of sales_daily". A calendar date is never a
     * reason; references within the seven tables are looked for by the caller.
     */
    List<String> dependents(Sql sql, Ownership ours) throws SQLException;

    /** One of them in words. @param rows how many */
    static String dependent(long rows, String child, Table parent) {
        return rows + (rows == 1 ? " row of " : " rows of ") + child + (rows == 1 ? " refers" : " refer")
                + " to rows of " + parent.sqlName() + " that would go";
    }

    /**
     * Foreign keys of other tables onto {@code calendar}: for each a condition that holds when it refers to row {@code p}.
     */
    default List<String> calendarReferences(Sql sql) throws SQLException {
        return List.of();
    }

    /** The database's own name, without host or folder: whoever takes its mark off is asked for it. */
    String databaseName();

    /**
     * Changes the {@code theforge} tables and nothing else, all or nothing, under the operation's lock; those that are missing
     * are created. A production mark does not stand in its way.
     */
    <T> T changeRecords(RecordsChange<T> change) throws SQLException;

    /** What is done to the {@code theforge} tables. */
    interface RecordsChange<T> {
        T apply(Sql sql) throws SQLException;
    }

    /**
     * Takes the locks under which the dataset is replaced; refused when another operation holds them, or when the database is
     * marked as production.
     */
    LoadSession openForReplacing() throws SQLException;

    /**
     * One transaction on the database as it is.
     *
     * @param writing false to look only: then no locks are taken and nothing but temporary tables is written
     * @return null when there is no such database
     */
    @Nullable
    AppendSession openForAppending(boolean writing) throws SQLException;

    /** What happened, in one line without credentials, and what to do. @param writing false where all that was asked for was to read */
    DatabaseException explain(SQLException failure, boolean writing);
}
