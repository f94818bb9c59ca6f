package io.theforge.database.verify;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;

final class PostgresVerifierTest extends VerifierContract {
    private EmbeddedPostgres server;

    @Override
    Connection open() throws Exception {
        server = EmbeddedPostgres.start();
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    boolean postgres() {
        return true;
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }
}
