package io.theforge.database.postgres;

import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extending of a dataset as one transaction, while others may read. */
final class AppendingSession implements AppendSession {
    private final Sql sql;
    private final Sequences sequences;
    private @Nullable DroppedIndexes droppedIndexes;

    private AppendingSession(Sql sql) {
        this.sql = sql;
        sequences = new Sequences(sql);
    }

    /** @param writing false to look only, in the transaction that has begun */
    static AppendingSession open(Sql sql, boolean writing) throws SQLException {
        AppendingSession session = new AppendingSession(sql);
        try {
            if (writing) {
                PostgresSession.beginAlone(sql);
                PostgresSession.lockTables(sql, "SHARE ROW EXCLUSIVE");
            } else {
                PostgresSession.configureSession(sql);
            }
            sql.run("SET LOCAL work_mem = '64MB'");
            session.seek(true);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** What an append asks concerns a few rows of tables whose statistics may be missing: by index, unless all rows are meant. */
    private void seek(boolean byIndex) throws SQLException {
        sql.run("SET LOCAL enable_seqscan = " + (byIndex ? "off" : "on"));
    }

    @Override
    public Sql sql() {
        return sql;
    }

    @Override
    public void completeRecords() throws SQLException {
        PostgresSession.completeRecords(sql);
    }

    @Override
    public void createAnswerKey() throws SQLException {
        PostgresSession.createAnswerKey(sql);
    }

    @Override
    public long nextId(Table table) throws SQLException {
        return sequences.next(table);
    }

    @Override
    public TableSink<CopyEncoder, SQLException> load(Table table, String into, Ids ids) throws SQLException {
        return new CopyLoad(sql.connection(), table, sql.own(into), ids, false);
    }

    @Override
    public List<String> dropIndexes(long newRows, long rowsThere) throws SQLException {
        droppedIndexes = DroppedIndexes.from(sql, PostgresSession.large(sql), newRows, rowsThere);
        return droppedIndexes.notes();
    }

    @Override
    public void restoreIndexes() throws SQLException {
        if (droppedIndexes != null) {
            seek(false);
            droppedIndexes.restore();
            seek(true);
        }
    }

    @Override
    public void restartIds(Table table, long next) throws SQLException {
        sequences.restart(table, next);
    }

    @Override
    public void commit() throws SQLException {
        PostgresSession.commit(sql);
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
