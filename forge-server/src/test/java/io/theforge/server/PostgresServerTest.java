package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
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

    @Override
    void restore(String command, String sql) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", "-o", "pipefail", "-c", command).directory(folder.toFile());
        shell.environment().put("PGPASSWORD", "s3cret");
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeFalse(process.waitFor() == 127, "there is no psql here");
        assertThat(process.exitValue()).as(said).isZero();
    }
}
