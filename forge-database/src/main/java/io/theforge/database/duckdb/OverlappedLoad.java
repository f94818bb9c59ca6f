package io.theforge.database.duckdb;

import io.theforge.database.session.Ahead;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The load of a file that nobody else sees: while the rows of one piece go from their {@link Stage} into the table, on a thread of
 * their own, the next piece is appended to another stage. What becomes of a piece is heard when the next one is full.
 */
final class OverlappedLoad implements TableSink<FieldBuffer, SQLException> {
    private final NewFile newFile;
    private final Table table;
    private final Ids ids;
    private final DuckDBConnection staging;
    private Stage filling;
    private Stage next;
    private @Nullable Ahead<Long> moving;
    private long moved;

    /** @param sql is used by nobody else until the load has ended */
    OverlappedLoad(Sql sql, NewFile newFile, Table table, Ids ids) throws SQLException {
        this.newFile = newFile;
        this.table = table;
        this.ids = ids;
        // an appender holds up the other statements of its connection
        staging = sql.connection().unwrap(DuckDBConnection.class).duplicate();
        filling = Stage.inMemory(staging, 1, table);
        next = Stage.inMemory(staging, 2, table);
        try {
            filling.begin();
        } catch (SQLException | RuntimeException e) {
            staging.close(); // while it is open, so is the engine
            throw e;
        }
    }

    @Override
    public FieldBuffer newChunk() {
        return new FieldBuffer(table, ids);
    }

    @Override
    public void write(FieldBuffer chunk) throws SQLException {
        filling.append(chunk);
        if (filling.rows() >= newFile.rowsPerPiece()) {
            filling.end();
            awaitMoved();
            Stage full = filling;
            moving = Ahead.begin("forge-insert", () -> newFile.take(full, table));
            filling = next;
            next = full;
            filling.begin();
        }
    }

    private void awaitMoved() throws SQLException {
        if (moving != null) {
            moved += moving.get();
            moving = null;
        }
    }

    @Override
    public long finish() throws SQLException {
        filling.end();
        awaitMoved();
        moved += newFile.take(filling, table);
        close();
        return moved;
    }

    @Override
    public void close() throws SQLException {
        if (moving != null) {
            moving.awaitEnd(); // until then it has the session's connection
        }
        try (staging) {
            filling.abandon();
        }
    }
}
