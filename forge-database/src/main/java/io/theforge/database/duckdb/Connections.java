package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How the Forge runs DuckDB: nothing fetched from the network, nothing written where it does not belong. */
final class Connections {
    private Connections() {}

    /** An engine of its own without a file; files are attached to it. */
    static Sql inMemory(Path spill) throws SQLException {
        Properties settings = settings();
        settings.setProperty("temp_directory", spill.toString());
        // checkpoints are ours alone: one at the end instead of one per 16 MB, each of which writes all indexes anew
        settings.setProperty("checkpoint_threshold", "1TB");
        Sql sql = Sql.on(DriverManager.getConnection("jdbc:duckdb:", settings));
        sql.run("PRAGMA disable_checkpoint_on_shutdown");
        return sql;
    }

    /** An existing file, for reading only; a leftover write-ahead log is read along and left where it is. */
    static Sql readOnly(Path file) throws SQLException {
        Properties settings = settings();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("temp_directory", "");
        return open(file, settings);
    }

    /** An existing file; a leftover write-ahead log is replayed. Closing it flushes all of it into the file. */
    static Sql writing(Path file) throws SQLException {
        Properties settings = settings();
        settings.setProperty("temp_directory", "");
        return open(file, settings);
    }

    /** DuckDB names the database after the file: beside one that is named as the schema, the schema's name alone is ambiguous. */
    private static Sql open(Path file, Properties settings) throws SQLException {
        Sql sql = Sql.on(DriverManager.getConnection("jdbc:duckdb:" + file, settings));
        boolean ambiguous = sql.number("SELECT count(*) WHERE lower(current_database()) = ?", Sql.OWN_SCHEMA) > 0;
        return ambiguous ? new Sql(sql.connection(), Sql.OWN_SCHEMA + "." + Sql.OWN_SCHEMA) : sql;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }
}
