package io.theforge.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A file. */
class DuckDbServerTest extends ReadContract {

    @Override
    String url() {
        return "duckdb:shop.duckdb";
    }

    @Override
    String name() {
        return "shop.duckdb";
    }

    @Override
    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(name()));
    }

    @Override
    void restore(String command, String sql) throws Exception {
        run(sql);
    }
}
