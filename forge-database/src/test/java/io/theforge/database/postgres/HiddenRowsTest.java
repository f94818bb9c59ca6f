package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are there and not to be seen, by policies or by time, are never removed, and never left out of a count. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HiddenRowsTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);
    private static final String OF_THE_TENANT =
            "SELECT count(*) FROM sales_daily s JOIN store t ON t.id = s.store_id WHERE t.code = 'TENANT'";

    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    private Warehouse admin;
    private String role;

    @BeforeEach
    void fillForTwoTenants() throws SQLException {
        admin = database.warehouse();
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        role = database.name() + "_role";
        database.run(
                "INSERT INTO store (code, name) VALUES ('TENANT', 'Another tenant')",
                "INSERT INTO product (sku, name) VALUES ('TENANT', 'Its product')",
                tenantSells("2024-01-05"),
                "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'",
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role,
                "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO " + role,
                "GRANT USAGE ON SCHEMA theforge TO " + role,
                "GRANT ALL ON ALL TABLES IN SCHEMA theforge TO " + role);
    }

    private static String tenantSells(String day) {
        return "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount) SELECT '" + day
                + "', s.id, p.id, 1, 2, 2 FROM store s, product p WHERE s.code = 'TENANT' AND p.sku = 'TENANT'";
    }

    @AfterEach
    void dropThem() throws SQLException {
        database.run("REASSIGN OWNED BY " + role + " TO CURRENT_USER", "DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    private void hideTheTenant() throws SQLException {
        database.run(
                "ALTER TABLE sales_daily ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY not_the_tenant ON sales_daily TO " + role
                        + " USING (store_id NOT IN (SELECT id FROM store WHERE code = 'TENANT'))");
    }

    private Warehouse asRole() {
        return database.warehouseOf(role);
    }

    private static Map<String, ThrowingCallable> everything(Warehouse warehouse) {
        Map<String, ThrowingCallable> operations = new LinkedHashMap<>();
        AppendRequest more = new AppendRequest(LocalDate.of(2024, 1, 21), LocalDate.of(2024, 1, 25), null, false);
        for (Deletion.Scope scope : List.of(Deletion.Scope.FACTS, Deletion.Scope.ALL)) {
            Deletion deletion = new Deletion(scope, false, null);
            operations.put("plan to delete " + scope, () -> warehouse.planDelete(deletion));
            operations.put("delete " + scope, () -> warehouse.delete(deletion, Shops.SILENT));
        }
        operations.put("plan a new one", () -> warehouse.planFullNew(SHOP));
        operations.put("make a new one", () -> warehouse.fullNew(SHOP, Shops.WORK, Shops.SILENT));
        operations.put("plan to append", () -> warehouse.planAppend(more));
        operations.put("append", () -> warehouse.append(more, Shops.WORK, Shops.SILENT));
        operations.put("verify", () -> warehouse.verify(Shops.SILENT));
        operations.put("status", warehouse::status);
        operations.put("realism", () -> warehouse.realism(Shops.SILENT));
        operations.put("sales", warehouse::sales);
        operations.put("rows of others", warehouse::unmanagedRows);
        operations.put("protect", warehouse::protect);
        return operations;
    }

    @Test
    void aRoleToWhichPoliciesApplyIsRefusedByEveryOperationAndNothingIsGone() throws SQLException {
        hideTheTenant();
        everything(asRole()).forEach((name, operation) -> {
            RefusedException refused = catchThrowableOfType(RefusedException.class, operation);
            assertThat(refused).as(name).isNotNull();
            assertThat(refused.getMessage()).as(name).contains("row-level security", "sales_daily", role);
            assertThat(refused.remedy()).as(name).contains("BYPASSRLS", role);
        });
        assertThat(database.number(OF_THE_TENANT)).isEqualTo(1);
        assertThat(admin.verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void theOwnerIsRefusedOnlyWherePoliciesAreForcedOnIt() throws SQLException {
        hideTheTenant();
        database.run(
                "DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP"
                        + " EXECUTE format('ALTER TABLE %I OWNER TO " + role + "', t); END LOOP; END $$",
                "ALTER TABLE sales_daily FORCE ROW LEVEL SECURITY");
        assertThat(catchThrowableOfType(RefusedException.class, () -> asRole().status()))
                .hasMessageContaining("sales_daily");

        database.run("ALTER TABLE sales_daily NO FORCE ROW LEVEL SECURITY");
        Deletion facts = new Deletion(Deletion.Scope.FACTS, false, null);
        assertThat(asRole().delete(facts, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(database.number(OF_THE_TENANT)).isEqualTo(1);
    }

    @Test
    void aRoleThatSeesEveryRowIsServed() throws SQLException {
        hideTheTenant();
        database.run("ALTER ROLE " + role + " BYPASSRLS");
        Deletion facts = new Deletion(Deletion.Scope.FACTS, false, null);
        assertThat(asRole().delete(facts, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(database.number("SELECT count(*) FROM sales_daily")).isEqualTo(1);
    }

    /** A policy that comes into being between the look and the count is met by the server's own refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT count(*) FROM sales_daily", "DELETE FROM sales_daily"})
    void theServerItselfRefusesInEveryTransaction(String sql) throws SQLException {
        hideTheTenant();
        try (Connection connection = new org.postgresql.Driver()
                .connect(
                        database.addressOf(role).postgres().jdbcUrl(),
                        database.addressOf(role).postgres().properties())) {
            Transactions.beginWriting(Sql.on(connection));
            SQLException refusal = catchThrowableOfType(
                    SQLException.class, () -> Sql.on(connection).run(sql));
            assertThat(refusal.getMessage()).contains("row-level security");
        }
    }

    @Test
    void aTableThatHangsOnOursIsNotCountedWhereItsRowsAreHidden() throws SQLException {
        database.run(
                "CREATE TABLE remark (sale integer REFERENCES sales_daily (id) ON DELETE CASCADE)",
                "INSERT INTO remark SELECT min(id) FROM sales_daily",
                "GRANT ALL ON remark TO " + role,
                "ALTER TABLE remark ENABLE ROW LEVEL SECURITY");
        Deletion facts = new Deletion(Deletion.Scope.FACTS, false, null);
        assertThat(catchThrowableOfType(RefusedException.class, () -> asRole().delete(facts, Shops.SILENT)))
                .hasMessageContaining("remark");
        assertThat(database.number("SELECT count(*) FROM remark")).isEqualTo(1);
    }

    /** A snapshot that is older than the lock would not see the row, and the table would be emptied. */
    @Test
    void aRowThatComesInWhileADeletionWaitsForTheTablesStays() throws Exception {
        database.run(
                "DELETE FROM sales_daily s USING store t WHERE t.id = s.store_id AND t.code = 'TENANT'",
                "ALTER ROLE " + role + " SET default_transaction_isolation = 'serializable'");
        Deletion facts = new Deletion(Deletion.Scope.FACTS, false, null);
        try (Connection tenant = database.connect()) {
            tenant.setAutoCommit(false);
            Sql.on(tenant).run(tenantSells("2024-01-07"));
            CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(
                    () -> asRole().delete(facts, Shops.SILENT).outcome());
            while (!outcome.isDone() && database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
                Thread.onSpinWait();
            }
            tenant.commit();
            assertThat(outcome.get()).isEqualTo(Outcome.COMPLETED);
        }
        assertThat(database.number(OF_THE_TENANT)).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM sales_daily")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE store RENAME TO shelf; CREATE VIEW store AS SELECT * FROM shelf",
                "ALTER TABLE promotion RENAME TO offers; CREATE MATERIALIZED VIEW promotion AS SELECT * FROM offers",
                "ALTER TABLE theforge.run RENAME TO runs; CREATE VIEW theforge.run AS SELECT * FROM theforge.runs",
            })
    void aViewInATablesPlaceIsRefusedByEveryOperation(String sql) throws SQLException {
        database.run(sql);
        everything(admin).forEach((name, operation) -> {
            DatabaseException failure = catchThrowableOfType(DatabaseException.class, operation);
            assertThat(failure).as(name).isNotNull().hasMessageContaining("view, not a table");
        });
    }
}
