package io.theforge.database.postgres;

import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.Records;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.OutputStream;
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

    private final Sql sql;
    private final Sequences sequences;
    /** Created or emptied by this transaction: may be loaded frozen. */
    private final Set<Table> fresh = EnumSet.noneOf(Table.class);

    private @Nullable DroppedIndexes droppedIndexes;

    private PostgresSession(Sql sql) {
        this.sql = sql;
        sequences = new Sequences(sql);
    }

    static PostgresSession open(Sql sql) throws SQLException {
        return open(sql, session -> lockTables(sql, "ACCESS EXCLUSIVE"));
    }

    /** For the tables of the Forge's own alone. */
    static PostgresSession openForRecords(Sql sql) throws SQLException {
        return open(sql, session -> {});
    }

    private interface Opening {
        void with(PostgresSession session) throws SQLException;
    }

    private static PostgresSession open(Sql sql, Opening opening) throws SQLException {
        PostgresSession session = new PostgresSession(sql);
        try {
            beginAlone(sql);
            opening.with(session);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Begins a transaction that writes and that no other Forge is beside. */
    static void beginAlone(Sql sql) throws SQLException {
        Transactions.beginWriting(sql);
        configureSession(sql);
        excludeOthers(sql);
        Catalog.readable(sql);
    }

    /** Settings for this transaction only. */
    static void configureSession(Sql sql) throws SQLException {
        sql.run("SET LOCAL lock_timeout = '10s'");
        sql.run("SET LOCAL default_tablespace = ''");
        sql.run("SET LOCAL jit = off");
        sql.run("SET LOCAL client_connection_check_interval = '2s'");
        sql.list(row -> row.getString(1), """
                SELECT set_config('maintenance_work_mem', '256MB', true) FROM pg_settings
                WHERE name = 'maintenance_work_mem' AND setting::bigint < 256 * 1024
                """);
    }

    /** Keeps other Forges out until the transaction ends. */
    private static void excludeOthers(Sql sql) throws SQLException {
        if (!sql.list(row -> row.getBoolean(1), "SELECT pg_try_advisory_xact_lock(?)", ADVISORY_LOCK)
                .get(0)) {
            throw new RefusedException(
                    "another operation of the Forge is at work in this database",
                    "run it again when that one has ended");
        }
    }

    /** Keeps from the seven tables whatever the mode keeps out; refuses where the database is marked as production. */
    static void lockTables(Sql sql, String mode) throws SQLException {
        List<String> present = new ArrayList<>();
        Set<String> found = Catalog.tables(sql);
        ProductionMarks.refuse(
                sql, found, sql.texts("SELECT current_database()").get(0));
        for (Table table : Table.SEVEN) {
            if (found.contains(table.sqlName())) {
                present.add(table.qualifiedName());
            }
        }
        if (present.isEmpty()) {
            return;
        }
        try {
            sql.run("LOCK TABLE " + String.join(", ", present) + " IN " + mode + " MODE");
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
    public Sql sql() {
        return sql;
    }

    @Override
    public void createTables() throws SQLException {
        Set<String> found = Catalog.tables(sql);
        if (!found.contains(Table.STORE.sqlName())) {
            sql.script(PostgresSession.class, "tables.sql");
            fresh.addAll(Table.SEVEN);
        }
        createRecords();
    }

    @Override
    public void createAnswerKey() throws SQLException {
        if (createAnswerKey(sql)) {
            fresh.add(Table.TRUTH_DAILY);
        }
    }

    static boolean createAnswerKey(Sql sql) throws SQLException {
        return AnswerKey.create(sql, Catalog.tables(sql));
    }

    /** The tables of the Forge's own. */
    void createRecords() throws SQLException {
        completeRecords(sql);
    }

    static void completeRecords(Sql sql) throws SQLException {
        Set<String> found = Catalog.tables(sql);
        if (!Records.areComplete(sql, found)) {
            OwnSchema.create(sql);
            Records.complete(sql, found);
        }
    }

    /** The tables with a row per series and day. */
    static List<Table> large(Sql sql) throws SQLException {
        boolean hasAnswerKey = AnswerKey.isThere(sql, Catalog.tables(sql));
        return Stream.of(Table.values())
                .filter(Table::isSeries)
                .filter(table -> hasAnswerKey || table != Table.TRUTH_DAILY)
                .toList();
    }

    @Override
    public List<String> dropIndexes(long newRows, long rowsStaying) throws SQLException {
        droppedIndexes = DroppedIndexes.from(sql, large(sql), newRows, rowsStaying);
        return droppedIndexes.notes();
    }

    @Override
    public Map<Table, Long> removeOurs(Ownership ours) throws SQLException {
        return new Removal(sql, ours, fresh).run();
    }

    @Override
    public Map<Table, Long> remove(RowsToDelete rows) throws SQLException {
        return new Removal(sql, Ownership.NONE, fresh).run(rows);
    }

    @Override
    public void writeBackupHead(OutputStream out) throws SQLException, IOException {
        new Dump(sql).head(out);
    }

    @Override
    public String failing(String before, String reason) {
        return Dump.failing(before, reason);
    }

    @Override
    public void writeRows(String table, String condition, OutputStream out) throws SQLException, IOException {
        new Dump(sql).rows(table, condition, out);
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
    public TableSink<CopyEncoder, SQLException> load(Table table, Ids ids) throws SQLException {
        return new CopyLoad(sql.connection(), table, sql.own(table.qualifiedName()), ids, fresh.contains(table));
    }

    @Override
    public void restartIds(Table table, long next) throws SQLException {
        sequences.restart(table, next);
    }

    @Override
    public void restoreIndexes() throws SQLException {
        // Where the host has deferred constraints or triggers on these tables, their events would be in the way of an
        // index.
        // All rows are there, so now is as good as at the commit.
        sql.run("SET CONSTRAINTS ALL IMMEDIATE");
        for (Table table : Arrays.asList(Table.STORE, Table.PRODUCT, Table.CALENDAR)) {
            sql.run("ANALYZE " + table.qualifiedName());
        }
        if (droppedIndexes == null) {
            return;
        }
        // In tables that this transaction has filled all rows are known to be visible, and an index alone tells their
        // references:
        // merging is faster than a hash join over the table, for which the planner has no statistics.
        boolean merges = fresh.containsAll(large(sql));
        sql.run("SET LOCAL enable_hashjoin = " + (merges ? "off" : "on"));
        droppedIndexes.restore();
        sql.run("SET LOCAL enable_hashjoin = on");
        if (droppedIndexes.hasIndexes()) {
            // The large tables have no statistics yet, and what is left to ask reads them from end to end.
            sql.run("SET LOCAL enable_bitmapscan = off");
            sql.run("SET LOCAL enable_indexscan = off");
        }
    }

    @Override
    public void commit() throws SQLException {
        commit(sql);
    }

    /** Says what a commit means of which the answer got lost. */
    static void commit(Sql sql) throws SQLException {
        try {
            sql.connection().commit();
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
        try (sql) {
            if (!sql.connection().isClosed()) {
                sql.connection().rollback();
            }
        } catch (SQLException e) {
            // The server ends the transaction of a lost connection by itself.
        }
    }
}
