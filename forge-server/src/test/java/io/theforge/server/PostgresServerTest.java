package io.theforge.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

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

    @Override
    void restore(String sql) throws Exception {
        StringBuilder statement = new StringBuilder();
        try (Connection connection = connection()) {
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            String copy = null;
            for (String line : sql.split("\n")) {
                boolean whole = copy == null ? line.endsWith(";") : line.equals("\\.");
                if (copy == null && (line.startsWith("\\set ") || line.startsWith("--"))) {
                    continue;
                } else if (copy == null && line.startsWith("COPY ")) {
                    copy = line;
                    continue;
                } else if (copy == null || !whole) {
                    statement.append(line).append('\n');
                }
                if (whole && copy != null) {
                    copying.copyIn(copy, new StringReader(statement.toString()));
                    copy = null;
                } else if (whole) {
                    connection.createStatement().execute(statement.toString());
                }
                if (whole) {
                    statement.setLength(0);
                }
            }
        }
    }
}
