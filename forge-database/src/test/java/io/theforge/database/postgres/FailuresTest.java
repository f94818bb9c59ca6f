package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static DatabaseException failure(String url) {
        Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(url, Path.of("")));
        DatabaseException failure = catchThrowableOfType(
                DatabaseException.class, () -> warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT));
        assertThat(failure.getMessage()).doesNotContain("\n");
        assertThat(failure.remedy()).isNotBlank();
        return failure;
    }

    @Test
    void aServerThatIsAwayIsNamedAndThePasswordIsNot() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        DatabaseException failure = failure("postgresql://ann:s3cr%40t@localhost:" + freePort + "/shop");

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(failure).hasMessageContaining("localhost:" + freePort);
        assertThat(trace.toString()).doesNotContain("s3cr");
    }

    @Test
    void aWrongPasswordAndAnUnknownDatabaseAreTold() throws SQLException {
        try (TestServer.Database database = TestServer.create()) {
            String role = database.name() + "_role";
            assertThat(failure(database.url().replaceFirst("/forge_test[^?]*", "/not_there")))
                    .hasMessageContaining("no such database");
            assertThat(failure(database.url().replaceFirst("://[^@]*@", "://" + role + ":s3cret@")))
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void aUserWithoutRightsATimeoutAndAReadOnlyDatabaseAreTold() throws SQLException {
        try (TestServer.Database database = TestServer.create()) {
            Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")));
            warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT);
            String separator = database.url().contains("?") ? "&" : "?";
            assertThat(failure(database.url() + separator + "options=-c%20default_transaction_read_only=on"))
                    .hasMessageContaining("read-only");
            assertThat(failure(database.url() + separator + "options=-c%20role=pg_monitor"))
                    .hasMessageContaining("not allowed");
            assertThat(failure(database.url() + separator + "options=-c%20statement_timeout=1"))
                    .hasMessageContaining("cancelled");
        }
    }

    @Test
    void aSecondOperationIsRefusedWhileTheFirstIsAtWork() throws SQLException {
        try (TestServer.Database database = TestServer.create();
                PostgresSession first = PostgresSession.open(Sql.on(database.connect()))) {
            assertThatThrownBy(() -> PostgresSession.open(Sql.on(database.connect())))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("another operation");
            first.createTables();
            first.close();
            PostgresSession.open(Sql.on(database.connect())).close();
        }
    }

    @Test
    void tablesInUseByAnotherSessionAreTold() throws SQLException {
        try (TestServer.Database database = TestServer.create();
                Connection reader = database.connect()) {
            Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")));
            warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT);
            reader.setAutoCommit(false);
            Sql.on(reader).number("SELECT count(*) FROM store");
            assertThat(failure(database.url())).hasMessageContaining("in use");
        }
    }
}
