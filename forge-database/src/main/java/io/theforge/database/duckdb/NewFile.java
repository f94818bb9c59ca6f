package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The file that is being written, attached to an engine and, while it is, that engine's current database. */
final class NewFile {
    /** What it is called there. */
    static final String NAME = "forge_after";

    private final Connection connection;
    private final Path path;

    NewFile(Connection connection, Path path) {
        this.connection = connection;
        this.path = path;
    }

    /**
     * Starts an empty file. Clients from DuckDB 1.2 on can open its storage version. With an older one the lists of rows behind
     * foreign keys would have to be read whole after each reopening, and memory would grow with the rows.
     */
    void create() throws SQLException {
        attach(connection, path, NAME, " (STORAGE_VERSION 'v1.2.0')");
        Sql.run(connection, "USE " + NAME);
    }

    /** Takes up an existing file, with the storage version that it has. */
    void open() throws SQLException {
        attach(connection, path, NAME, "");
        Sql.run(connection, "USE " + NAME);
    }

    /** Writes everything into the file, so that it is whole without a write-ahead log, and lets go of it. */
    void complete() throws SQLException {
        Sql.run(connection, "CHECKPOINT " + NAME);
        Sql.run(connection, "USE memory");
        Sql.run(connection, "DETACH " + NAME);
    }

    /**
     * Frees the memory that the indexes of keys have come to fill: DuckDB evicts nothing of an index that has changed, but of
     * one found in a file it reads only what it needs.
     */
    void openAfresh() throws SQLException {
        complete();
        open();
    }

    static void attach(Connection connection, Path path, String name, String options) throws SQLException {
        Sql.run(connection, "ATTACH '" + path.toString().replace("'", "''") + "' AS " + name + options);
    }
}
