package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A bare table that rows are appended to before they go where they belong, in large pieces. An appender on the table itself has to
 * fill every column, those with defaults included, and tests keys a few rows at a time: twice as slow. Pieces are large because
 * DuckDB writes whole row groups (122,880 rows) straight to the file and only smaller leftovers through the write-ahead log, and
 * because each piece's keys are merged into the table's indexes.
 */
final class Stage {
    /** Rows per piece, at some 40 bytes a row. */
    private static final int PIECE_ROWS = 200_000;

    private final DuckDBConnection connection;
    private final Sql sql;
    private final String database;
    private final String name;
    private final String definition;
    private final String columns;
    private @Nullable DuckDBAppender appender;
    private long rows;

    /** @param database "temp" or one in memory */
    Stage(DuckDBConnection connection, String database, String name, Table table) {
        this.connection = connection;
        this.database = database;
        this.name = name;
        sql = Sql.on(connection);
        definition = String.join(
                ", ",
                table.definition().stream()
                        .map(column -> Catalog.quoted(column.name()) + " " + Columns.staged(column))
                        .toList());
        columns =
                String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
    }

    private String qualified() {
        return database + ".main." + name;
    }

    /** Makes it, or makes it empty. */
    void begin() throws SQLException {
        // without the word, a database that is open for reading only would refuse a table of "temp"
        String kind = database.equals("temp") ? "TEMP TABLE " : "TABLE ";
        sql.run("CREATE OR REPLACE " + kind + qualified() + " (" + definition + ")");
        appender = connection.createAppender(database, "main", name);
        rows = 0;
    }

    void append(FieldBuffer chunk) throws SQLException {
        chunk.appendTo(Objects.requireNonNull(appender));
        rows += chunk.rows();
    }

    boolean isFull() {
        return rows >= PIECE_ROWS;
    }

    /** Ends the appending. */
    void end() throws SQLException {
        DuckDBAppender ending = Objects.requireNonNull(appender);
        // close() alone would keep a failing last flush to itself
        ending.flush();
        ending.close();
        appender = null;
    }

    /** Moves all rows. @return how many */
    long moveInto(Sql through, String into) throws SQLException {
        return through.update("INSERT INTO " + into + " (" + columns + ") SELECT " + columns + " FROM " + qualified());
    }

    void drop() throws SQLException {
        sql.run("DROP TABLE IF EXISTS " + qualified());
    }

    void abandon() throws SQLException {
        if (appender != null) {
            appender.close();
        }
        drop();
    }
}
