package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host that has rows and tables of its own beside ours. */
class UnmanagedRowsOnPostgresTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);

    private static final String HOST_CALENDAR =
            "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday) "
                    + "VALUES ('2024-01-10', 2, 1, 1, 2024, true), ('2023-12-31', 6, 12, 4, 2023, false)";
    private static final String HOST_SALES =
            "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount) "
                    + "SELECT '2024-01-10', s.id, p.id, 3, 1.50, 4.50 FROM store s, product p ";

    @RegisterExtension
    final OwnDatabase database = OwnDatabase.ofTheApplication();

    private Warehouse warehouse;

    @BeforeEach
    void nameIt() {
        warehouse = database.warehouse();
    }

    private OperationReport fullNew() {
        return warehouse.fullNew(SHOP, Shops.WORK, Shops.SILENT);
    }

    /** An index that is built anew has another file; on a table with far more rows of the host's it would take far too long. */
    @Test
    void indexesAreBuiltAnewWhereMostRowsAreOursAndKeptWhereMostAreTheHosts() throws SQLException {
        String ofTheHost = "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                + " SELECT d::date, s.id, p.id, 1, 2.00, 2.00 FROM store s, product p,"
                + " generate_series(DATE '2020-01-01', DATE '2022-12-31', '1 day') d WHERE s.code = 'HOST' AND p.sku = 'HOST'";
        database.run(
                "INSERT INTO store (code, name) VALUES ('HOST', 'Host store')",
                "INSERT INTO product (sku, name) VALUES ('HOST', 'Host product')",
                "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday) SELECT d::date, extract(isodow FROM d) - 1,"
                        + " extract(month FROM d), extract(quarter FROM d), extract(year FROM d),"
                        + " false FROM generate_series(DATE '2020-01-01', DATE '2022-12-31', '1 day') d");
        String files =
                "SELECT sum(relfilenode::bigint) FROM pg_class WHERE relname IN ('sales_daily_pkey', 'ix_sales_daily_store_id')";
        long empty = database.number(files);
        fullNew();
        long filled = database.number(files);
        database.run(ofTheHost);
        OperationReport beside = fullNew();

        assertThat(filled).isNotEqualTo(empty);
        assertThat(database.number(files)).isEqualTo(filled);
        assertThat(beside.tables().get(Table.SALES_DAILY).rowsAfter()).isGreaterThan(1_096);
        assertThat(warehouse.verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void rowsOfTheHostStayAndAreCounted() throws SQLException {
        database.run(
                "INSERT INTO store (code, name) VALUES ('HOST', 'Host store')",
                "INSERT INTO product (sku, name) VALUES ('HOST', 'Host product')",
                HOST_CALENDAR,
                HOST_SALES);
        OperationReport planned = warehouse.planFullNew(SHOP);
        OperationReport first = fullNew();
        OperationReport plannedAgain = warehouse.planFullNew(SHOP);
        OperationReport second = fullNew();

        assertThat(first.unmanagedRows()).isEqualTo(5).isEqualTo(second.unmanagedRows());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(first.tables().get(Table.CALENDAR).inserted()).isEqualTo(19);
        assertThat(second.tables().get(Table.CALENDAR).deleted()).isEqualTo(19);
        assertThat(first.notes()).anyMatch(note -> note.contains("another holiday flag"));
        assertThat(database.number(
                        "SELECT count(*) FROM sales_daily WHERE id = 1 AND quantity = 3 AND unit_price = 1.50"))
                .isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM calendar WHERE is_holiday AND date = '2024-01-10'"))
                .isEqualTo(1);
        DatabaseStatus status = warehouse.status();
        assertThat(status.rows().get(Table.SALES_DAILY))
                .isEqualTo(status.managedRows().get(Table.SALES_DAILY) + 1);
        first.tables()
                .forEach((table, change) -> assertThat(planned.tables().get(table))
                        .usingRecursiveComparison()
                        .ignoringFields("fingerprint")
                        .isEqualTo(change));
        second.tables()
                .forEach((table, change) -> assertThat(plannedAgain.tables().get(table))
                        .usingRecursiveComparison()
                        .ignoringFields("fingerprint")
                        .isEqualTo(change));
    }

    @Test
    void factsOfTheHostAboutOurStoresAreAReasonToRefuse() throws SQLException {
        fullNew();
        database.run("INSERT INTO price_history (product_id, store_id, price, valid_from) "
                + "SELECT p.id, s.id, 1, '2024-01-01' FROM product p, store s ORDER BY 1 LIMIT 2");

        assertThatThrownBy(this::fullNew)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2 rows of price_history");
        assertThatThrownBy(() -> warehouse.planFullNew(SHOP)).isInstanceOf(RefusedException.class);
        assertThat(database.number("SELECT count(*) FROM sales_daily")).isEqualTo(2 * 3 * 20);
    }

    @Test
    void rowsOfOtherTablesThatReferToOursAreAReasonToRefuseAlsoWhenTheyWouldCascade() throws SQLException {
        fullNew();
        database.run(
                "CREATE SCHEMA host",
                "CREATE TABLE host.\"Loyalty card\" (home int REFERENCES store ON DELETE CASCADE)",
                "INSERT INTO host.\"Loyalty card\" SELECT id FROM store");

        assertThatThrownBy(this::fullNew)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2 rows of host.\"Loyalty card\" refer to rows of store");
        assertThat(database.number("SELECT count(*) FROM host.\"Loyalty card\""))
                .isEqualTo(2);
        database.run("DELETE FROM host.\"Loyalty card\"");
        assertThat(fullNew().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aDateOfOursThatOthersReferToStays() throws SQLException {
        fullNew();
        database.run(
                "CREATE TABLE campaign (day date REFERENCES calendar (date))",
                "INSERT INTO campaign VALUES ('2024-01-05')");
        OperationReport planned = warehouse.planFullNew(SHOP);
        OperationReport second = fullNew();
        assertThat(second.tables().get(Table.CALENDAR).deleted())
                .isEqualTo(19)
                .isEqualTo(planned.tables().get(Table.CALENDAR).deleted());
        database.run("DROP TABLE campaign");
        assertThat(fullNew().tables().get(Table.CALENDAR).deleted()).isEqualTo(20);
    }

    @Test
    void aCodeThatSomebodyElseHasIsNamed() throws SQLException {
        String code = SHOP.stores().get(1).code();
        database.run("INSERT INTO store (code, name) VALUES ('" + code + "', 'Host store')");

        assertThatThrownBy(this::fullNew).isInstanceOf(RefusedException.class).hasMessageContaining(code);
        assertThat(database.number("SELECT count(*) FROM store")).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM pg_namespace WHERE nspname LIKE '%theforge'"))
                .isZero();
    }

    @Test
    void aTableThatDoesNotFitIsOneErrorThatNamesTheColumn() throws SQLException {
        database.run("ALTER TABLE store ADD COLUMN manager text NOT NULL");
        refusedWith("column store.manager is NOT NULL without a default");
        database.run("ALTER TABLE store DROP COLUMN manager", "ALTER TABLE sales_daily ALTER quantity TYPE bigint");
        refusedWith("column sales_daily.quantity is bigint, not integer");
        database.run("ALTER TABLE sales_daily DROP COLUMN quantity");
        refusedWith("column sales_daily.quantity is missing");
        database.run("DROP TABLE promotion");
        refusedWith("some of the seven tables exist, but not promotion");
    }

    private void refusedWith(String message) throws SQLException {
        assertThatThrownBy(this::fullNew).isInstanceOf(DatabaseException.class).hasMessageContaining(message);
        assertThatThrownBy(() -> warehouse.planFullNew(SHOP)).hasMessageContaining(message);
        assertThat(database.number("SELECT count(*) FROM store")).isZero();
    }

    @Test
    void widerTypesAndIdentityColumnsFit() throws SQLException {
        database.run(
                "ALTER TABLE store ALTER code TYPE text, ALTER name TYPE varchar(500)",
                "ALTER TABLE sales_daily ALTER unit_price TYPE numeric",
                "ALTER TABLE promotion ALTER id DROP DEFAULT",
                "ALTER TABLE promotion ALTER id ADD GENERATED ALWAYS AS IDENTITY",
                "ALTER SEQUENCE sales_daily_id_seq OWNED BY NONE",
                "ALTER TABLE inventory_snapshot_daily ALTER id DROP DEFAULT");
        assertThat(fullNew().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(database.number("SELECT nextval('sales_daily_id_seq')")).isEqualTo(2 * 3 * 20 + 1);
        assertThat(fullNew().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void namesThatTheSessionWantsQuotedAreReadAllTheSame() throws SQLException {
        database.run("ALTER DATABASE " + database.name() + " SET quote_all_identifiers = on");
        assertThat(fullNew().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(fullNew().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse.verify(Shops.SILENT).passed()).isTrue();
    }

    /** The last net: what goes is counted, whatever a trigger of the host's does. */
    @Test
    void aDeletionThatATriggerPreventsIsNeverMadeDurable() throws SQLException {
        fullNew();
        database.run(
                "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE TRIGGER keeps BEFORE DELETE ON store FOR EACH ROW EXECUTE FUNCTION keep()");
        OperationReport deleted = warehouse.delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT);
        OperationReport replaced = fullNew();

        assertThat(deleted.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(replaced.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(replaced.checks()).anySatisfy(check -> {
            assertThat(check.name()).isEqualTo("full-new.store");
            assertThat(check.message()).contains("trigger");
        });
        assertThat(warehouse.verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void rowsOfOthersThatATriggerTakesAlongStay() throws SQLException {
        fullNew();
        database.run(
                "INSERT INTO store (code, name) VALUES ('HOST', 'Theirs')",
                "CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN DELETE FROM store WHERE code = ''HOST''; RETURN NULL; END'",
                "CREATE TRIGGER tidies AFTER INSERT OR DELETE ON sales_daily FOR EACH STATEMENT EXECUTE FUNCTION tidy()");
        Deletion facts = new Deletion(Deletion.Scope.FACTS, false, null);
        assertThat(warehouse.delete(facts, Shops.SILENT).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(fullNew().outcome()).isEqualTo(Outcome.FAILED);
        AppendRequest more = new AppendRequest(null, null, null, false);
        assertThat(warehouse.append(more, Shops.WORK, Shops.SILENT).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(database.number("SELECT count(*) FROM store WHERE code = 'HOST'"))
                .isEqualTo(1);
    }

    /** Restored with the ids that they had, rows of the host may come among ours, where a block has room. */
    @Test
    void aRowOfTheHostUnderAnIdOfOursIsAReasonToRefuse() throws SQLException {
        fullNew();
        database.run(
                "DELETE FROM sales_daily WHERE id = 5",
                "INSERT INTO store (id, code, name) VALUES (70, 'HOST', 'Theirs')",
                "UPDATE theforge.run_table SET last_id = 100 WHERE table_name = 'store'");
        assertThatThrownBy(() -> warehouse.delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT))
                .hasMessageContaining("store has 3 of 2 rows");
        assertThatThrownBy(this::fullNew).hasMessageContaining("store has HOST");
        assertThat(warehouse.status().fingerprint()).isNull();
        assertThat(database.number("SELECT count(*) FROM store WHERE code = 'HOST'"))
                .isEqualTo(1);
    }

    @Test
    void planAndStatusCreateNothing() throws SQLException {
        warehouse.planFullNew(SHOP);
        assertThat(warehouse.status().runs()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM pg_namespace WHERE nspname LIKE '%theforge'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM store")).isZero();
    }
}
