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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server to measure on, an own one with default settings or one that is given, and the one database of ours in it. */
final class PostgresServer implements AutoCloseable {
    private static final String MAY_CHECKPOINT = """
            SELECT rolsuper OR EXISTS (
                SELECT 1 FROM pg_roles AS r WHERE r.rolname = 'pg_checkpoint' AND pg_has_role(r.oid, 'USAGE'))
            FROM pg_roles WHERE rolname = current_user
            """;

    private static final String MAY_CREATE =
            "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user";

    private final URI maintenance;
    private final @Nullable Path psql;
    private final boolean ours;
    private final AutoCloseable stop;
    /** Nobody else's: on a server that is given, somebody may have any name. */
    private final String database =
            "forge_bench_" + UUID.randomUUID().toString().substring(0, 8);

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
        URI url = options.database();
        if (url != null) {
            PostgresServer given = given(url);
            scratch.beforeRemoval(given::dropQuietly);
            return given;
        }
        Path bin = OwnCluster.find(options.postgresBin());
        return bin == null ? embedded() : OwnCluster.start(bin, scratch);
    }

    private static PostgresServer given(URI url) {
        return new PostgresServer(url, null, false, () -> {});
    }

    /**
     * Finds out before anything is measured whether there will be a server.
     *
     * @throws IllegalStateException naming the flag that is wrong
     */
    static void check(Options options) throws IOException {
        URI url = options.database();
        if (url == null) {
            OwnCluster.find(options.postgresBin());
            return;
        }
        try {
            if (!given(url).may(MAY_CREATE)) {
                throw new IllegalStateException(
                        "--database: its user may not create databases; ALTER ROLE ... CREATEDB");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("--database: " + e.getMessage(), e);
        }
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

    /** Of our database, for {@code --database} and for psql. */
    String url() {
        String query = maintenance.getRawQuery();
        return "postgresql://" + maintenance.getRawAuthority() + "/" + database + (query == null ? "" : "?" + query);
    }

    Connection connect() throws SQLException {
        return connect(database);
    }

    private Connection connect(String name) throws SQLException {
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
                "jdbc:postgresql://" + maintenance.getHost() + ":" + port + "/" + name
                        + (query == null ? "" : "?" + query),
                properties);
    }

    private Connection maintain() throws SQLException {
        return connect(maintenance.getPath().substring(1));
    }

    /** Our database, empty, and nothing left to be written of what was there before. */
    void createFresh() throws SQLException {
        boolean checkpoint = may(MAY_CHECKPOINT);
        try (Connection connection = maintain();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + database + " TEMPLATE template0");
            if (checkpoint) {
                statement.execute("CHECKPOINT");
            }
        }
    }

    private boolean may(String question) throws SQLException {
        return text(question).equals("t");
    }

    /** Version and the settings that matter most, for the report. */
    String describe() throws SQLException {
        String server = text("""
                SELECT format('PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s, max_wal_size %s',
                    current_setting('server_version'), current_setting('fsync'),
                    current_setting('synchronous_commit'), current_setting('shared_buffers'),
                    current_setting('max_wal_size'))
                """);
        return may(MAY_CHECKPOINT) ? server : server + ", no CHECKPOINT between the trials: its user may not";
    }

    private String text(String query) throws SQLException {
        try (Connection connection = maintain();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void drop() throws SQLException {
        try (Connection connection = maintain();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
    }

    private void dropQuietly() {
        try {
            drop();
        } catch (SQLException e) {
            System.err.println("forge-bench: the database " + database + " could not be dropped: " + e.getMessage());
        }
    }

    /** Leaves nothing: a server of ours goes as a whole. */
    @Override
    public void close() throws Exception {
        if (!ours) {
            drop();
        }
        stop.close();
    }
}
