package io.theforge.database.postgres;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.sql.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.Driver;

/**
 * A real PostgreSQL, started once per test JVM from the binaries that Maven brings, or the one that
 * {@code FORGE_TEST_DATABASE_URL} names (its user must be allowed to create databases).
 */
final class TestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String GIVEN = System.getenv("FORGE_TEST_DATABASE_URL");

    private TestServer() {}

    private static final class Embedded {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String url(String database) {
        if (GIVEN != null) {
            return beside(GIVEN, database);
        }
        return "postgresql://postgres@localhost:" + Embedded.SERVER.getPort() + "/" + database;
    }

    /** A new, empty database. */
    static Database create() throws SQLException {
        return create(url("postgres"), "template1");
    }

    /**
     * A new database on any server.
     *
     * @param admin a database of that server
     * @param template what is in it from the start; nobody may be connected to that one
     */
    static Database create(String admin, String template) throws SQLException {
        String name = "forge_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (Connection connection = connect(address(admin))) {
            Sql.on(connection).run("CREATE DATABASE " + name + " TEMPLATE " + template);
        }
        return new Database(name, beside(admin, name));
    }

    /** The URL of another database on the same server. */
    private static String beside(String url, String database) {
        return url.replaceFirst("(://[^/]+/)[^?]*", "$1" + database);
    }

    private static PostgresAddress address(String url) {
        return DatabaseUrl.parse(url, Path.of("")).postgres();
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        return new Driver().connect(address.jdbcUrl(), address.properties());
    }

    /** A database of one test, dropped when closed. */
    record Database(String name, String url) implements AutoCloseable {
        PostgresAddress address() {
            return TestServer.address(url);
        }

        Connection connect() throws SQLException {
            return TestServer.connect(address());
        }

        void run(String... statements) throws SQLException {
            try (Connection connection = connect()) {
                for (String sql : statements) {
                    Sql.on(connection).run(sql);
                }
            }
        }

        long number(String sql) throws SQLException {
            try (Connection connection = connect()) {
                return Sql.on(connection).number(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            try (Connection admin = TestServer.connect(TestServer.address(beside(url, "postgres")))) {
                Sql.on(admin).run("DROP DATABASE " + name + " WITH (FORCE)");
            }
        }
    }
}
