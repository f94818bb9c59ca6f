package io.theforge.server.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A PostgreSQL. */
class PostgresPageTest extends PageContract {
    private static EmbeddedPostgres postgres;
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    String url() throws Exception {
        count++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name());
        }
        return "postgresql://postgres:s3cret@localhost:" + postgres.getPort() + "/" + name();
    }

    @Override
    String name() {
        return "shop" + count;
    }
}
