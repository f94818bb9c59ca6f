package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a bare temporary table and moves the rows from there in large pieces. An appender on the table itself has to
 * fill every column, those with defaults included, and tests keys a few rows at a time: twice as slow. Pieces are large because
 * DuckDB writes whole row groups (122,880 rows) straight to the file and only smaller leftovers through the write-ahead log, and
 * because each piece's keys are merged into the table's indexes.
 */
final class AppenderLoad implements TableSink<FieldBuffer, SQLException> {
    /** Rows per piece, at some 40 bytes a row. */
    private static final int PIECE_ROWS = 200_000;

    private static final String STAGE = "forge_stage";

    private final Sql sql;
    private final @Nullable NewFile newFile;
    private final Table table;
    private final String into;
    private final Ids ids;
    private final String columns;
    private DuckDBAppender appender;
    private long staged;
    private long moved;
    private long movedAtOpening;
    private boolean open = true;

    /**
     * @param newFile null where a transaction is open, which an opening afresh would end
     * @param into the table, or one with its columns, by name
     */
    AppenderLoad(Sql sql, @Nullable NewFile newFile, Table table, String into, Ids ids) throws SQLException {
        this.sql = sql;
        this.newFile = newFile;
        this.table = table;
        this.into = into;
        this.ids = ids;
        columns =
                String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
        appender = stage();
    }

    private DuckDBAppender stage() throws SQLException {
        String typed = String.join(
                ", ",
                table.definition().stream()
                        .map(column -> Catalog.quoted(column.name()) + " " + Columns.staged(column))
                        .toList());
        sql.run("CREATE OR REPLACE TEMP TABLE " + STAGE + " (" + typed + ")");
        return sql.connection().unwrap(DuckDBConnection.class).createAppender("temp", "main", STAGE);
    }

    @Override
    public FieldBuffer newChunk() {
        return new FieldBuffer(table, ids);
    }

    @Override
    public void write(FieldBuffer chunk) throws SQLException {
        chunk.appendTo(appender);
        staged += chunk.rows();
        if (staged >= PIECE_ROWS) {
            move();
            if (newFile != null && moved - movedAtOpening >= newFile.rowsPerOpening()) {
                newFile.openAfresh();
                movedAtOpening = moved;
            }
            appender = stage();
        }
    }

    private void move() throws SQLException {
        // close() alone would keep a failing last flush to itself
        appender.flush();
        appender.close();
        moved +=
                sql.update("INSERT INTO " + into + " (" + columns + ") SELECT " + columns + " FROM temp.main." + STAGE);
        staged = 0;
    }

    @Override
    public long finish() throws SQLException {
        move();
        sql.run("DROP TABLE temp.main." + STAGE);
        open = false;
        return moved;
    }

    @Override
    public void close() throws SQLException {
        if (open) {
            open = false;
            appender.close();
            sql.run("DROP TABLE IF EXISTS temp.main." + STAGE);
        }
    }
}
