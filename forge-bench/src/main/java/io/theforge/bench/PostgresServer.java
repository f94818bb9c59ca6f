package io.theforge.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The server to measure on: an own one with default settings, or one that is given. */
final class PostgresServer implements AutoCloseable {
    private final URI maintenance;
    private final @Nullable Path psql;
    private final boolean ours;
    private final AutoCloseable stop;

    /**
     * @param maintenance URL of a database from which others are created
     * @param psql null when there is none
     * @param ours whether it reads and writes files on this machine
     */
    PostgresServer(URI maintenance, @Nullable Path psql, boolean ours, AutoCloseable stop) {
        this.maintenance = maintenance;
        this.psql = psql;
        this.ours = ours;
        this.stop = stop;
    }

    static PostgresServer of(Options options, Scratch scratch) throws IOException, InterruptedException {
        String given = options.database();
        if (given != null) {
            return new PostgresServer(URI.create(given), null, false, () -> {});
        }
        Path bin = OwnCluster.find(options.postgresBin());
        return bin == null ? embedded() : OwnCluster.start(bin, scratch);
    }

    /** The one that the tests use; it comes without psql, and with settings for tests, which are put right here. */
    private static PostgresServer embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        URI url = URI.create("postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres");
        return new PostgresServer(url, null, true, server);
    }

    @Nullable
    Path psql() {
        return psql;
    }

    boolean readsFilesHere() {
        return ours;
    }

    /** For {@code --database} and for psql. */
    String url(String database) {
        String query = maintenance.getRawQuery();
        return "postgresql://" + maintenance.getRawAuthority() + "/" + database + (query == null ? "" : "?" + query);
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        String user = maintenance.getUserInfo();
        if (user != null) {
            String[] parts = user.split(":", 2);
            properties.setProperty("user", parts[0]);
            if (parts.length == 2) {
                properties.setProperty("password", parts[1]);
            }
        }
        int port = maintenance.getPort() < 0 ? 5432 : maintenance.getPort();
        String query = maintenance.getRawQuery();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + maintenance.getHost() + ":" + port + "/" + database
                        + (query == null ? "" : "?" + query),
                properties);
    }

    /** An empty database, and nothing left to be written of what was there before. */
    void createFresh(String database) throws SQLException {
        maintain("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        maintain("CREATE DATABASE " + database + " TEMPLATE template0");
        maintain("CHECKPOINT");
    }

    void drop(String database) throws SQLException {
        maintain("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    void maintain(String sql) throws SQLException {
        try (Connection connection = connect(maintenance.getPath().substring(1));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Version and the settings that matter most, for the report. */
    String describe() throws SQLException {
        try (Connection connection = connect(maintenance.getPath().substring(1));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT format('PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s, max_wal_size %s',
                            current_setting('server_version'), current_setting('fsync'),
                            current_setting('synchronous_commit'), current_setting('shared_buffers'),
                            current_setting('max_wal_size'))
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws Exception {
        stop.close();
    }
}
