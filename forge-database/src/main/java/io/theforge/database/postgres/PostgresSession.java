package io.theforge.database.postgres;

import io.theforge.database.AnswerKey;
import io.theforge.database.DatabaseException;
import io.theforge.database.LoadSession;
import io.theforge.database.Ownership;
import io.theforge.database.ProductionMark;
import io.theforge.database.Records;
import io.theforge.database.RefusedException;
import io.theforge.database.RowsToDelete;
import io.theforge.database.Sql;
import io.theforge.database.SqlScript;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Ids;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** The replacing of a dataset as one transaction. */
final class PostgresSession implements LoadSession {
    /** Two Forges in one database exclude each other by this number, "forge" in ASCII. */
    private static final long ADVISORY_LOCK = 0x666f726765L;

    /** Serialization of a lock that others hold; PostgreSQL documentation, appendix A. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final Sequences sequences;
    /** Created or emptied by this transaction: may be loaded frozen. */
    private final Set<Table> fresh = EnumSet.noneOf(Table.class);

    private @Nullable TakenOff takenOff;

    private PostgresSession(Connection connection) {
        this.connection = connection;
        sequences = new Sequences(connection);
    }

    static PostgresSession open(Connection connection) throws SQLException {
        return open(connection, session -> lockTables(connection, "ACCESS EXCLUSIVE"));
    }

    /** For the {@code forge_*} tables alone. */
    static PostgresSession openForRecords(Connection connection) throws SQLException {
        return open(connection, session -> {});
    }

    private interface Opening {
        void with(PostgresSession session) throws SQLException;
    }

    private static PostgresSession open(Connection connection, Opening opening) throws SQLException {
        PostgresSession session = new PostgresSession(connection);
        try {
            beginAlone(connection);
            opening.with(session);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Begins a transaction that writes and that no other Forge is beside. */
    static void beginAlone(Connection connection) throws SQLException {
        Transactions.beginWriting(connection);
        settle(connection);
        excludeOthers(connection);
        Catalog.readable(connection);
    }

    /** Settings for this transaction only. */
    static void settle(Connection connection) throws SQLException {
        Sql.run(connection, "SET LOCAL lock_timeout = '10s'");
        Sql.run(connection, "SET LOCAL default_tablespace = ''");
        Sql.run(connection, "SET LOCAL jit = off");
        Sql.run(connection, "SET LOCAL client_connection_check_interval = '2s'");
        Sql.list(connection, row -> row.getString(1), """
                SELECT set_config('maintenance_work_mem', '256MB', true) FROM pg_settings
                WHERE name = 'maintenance_work_mem' AND setting::bigint < 256 * 1024
                """);
    }

    /** Keeps other Forges out until the transaction ends. */
    private static void excludeOthers(Connection connection) throws SQLException {
        if (!Sql.list(connection, row -> row.getBoolean(1), "SELECT pg_try_advisory_xact_lock(?)", ADVISORY_LOCK)
                .get(0)) {
            throw new RefusedException(
                    "another operation of the Forge is at work in this database",
                    "run it again when that one has ended");
        }
    }

    /** Keeps from the seven tables whatever the mode keeps out; refuses where the database is marked as production. */
    static void lockTables(Connection connection, String mode) throws SQLException {
        List<String> present = new ArrayList<>();
        Set<String> found = Catalog.tables(connection);
        ProductionMark.refuse(
                connection,
                found,
                Sql.texts(connection, "SELECT current_database()").get(0));
        for (Table table : Table.SEVEN) {
            if (found.contains(table.sqlName())) {
                present.add(Catalog.quoted(table.sqlName()));
            }
        }
        if (present.isEmpty()) {
            return;
        }
        try {
            Sql.run(connection, "LOCK TABLE " + String.join(", ", present) + " IN " + mode + " MODE");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new DatabaseException(
                        "the tables are in use: another session has held a lock on one of them for 10 seconds",
                        "end that session's transaction (see pg_stat_activity) and run it again",
                        e);
            }
            throw e;
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void createTables() throws SQLException {
        Set<String> found = Catalog.tables(connection);
        if (!found.contains(Table.STORE.sqlName())) {
            SqlScript.run(connection, PostgresSession.class, "tables.sql");
            fresh.addAll(Table.SEVEN);
        }
        createRecords();
    }

    @Override
    public void createAnswerKey() throws SQLException {
        createAnswerKey(connection);
        fresh.add(Table.TRUTH_DAILY);
    }

    static void createAnswerKey(Connection connection) throws SQLException {
        besideTheOthers(connection);
        AnswerKey.create(connection);
    }

    /** The {@code forge_*} tables, beside each other and beside the seven. */
    void createRecords() throws SQLException {
        completeRecords(connection);
    }

    static void completeRecords(Connection connection) throws SQLException {
        Set<String> found = Catalog.tables(connection);
        if (!Records.areComplete(connection, found)) {
            besideTheOthers(connection);
            Records.complete(connection, found);
        }
    }

    /** The tables with a row per series and day. */
    static List<Table> large(Connection connection) throws SQLException {
        boolean hasAnswerKey = AnswerKey.isThere(connection, Catalog.tables(connection));
        return Stream.of(Table.values())
                .filter(Table::isSeries)
                .filter(table -> hasAnswerKey || table != Table.TRUTH_DAILY)
                .toList();
    }

    /** From now on tables come into the schema in which those of the dataset are. */
    private static void besideTheOthers(Connection connection) throws SQLException {
        Sql.list(connection, row -> row.getString(1), """
                SELECT set_config('search_path', concat_ws(', ',
                    quote_ident((SELECT nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
                        WHERE c.oid = coalesce(to_regclass('forge_run'), to_regclass('store')))),
                    nullif(current_setting('search_path'), '')), true)
                """);
    }

    @Override
    public List<String> takeOff(long newRows, long rowsStaying) throws SQLException {
        takenOff = TakenOff.from(connection, large(connection), newRows, rowsStaying);
        return takenOff.notes();
    }

    @Override
    public Map<Table, Long> removeOurs(Ownership ours) throws SQLException {
        return new Removal(connection, ours, fresh).run();
    }

    @Override
    public Map<Table, Long> remove(RowsToDelete rows) throws SQLException {
        return new Removal(connection, Ownership.NONE, fresh).run(rows);
    }

    @Override
    public void writeBackupHead(OutputStream out) throws SQLException, IOException {
        new Dump(connection).head(out);
    }

    @Override
    public void writeRows(String table, String condition, OutputStream out) throws SQLException, IOException {
        new Dump(connection).rows(table, condition, out);
    }

    @Override
    public long nextId(Table table) throws SQLException {
        return sequences.next(table);
    }

    @Override
    public boolean mayStartAnew(Table table) throws SQLException {
        return sequences.mayStartAnew(table);
    }

    @Override
    public BulkLoad<CopyEncoder> load(Table table, Ids ids) throws SQLException {
        return new CopyLoad(connection, table, table.sqlName(), ids, fresh.contains(table));
    }

    @Override
    public void restartIds(Table table, long next) throws SQLException {
        sequences.restart(table, next);
    }

    @Override
    public void putBack() throws SQLException {
        // Where the host has deferred constraints or triggers on these tables, their events would be in the way of an
        // index.
        // All rows are there, so now is as good as at the commit.
        Sql.run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        for (Table table : Arrays.asList(Table.STORE, Table.PRODUCT, Table.CALENDAR)) {
            Sql.run(connection, "ANALYZE " + Catalog.quoted(table.sqlName()));
        }
        if (takenOff == null) {
            return;
        }
        takenOff.putBack();
        if (takenOff.hasIndexes()) {
            // The large tables have no statistics yet, and what is left to ask reads them from end to end.
            Sql.run(connection, "SET LOCAL enable_bitmapscan = off");
            Sql.run(connection, "SET LOCAL enable_indexscan = off");
        }
    }

    @Override
    public void commit() throws SQLException {
        commit(connection);
    }

    /** Says what a commit means of which the answer got lost. */
    static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (isAnswer(e)) {
                throw e;
            }
            throw new DatabaseException(
                    "the connection was lost while committing: the dataset is the old one or the new one, whole",
                    "see with --status which of them it is",
                    e);
        }
    }

    /** True when the server itself has said that it did not commit, and not because it is going down. */
    private static boolean isAnswer(SQLException failure) {
        return failure instanceof PSQLException said
                && said.getServerErrorMessage() != null
                && !String.valueOf(said.getSQLState()).startsWith("57P");
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The server ends the transaction of a lost connection by itself.
        }
    }
}
