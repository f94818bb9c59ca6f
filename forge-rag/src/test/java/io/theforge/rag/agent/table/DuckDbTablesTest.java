package io.theforge.rag.agent.table;

import io.theforge.rag.agent.SmallShop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTablesTest extends TablesContract {
    @TempDir
    static Path folder;

    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
        SmallShop.fill(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Override
    Connection connection() {
        return connection;
    }
}
