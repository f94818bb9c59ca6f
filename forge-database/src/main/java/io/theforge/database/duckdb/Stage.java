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
 * DuckDB writes whole row groups (122,880 rows) straight to the file, and because each piece's keys are merged into the table's
 * indexes.
 */
final class Stage {
    private final DuckDBConnection connection;
    private final String kind;
    private final String database;
    private final String name;
    private final String definition;
    private final String columns;
    private @Nullable DuckDBAppender appender;
    private long rows;

    private Stage(DuckDBConnection connection, String kind, String database, String name, Table table) {
        this.connection = connection;
        this.kind = kind;
        this.database = database;
        this.name = name;
        definition = String.join(
                ", ",
                table.definition().stream()
                        .map(column -> Catalog.quoted(column.name()) + " " + Columns.staged(column))
                        .toList());
        columns =
                String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
    }

    /** One that this connection alone sees. */
    static Stage ofConnection(DuckDBConnection connection, Table table) {
        return new Stage(connection, "TEMP TABLE", "temp", "forge_stage", table);
    }

    /** One in the engine's own database in memory, which all of its connections see. @param number tells it from others */
    static Stage inMemory(DuckDBConnection connection, int number, Table table) {
        return new Stage(connection, "TABLE", "memory", "forge_stage_" + number, table);
    }

    private String qualified() {
        return database + ".main." + name;
    }

    /** Makes it, empty. */
    void begin() throws SQLException {
        Sql.on(connection).run("CREATE " + kind + " " + qualified() + " (" + definition + ")");
        appender = connection.createAppender(database, "main", name);
        rows = 0;
    }

    void append(FieldBuffer chunk) throws SQLException {
        chunk.appendTo(Objects.requireNonNull(appender));
        rows += chunk.rows();
    }

    /** Returns how many rows have been appended. */
    long rows() {
        return rows;
    }

    /** Ends the appending. */
    void end() throws SQLException {
        DuckDBAppender ending = Objects.requireNonNull(appender);
        // close() alone would keep a failing last flush to itself
        ending.flush();
        ending.close();
        appender = null;
    }

    /**
     * Inserts all rows.
     *
     * @param through a connection that sees it
     * @param into the table, or one with its columns, by name
     * @return how many
     */
    long copyInto(Sql through, String into) throws SQLException {
        return through.update("INSERT INTO " + into + " (" + columns + ") SELECT " + columns + " FROM " + qualified());
    }

    /** Ends it. @param through a connection that sees it */
    void drop(Sql through) throws SQLException {
        through.run("DROP TABLE " + qualified());
    }

    /** Lets go of the appender. What has been appended goes with the connection, or with the engine. */
    void abandon() throws SQLException {
        if (appender != null) {
            appender.close();
        }
    }
}
