package io.theforge.database.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A server of one test's own, which may be killed and started again over the same data. */
final class PrivateServer implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    PrivateServer(Path data) throws IOException {
        this.data = data;
        server = start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // what has been reported as committed must be there after the crash
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    String url(String database) {
        return "postgresql://postgres@localhost:" + server.getPort() + "/" + database;
    }

    /** A new, empty database. */
    PostgresPlace emptyPlace() throws SQLException {
        return new PostgresPlace(TestServer.create(url("postgres"), "template1"));
    }

    /** To the database of the server's own. */
    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** What {@code pg_ctl stop -m immediate} does: no process of the server ends its work, the next start recovers. */
    void stopAtOnce() throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
        process.onExit().get(1, TimeUnit.MINUTES);
    }

    void startAgain() throws IOException {
        // gives up its lock on the folder; there is nothing left to stop
        server.close();
        server = start(server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
