package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * The load of a file that nobody else sees: while a piece is appended to a {@link Stage}, those before it go into the table. What
 * becomes of a piece is heard when one of the next two is full.
 */
final class OverlappedLoad implements TableSink<FieldBuffer, SQLException> {
    private final NewFile newFile;
    private final Table table;
    private final Ids ids;
    private final DuckDBConnection staging;
    private final Moves moves;
    private Stage filling;
    private int stages;

    /** @param sql is used by nobody else until the load has ended */
    OverlappedLoad(Sql sql, NewFile newFile, Table table, Ids ids) throws SQLException {
        this.newFile = newFile;
        this.table = table;
        this.ids = ids;
        moves = new Moves(sql, table);
        // an appender holds up the other statements of its connection
        staging = sql.connection().unwrap(DuckDBConnection.class).duplicate();
        filling = Stage.inMemory(staging, ++stages, table);
        try {
            filling.begin();
        } catch (SQLException | RuntimeException e) {
            close(); // while one of its connections is open, so is the engine
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
            move();
            filling = Stage.inMemory(staging, ++stages, table);
            filling.begin();
        }
    }

    private void move() throws SQLException {
        filling.end();
        if (newFile.isToBeOpenedAfresh()) {
            moves.awaitAll();
            newFile.openAfresh();
        }
        moves.begin(filling);
        newFile.count(filling.rows());
    }

    @Override
    public long finish() throws SQLException {
        move();
        long moved = moves.awaitAll();
        close();
        return moved;
    }

    @Override
    public void close() throws SQLException {
        try (staging;
                moves) {
            filling.abandon();
        }
    }
}
