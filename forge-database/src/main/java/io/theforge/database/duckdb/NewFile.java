package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.SQLException;

/** The file that is being written, attached to an engine and, while it is, that engine's current database. */
final class NewFile {
    /** What it is called there. */
    static final String NAME = "forge_after";

    /** In a file of storage version 1.0.0 the indexes of foreign keys are read and written whole each time, so that openings are few. */
    private static final int ROWS_PER_OPENING_OF_OLDER = 1_000_000;

    private static final String MEMORY_AFTER_LOAD = "64MB";

    private final Sql sql;
    private final Path path;
    private final Pieces pieces;
    private boolean isOlder;
    private long rowsSinceOpening;

    NewFile(Sql sql, Path path, Pieces pieces) {
        this.sql = sql;
        this.path = path;
        this.pieces = pieces;
    }

    /**
     * Starts an empty file. Clients from DuckDB 1.2 on can open its storage version. With an older one the lists of rows behind
     * foreign keys would have to be read whole after each reopening, and memory would grow with the rows.
     */
    void create() throws SQLException {
        attach(" (STORAGE_VERSION 'v1.2.0')");
        isOlder = false;
    }

    /** Takes up an existing file, with the storage version that it has. */
    void open() throws SQLException {
        attach("");
        isOlder = true;
    }

    private void attach(String options) throws SQLException {
        attach(sql, path, NAME, options);
        sql.run("USE " + NAME);
        rowsSinceOpening = 0;
    }

    /** Returns how many rows are to be handed over at a time. */
    int rowsPerPiece() {
        return pieces.rows();
    }

    /** Is told of rows that are on their way into the file. */
    void count(long rows) {
        rowsSinceOpening += rows;
    }

    /** Returns whether so many have come that more would take too much memory. */
    boolean isToBeOpenedAfresh() {
        return rowsSinceOpening >= (isOlder ? ROWS_PER_OPENING_OF_OLDER : pieces.rowsPerOpening());
    }

    /** Writes everything into the file, so that it is whole without a write-ahead log, and lets go of it. */
    void complete() throws SQLException {
        sql.run("CHECKPOINT " + NAME);
        sql.run("USE memory");
        sql.run("DETACH " + NAME);
    }

    /**
     * Frees the memory that the indexes of keys have come to fill: DuckDB evicts nothing of an index that has changed, but of
     * one found in a file it reads only what it needs. No transaction may be open.
     */
    void openAfresh() throws SQLException {
        complete();
        attach("");
    }

    /**
     * Ends the load of rows. What is asked from here on reads all of them, of which DuckDB would keep as much as four fifths of the
     * machine's memory can hold. Before, the indexes of keys would come up against such a limit, and so they would in a file that has
     * to read them whole.
     */
    void endLoad() throws SQLException {
        if (!isOlder) {
            openAfresh();
            sql.run("SET memory_limit = '" + MEMORY_AFTER_LOAD + "'");
        }
    }

    static void attach(Sql sql, Path path, String name, String options) throws SQLException {
        sql.run("ATTACH '" + path.toString().replace("'", "''") + "' AS " + name + options);
    }
}
