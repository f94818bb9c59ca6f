package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** The load within a transaction that is open: pieces are appended to a {@link Stage} and moved from there in turn. */
final class AppenderLoad implements TableSink<FieldBuffer, SQLException> {
    private final Sql sql;
    private final Table table;
    private final String into;
    private final Ids ids;
    private final Stage stage;
    private long moved;

    /** @param into the table, or one with its columns, by name */
    AppenderLoad(Sql sql, Table table, String into, Ids ids) throws SQLException {
        this.sql = sql;
        this.table = table;
        this.into = into;
        this.ids = ids;
        stage = Stage.ofConnection(sql.connection().unwrap(DuckDBConnection.class), table);
        stage.begin();
    }

    @Override
    public FieldBuffer newChunk() {
        return new FieldBuffer(table, ids);
    }

    @Override
    public void write(FieldBuffer chunk) throws SQLException {
        stage.append(chunk);
        if (stage.rows() >= Pieces.USUAL.rows()) {
            move();
            stage.begin();
        }
    }

    private void move() throws SQLException {
        stage.end();
        moved += stage.copyInto(sql, into);
        stage.drop(sql);
    }

    @Override
    public long finish() throws SQLException {
        move();
        return moved;
    }

    @Override
    public void close() throws SQLException {
        stage.abandon();
    }
}
