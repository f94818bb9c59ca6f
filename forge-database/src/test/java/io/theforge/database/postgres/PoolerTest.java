package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** Through a pooler in transaction mode everything works, and nothing of it is left in the session that others get. */
class PoolerTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);

    @Test
    void noOperationLeavesAnythingInTheSession(@TempDir Path folder) throws Exception {
        try (TestServer.Database database = TestServer.create();
                PgBouncer pooler = PgBouncer.before(database, folder)) {
            String url = pooler.url(database.name());
            Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(url, Path.of("")));
            List<String> before = session(url);
            List<Runnable> operations = List.of(
                    warehouse::status,
                    () -> warehouse.fullNew(SHOP, Shops.WORK, Shops.SILENT),
                    warehouse::status,
                    () -> warehouse.verify(Shops.SILENT),
                    () -> warehouse.planAppend(february()),
                    () -> warehouse.append(february(), Shops.WORK, Shops.SILENT),
                    () -> warehouse.append(february(), Shops.WORK, Shops.SILENT),
                    () -> warehouse.realism(Shops.SILENT),
                    () -> warehouse.planFullNew(SHOP),
                    () -> warehouse.withTruth().fullNew(SHOP, Shops.WORK, Shops.SILENT),
                    warehouse::protect,
                    () -> warehouse.unprotect(database.name()),
                    warehouse::sales,
                    () -> warehouse.delete(new Deletion(Deletion.Scope.FACTS, false, null), Shops.SILENT));
            for (Runnable operation : operations) {
                operation.run();
                assertThat(session(url)).isEqualTo(before);
            }
            assertThat(warehouse.runs()).hasSize(4);
        }
    }

    private static AppendRequest february() {
        return new AppendRequest(LocalDate.of(2024, 1, 18), LocalDate.of(2024, 2, 29), null, true);
    }

    /** What a client finds that is given the server's only session; settings that the pooler itself carries along left out. */
    private static List<String> session(String url) throws SQLException {
        PostgresAddress address = DatabaseUrl.parse(url, Path.of("")).postgres();
        try (Connection connection = new Driver().connect(address.jdbcUrl(), address.properties())) {
            List<String> found = new ArrayList<>(Sql.on(connection).texts("""
                    SELECT name || '=' || setting FROM pg_settings WHERE source = 'session' AND lower(name) NOT IN
                        ('client_encoding', 'datestyle', 'timezone', 'standard_conforming_strings', 'application_name')
                    UNION ALL SELECT 'default isolation=' || current_setting('default_transaction_isolation')
                    UNION ALL SELECT 'prepared ' || name FROM pg_prepared_statements
                    UNION ALL SELECT 'temporary ' || relname FROM pg_class WHERE relpersistence = 't'
                    UNION ALL SELECT 'lock' FROM pg_locks WHERE locktype = 'advisory'
                    ORDER BY 1"""));
            found.removeIf(line -> line.startsWith("transaction_"));
            return found;
        }
    }
}
