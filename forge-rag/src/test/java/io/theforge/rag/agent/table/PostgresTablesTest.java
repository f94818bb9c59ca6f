package io.theforge.rag.agent.table;

import io.theforge.rag.agent.SmallShop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTablesTest extends TablesContract {
    private static EmbeddedPostgres server;
    private static Connection connection;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        connection = server.getPostgresDatabase().getConnection();
        SmallShop.fill(connection);
    }

    @AfterAll
    static void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    @Override
    Connection connection() {
        return connection;
    }
}
