package io.theforge.database.verify;

import java.sql.Connection;
import java.sql.DriverManager;

final class DuckDbVerifierTest extends VerifierContract {
    @Override
    Connection open() throws Exception {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    @Override
    boolean postgres() {
        return false;
    }
}
