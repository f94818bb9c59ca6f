package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FullNewOnPostgresTest {
    private static final Plan SHOP = Shops.plan(42, 3, 4, 40);
    private static final Plan OTHER_SHOP = Shops.plan(43, 2, 5, 30);

    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    private Warehouse warehouse;

    @BeforeEach
    void nameIt() {
        warehouse = database.warehouse();
    }

    private OperationReport fullNew(Plan plan) {
        return warehouse.fullNew(plan, Shops.WORK, Shops.SILENT);
    }

    private void applicationTables(String... more) throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.on(connection).script(PostgresSession.class, "tables.sql");
        }
        database.run(more);
    }

    /** Every index, constraint, column, trigger, grant, comment and setting of the seven tables, as the catalog words it. */
    private List<String> catalog() throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.on(connection).texts(SqlScript.text(FullNewOnPostgresTest.class, "catalog.sql"));
        }
    }

    private List<String> content() throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.on(connection).texts("""
                    SELECT 'sales ' || md5(string_agg(s::text, ',' ORDER BY s.id)) FROM sales_daily s
                    UNION ALL SELECT 'inventory ' || md5(string_agg(i::text, ',' ORDER BY i.id)) FROM inventory_snapshot_daily i
                    UNION ALL SELECT 'store ' || string_agg(s::text, ',' ORDER BY s.id) FROM store s
                    UNION ALL SELECT 'product ' || string_agg(p::text, ',' ORDER BY p.id) FROM product p
                    UNION ALL SELECT 'price ' || string_agg(p::text, ',' ORDER BY p.id) FROM price_history p
                    UNION ALL SELECT 'calendar ' || string_agg(c::text, ',' ORDER BY c.date) FROM calendar c
                    UNION ALL SELECT 'run ' || string_agg(r::text, ',' ORDER BY r.id) FROM theforge.run r
                    """);
        }
    }

    @Test
    void anEmptyDatabaseGetsTheSevenTablesAndAllRows() throws SQLException {
        OperationReport report = fullNew(SHOP);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.checks()).hasSize(7).allMatch(check -> check.status() == Check.Status.PASSED);
        DatabaseStatus status = warehouse.status();
        assertThat(status.exists()).isTrue();
        assertThat(status.rows()).isEqualTo(status.managedRows());
        report.tables().forEach((table, change) -> {
            assertThat(change.inserted())
                    .isEqualTo(change.rowsAfter())
                    .isEqualTo(status.rows().get(table));
        });
        assertThat(status.fingerprint()).isEqualTo(report.fingerprint());
        assertThat(status.firstDay()).isEqualTo("2024-01-01");
        assertThat(status.lastDay()).isEqualTo("2024-02-09");
        assertThat(status.runs()).singleElement().satisfies(run -> {
            assertThat(run.configuration()).contains("seed: 42");
            assertThat(run.seed()).isEqualTo(42);
        });
    }

    @Test
    void theTablesMadeAreThoseOfTheApplication() throws SQLException {
        fullNew(SHOP);
        List<String> made = catalog();
        try (TestServer.Database application = TestServer.create();
                Connection connection = application.connect()) {
            Sql.on(connection).script(PostgresSession.class, "tables.sql");
            assertThat(made)
                    .isEqualTo(Sql.on(connection).texts(SqlScript.text(FullNewOnPostgresTest.class, "catalog.sql")));
        }
        assertThat(made)
                .anyMatch(line -> line.contains("uq_sales_daily_grain UNIQUE (date, store_id, product_id)"))
                .anyMatch(
                        line -> line.contains("sales_daily_store_id_fkey FOREIGN KEY (store_id) REFERENCES store(id)"));
    }

    @Test
    void aSecondRunReplacesTheFirstAndTakesTheSameIds() throws SQLException {
        OperationReport first = fullNew(SHOP);
        List<String> before = content();
        fullNew(OTHER_SHOP);
        OperationReport third = fullNew(SHOP);

        assertThat(third.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(third.tables().get(Table.SALES_DAILY).deleted()).isEqualTo(2 * 5 * 30);
        assertThat(content().get(2).replaceAll("\"20\\d\\d-[^\"]*\"", ""))
                .isEqualTo(before.get(2).replaceAll("\"20\\d\\d-[^\"]*\"", ""));
        assertThat(database.number("SELECT min(id) FROM sales_daily")).isEqualTo(1);
        assertThat(database.number("SELECT nextval('sales_daily_id_seq')"))
                .isGreaterThan(database.number("SELECT max(id) FROM sales_daily"));
        assertThat(warehouse.status().runs()).hasSize(3);
    }

    @Test
    void idsHandedOutToOthersAreNeverTakenAgain() throws SQLException {
        fullNew(SHOP);
        long handedOut = database.number("SELECT nextval('store_id_seq')");
        fullNew(SHOP);
        assertThat(database.number("SELECT min(id) FROM store")).isEqualTo(handedOut + 1);
    }

    @Test
    void theHostsOwnThingsAreAfterwardsWhatTheyWere() throws SQLException {
        applicationTables(
                "ALTER TABLE sales_daily ADD COLUMN channel text NOT NULL DEFAULT 'shop', ADD COLUMN note text",
                "CREATE VIEW sales_by_row AS SELECT id, date, quantity FROM sales_daily GROUP BY id",
                "CREATE VIEW daily AS SELECT date, sum(quantity) AS units FROM sales_daily GROUP BY date",
                "CREATE TABLE seen (n int)",
                "CREATE FUNCTION count_rows() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN INSERT INTO seen SELECT count(*) FROM added; RETURN NULL; END'",
                "CREATE TRIGGER counted AFTER INSERT ON sales_daily REFERENCING NEW TABLE AS added "
                        + "FOR EACH STATEMENT EXECUTE FUNCTION count_rows()",
                "CREATE INDEX \"Odd \"\"name\" ON sales_daily (quantity DESC NULLS LAST) INCLUDE (total_amount) "
                        + "WITH (fillfactor = 70) WHERE quantity > 100",
                "CREATE INDEX by_expression ON inventory_snapshot_daily ((on_hand_qty + on_order_qty))",
                "COMMENT ON INDEX ix_sales_daily_store_id IS 'the host''s'",
                "ALTER TABLE inventory_snapshot_daily ADD CONSTRAINT deferred_grain UNIQUE (store_id, date, product_id) "
                        + "DEFERRABLE INITIALLY DEFERRED",
                "ALTER TABLE inventory_snapshot_daily CLUSTER ON ix_inventory_snapshot_date_store",
                "ALTER TABLE sales_daily REPLICA IDENTITY USING INDEX uq_sales_daily_grain",
                "ALTER TABLE sales_daily DROP CONSTRAINT sales_daily_date_fkey, ADD CONSTRAINT \"FK date\" "
                        + "FOREIGN KEY (date) REFERENCES calendar ON DELETE CASCADE DEFERRABLE NOT VALID",
                "CREATE TABLE basket (sale_id int REFERENCES sales_daily, line int)",
                "GRANT SELECT ON sales_daily TO PUBLIC");
        List<String> before = catalog();

        OperationReport report = fullNew(SHOP);

        assertThat(catalog()).isEqualTo(before);
        assertThat(database.number("SELECT sum(n) FROM seen")).isEqualTo(3 * 4 * 40);
        assertThat(database.number("SELECT count(*) FROM sales_daily WHERE channel = 'shop'"))
                .isEqualTo(3 * 4 * 40);
        assertThat(report.notes())
                .anyMatch(note -> note.contains("sales_daily_pkey"))
                .anyMatch(note -> note.contains("uq_sales_daily_grain"))
                .anyMatch(note -> note.contains("ix_sales_daily_store_id"))
                .hasSize(3);
        fullNew(SHOP);
        assertThat(catalog()).isEqualTo(before);
    }

    @Test
    void aFailureInTheMiddleLeavesTheOldDatasetWhole() throws SQLException {
        fullNew(SHOP);
        database.run(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN IF NEW.id % 977 = 0 THEN RAISE EXCEPTION ''row too many''; END IF; RETURN NEW; END'",
                "CREATE TRIGGER refusing BEFORE INSERT ON inventory_snapshot_daily FOR EACH ROW EXECUTE FUNCTION refuse()");
        List<String> content = content();
        List<String> catalog = catalog();

        assertThatThrownBy(() -> fullNew(Shops.plan(7, 5, 8, 60)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("row too many");

        assertThat(content()).isEqualTo(content);
        assertThat(catalog()).isEqualTo(catalog);
        assertThat(database.number("SELECT last_value FROM sales_daily_id_seq")).isEqualTo(3 * 4 * 40 + 1);
    }

    @Test
    void aConnectionLostWhileCopyingLeavesTheOldDatasetWhole() throws SQLException {
        fullNew(SHOP);
        database.run(
                "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN IF NEW.id = 999 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END'",
                "CREATE TRIGGER cutting BEFORE INSERT ON sales_daily FOR EACH ROW EXECUTE FUNCTION cut()");
        List<String> content = content();

        assertThatThrownBy(() -> fullNew(Shops.plan(7, 5, 8, 60)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("lost");

        assertThat(content()).isEqualTo(content);
        database.run("DROP TRIGGER cutting ON sales_daily");
        assertThat(fullNew(OTHER_SHOP).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void rowsThatATriggerSwallowsAreFoundAndNothingIsKept() throws SQLException {
        applicationTables(
                "CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN IF NEW.id = 5 THEN RETURN NULL; END IF; RETURN NEW; END'",
                "CREATE TRIGGER swallowing BEFORE INSERT ON sales_daily FOR EACH ROW EXECUTE FUNCTION swallow()");

        OperationReport report = fullNew(SHOP);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .singleElement()
                .satisfies(check -> assertThat(check.name()).isEqualTo("load.sales_daily"));
        assertThat(database.number("SELECT count(*) FROM store")).isZero();
    }

    @Test
    void aVerificationThatMeetsALoadWaitsForItsEnd() throws Exception {
        fullNew(SHOP);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            List<Future<Verification>> verification = new ArrayList<>();
            warehouse.fullNew(OTHER_SHOP, Shops.WORK, new Progress() {
                @Override
                public void begin(String step, @Nullable Long rows) {
                    if (step.equals(Table.SALES_DAILY.sqlName())) {
                        verification.add(reader.submit(() -> warehouse.verify(Shops.SILENT)));
                        untilSomebodyWaitsForALock();
                    }
                }

                @Override
                public void advance(long rows) {}

                @Override
                public void end() {}
            });
            assertThat(verification.get(0).get().checks()).allMatch(check -> check.status() != Check.Status.FAILED);
        } finally {
            reader.shutdownNow();
        }
    }

    private void untilSomebodyWaitsForALock() {
        try (Connection connection = database.connect()) {
            while (Sql.on(connection).number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deferredConstraintsAndTriggersOfTheHostAreNoObstacle() throws SQLException {
        applicationTables(
                "CREATE TABLE remark (sale integer REFERENCES sales_daily (id) DEFERRABLE INITIALLY DEFERRED)",
                "CREATE TABLE heard (sale integer)",
                "CREATE FUNCTION hear() RETURNS trigger LANGUAGE plpgsql AS "
                        + "$$ BEGIN INSERT INTO heard VALUES (NEW.id); RETURN NULL; END $$",
                "CREATE CONSTRAINT TRIGGER hears AFTER INSERT ON sales_daily DEFERRABLE INITIALLY DEFERRED "
                        + "FOR EACH ROW EXECUTE FUNCTION hear()");
        List<String> before = catalog();

        fullNew(SHOP);
        OperationReport second = fullNew(OTHER_SHOP);

        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(catalog()).isEqualTo(before);
        try (Connection connection = database.connect()) {
            assertThat(Sql.on(connection).number("SELECT count(*) FROM heard")).isEqualTo(3L * 4 * 40 + 2L * 5 * 30);
        }
    }

    @Test
    void statusNamesWhatIsThereWhenSomeTablesAreMissing() throws SQLException {
        fullNew(SHOP);
        database.run("DROP TABLE promotion");

        DatabaseStatus status = warehouse.status();
        assertThat(status.exists()).isTrue();
        assertThat(status.rows()).doesNotContainKey(Table.PROMOTION).containsEntry(Table.STORE, 3L);
    }

    @Test
    void aChangedFingerprintOnRecordIsFound() throws SQLException {
        fullNew(SHOP);
        database.run("UPDATE theforge.run SET fingerprint = '00'");
        assertThat(warehouse.verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .extracting(Check::name)
                .containsExactly("database.fingerprint");
    }
}
