package io.theforge.database.duckdb;

import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The extending of a dataset as one transaction on the file itself. It is begun and ended by statements: with auto-commit
 * switched off, an appender commits by itself.
 */
final class AppendingSession implements AppendSession {
    private static final String HERE = "forge_here";

    private final Sql sql;
    private final @Nullable OperationLock lock;

    private AppendingSession(Sql sql, @Nullable OperationLock lock) {
        this.sql = sql;
        this.lock = lock;
    }

    /** @param writing false to look only */
    static AppendingSession open(DatabaseFile file, boolean writing) throws SQLException {
        OperationLock lock = writing ? OperationLock.take(file) : null;
        Sql sql = null;
        try {
            if (writing) {
                file.removeLeftovers();
            }
            sql = Connections.inMemory(DatabaseFile.spill(file.path()));
            NewFile.attach(sql, file.path(), HERE, writing ? "" : " (READ_ONLY)");
            sql.run("USE " + HERE);
            sql.run("BEGIN TRANSACTION");
            if (writing) {
                ProductionMarks.refuse(sql, Catalog.tables(sql), file.name());
            }
            return new AppendingSession(sql, lock);
        } catch (SQLException | RuntimeException e) {
            try (lock;
                    Sql opened = sql) {
                throw e;
            }
        }
    }

    @Override
    public Sql sql() {
        return sql;
    }

    @Override
    public void completeRecords() throws SQLException {
        Catalog.completeRecords(sql);
    }

    @Override
    public void createAnswerKey() throws SQLException {
        AnswerKey.create(sql, Catalog.tables(sql));
    }

    @Override
    public long nextId(Table table) throws SQLException {
        return Sequences.next(sql, table);
    }

    @Override
    public TableSink<? extends Chunk, SQLException> load(Table table, String into, Ids ids) throws SQLException {
        return new AppenderLoad(sql, table, into, ids);
    }

    @Override
    public List<String> dropIndexes(long newRows, long rowsThere) {
        return List.of(); // DuckDB cannot drop or add a foreign key
    }

    @Override
    public void restoreIndexes() {
        // nothing was dropped
    }

    @Override
    public void restartIds(Table table, long next) throws SQLException {
        Sequences.advance(sql, table, next);
    }

    /** Every statement before has succeeded, or this is not reached: after a failed one, COMMIT would quietly roll back. */
    @Override
    public void commit() throws SQLException {
        sql.run("COMMIT");
        try {
            sql.run("CHECKPOINT " + HERE);
        } catch (SQLException e) {
            // it is durable in the write-ahead log, from which the next opening of the file completes it
            return;
        }
    }

    @Override
    public void close() {
        try (lock) {
            sql.close(); // an open transaction ends with it
        } catch (SQLException e) {
            // the process holds nothing that outlives it
            return;
        }
    }
}
