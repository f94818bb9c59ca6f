package io.theforge.database.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How the Forge runs DuckDB: nothing fetched from the network, nothing written where it does not belong. */
final class Connections {
    private Connections() {}

    /** An engine of its own without a file; files are attached to it. */
    static Connection inMemory(Path spill) throws SQLException {
        Properties settings = settings();
        settings.setProperty("temp_directory", spill.toString());
        // checkpoints are ours alone: one at the end instead of one per 16 MB, each of which writes all indexes anew
        settings.setProperty("checkpoint_threshold", "1TB");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA disable_checkpoint_on_shutdown");
        }
        return connection;
    }

    /** An existing file, for reading only; a leftover write-ahead log is read along and left where it is. */
    static Connection readOnly(Path file) throws SQLException {
        Properties settings = settings();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("temp_directory", "");
        return DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    /** An existing file; a leftover write-ahead log is replayed. Closing it flushes all of it into the file. */
    static Connection writing(Path file) throws SQLException {
        Properties settings = settings();
        settings.setProperty("temp_directory", "");
        return DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }
}
