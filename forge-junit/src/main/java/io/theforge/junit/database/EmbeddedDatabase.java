package io.theforge.junit.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A DuckDB file, alone in a folder that goes with it. */
final class EmbeddedDatabase implements TestDatabase {
    private final OpenConnections connections = new OpenConnections();
    private final Path file;
    private final Properties settings = new Properties();

    private EmbeddedDatabase(Path file, boolean writable) {
        this.file = file;
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", file + ".tmp");
        if (!writable) {
            settings.setProperty("access_mode", "READ_ONLY");
        }
    }

    /** Keeps one connection, so that the engine does not start anew for each of those that come and go. */
    static EmbeddedDatabase open(Path file, boolean writable) throws SQLException {
        EmbeddedDatabase database = new EmbeddedDatabase(file, writable);
        database.connect();
        return database;
    }

    @Override
    public Connection connect() throws SQLException {
        return connections.add(() -> new DuckDBDriver().connect("jdbc:duckdb:" + file, settings));
    }

    @Override
    public void close() {
        connections.close();
        Path folder = file.getParent();
        if (folder != null) {
            Trees.remove(folder);
        }
    }
}
