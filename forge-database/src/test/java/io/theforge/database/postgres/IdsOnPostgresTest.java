package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ids are free when they are taken, and a sequence is never left behind them, whatever kind it is. */
class IdsOnPostgresTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);

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

    private long next(Table table) throws SQLException {
        return database.number("SELECT nextval(pg_get_serial_sequence('" + table.sqlName() + "', 'id'))");
    }

    /** GENERATED ALWAYS forbids ids of ours in an INSERT, but not in a COPY: an append uses both. */
    @Test
    void aDatasetWhoseIdsAreAlwaysGeneratedGoesOn() throws SQLException {
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                String alter = "ALTER TABLE " + table.sqlName() + " ALTER id ";
                database.run(alter + "DROP DEFAULT", alter + "ADD GENERATED ALWAYS AS IDENTITY");
            }
        }
        fullNew();
        database.run("DELETE FROM sales_daily WHERE date = '2024-01-20'");
        AppendRequest lastDayToo = new AppendRequest(LocalDate.of(2024, 1, 20), LocalDate.of(2024, 3, 5), null, true);
        OperationReport report = warehouse.append(lastDayToo, Shops.WORK, Shops.SILENT);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse.verify(Shops.SILENT).passed()).isTrue();
        assertThat(next(Table.SALES_DAILY)).isGreaterThan(database.number("SELECT max(id) FROM sales_daily"));
    }

    /** Who takes steps of ten uses all ten, from the value up or down to it. */
    @Test
    void aSequenceThatTakesStepsGoesOnInStep() throws SQLException {
        database.run(
                "ALTER SEQUENCE store_id_seq INCREMENT BY 10",
                "INSERT INTO store (code, name) VALUES ('HOST', 'Theirs')");
        fullNew();
        assertThat(database.number("SELECT min(id) FROM store WHERE code <> 'HOST'"))
                .isEqualTo(11);
        assertThat(next(Table.STORE)).isEqualTo(31);
    }

    @Test
    void aSequenceOfSeveralTablesIsNeverMovedBack() throws SQLException {
        database.run(
                "CREATE TABLE depot (id integer DEFAULT nextval('store_id_seq'))",
                "INSERT INTO depot SELECT FROM generate_series(1, 50)");
        fullNew();
        fullNew();
        assertThat(next(Table.STORE))
                .isGreaterThan(database.number("SELECT max(id) FROM store"))
                .isGreaterThan(50);
    }

    @Test
    void aSequenceThatBeginsLaterBeginsThere() throws SQLException {
        database.run("ALTER SEQUENCE sales_daily_id_seq MINVALUE 1000 START 1000 RESTART");
        fullNew();
        warehouse.delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT);
        fullNew();
        assertThat(database.number("SELECT min(id) FROM sales_daily")).isEqualTo(1000);
    }

    @Test
    void aSequenceThatCountsDownOrEndsTooSoonIsAReasonInWords() throws SQLException {
        database.run("ALTER SEQUENCE sales_daily_id_seq MAXVALUE 100");
        assertThatThrownBy(this::fullNew).hasMessageContaining("sales_daily_id_seq ends at 100");
        database.run(
                "ALTER SEQUENCE store_id_seq INCREMENT BY -1 MINVALUE -1000 MAXVALUE 1000 START 1000 RESTART 1000");
        assertThatThrownBy(this::fullNew).hasMessageContaining("counts down");
        assertThatThrownBy(() -> warehouse.planFullNew(SHOP)).hasMessageContaining("counts down");
    }

    @Test
    void idsOfADeletedDatasetAreGivenAgainUnlessTheHostHasDrawnSome() throws SQLException {
        database.run("INSERT INTO store (code, name) VALUES ('HOST', 'Theirs')");
        Deletion all = new Deletion(Deletion.Scope.ALL, false, null);
        fullNew();
        warehouse.delete(all, Shops.SILENT);
        fullNew();
        assertThat(database.number("SELECT min(id) FROM store WHERE code <> 'HOST'"))
                .isEqualTo(2);
        assertThat(database.number("SELECT min(id) FROM sales_daily")).isEqualTo(1);

        warehouse.delete(all, Shops.SILENT);
        long drawn = next(Table.STORE);
        fullNew();
        assertThat(database.number("SELECT min(id) FROM store WHERE code <> 'HOST'"))
                .isEqualTo(drawn + 1);
    }

    @Test
    void aSequenceLeftBehindByTheHostIsMovedPastItsRows() throws SQLException {
        database.run("INSERT INTO store (id, code, name) VALUES (70, 'HOST', 'Host store')");
        fullNew();
        assertThat(database.number("SELECT nextval('store_id_seq')")).isEqualTo(73);
    }

    @Test
    void idsThatWouldOverflowAreRefusedBefore() throws SQLException {
        database.run("INSERT INTO store (id, code, name) VALUES (2147483645, 'HOST', 'Host store')");
        assertThatThrownBy(this::fullNew).hasMessageContaining("store would need ids up to 2147483647");
        assertThat(database.number("SELECT count(*) FROM sales_daily")).isZero();
    }
}
