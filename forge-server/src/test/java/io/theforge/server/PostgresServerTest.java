package io.theforge.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A PostgreSQL. */
class PostgresServerTest extends ReadContract {
    private static EmbeddedPostgres postgres;
    private static int count;
    private String name;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    @BeforeEach
    void serve() throws Exception {
        name = "shop" + ++count;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        super.serve();
    }

    @Override
    String url() {
        return "postgresql://postgres:s3cret@localhost:" + postgres.getPort() + "/" + name;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    Connection connection() throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }
}
