package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What holds on both targets where somebody else has removed rows or tables, or there is no room for more days. */
public abstract class TamperedContract extends SharedDatabase {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 40);
    private static final AppendRequest MORE = new AppendRequest(null, null, null, true);
    private static final Deletion ALL = new Deletion(Deletion.Scope.ALL, false, null);

    private OperationReport fill(Plan plan) {
        return warehouse().fullNew(plan, Shops.WORK, Shops.SILENT);
    }

    /** Runs the statements that stand in brackets. */
    private void follow(String remedy) throws SQLException {
        change(remedy.replaceFirst(".*\\((DROP [^)]*)\\).*", "$1").split("; "));
    }

    private Map<String, ThrowingCallable> operations() {
        Map<String, ThrowingCallable> operations = new LinkedHashMap<>();
        operations.put("verify", () -> warehouse().verify(Shops.SILENT));
        operations.put("realism", () -> warehouse().realism(Shops.SILENT));
        operations.put("dataset", () -> warehouse().dataset());
        operations.put("sales", () -> warehouse().sales());
        operations.put("plan a new one", () -> warehouse().planFullNew(SHOP));
        operations.put("make a new one", () -> fill(SHOP));
        operations.put("plan to append", () -> warehouse().planAppend(MORE));
        operations.put("append", () -> warehouse().append(MORE, Shops.WORK, Shops.SILENT));
        operations.put("plan to delete", () -> warehouse().planDelete(ALL));
        operations.put("delete", () -> warehouse().delete(ALL, Shops.SILENT));
        return operations;
    }

    @Test
    void aTableThatWasEmptiedIsNotTakenForTheDatasetOnRecord() throws SQLException {
        fill(SHOP);
        change("DELETE FROM sales_daily");

        DatabaseStatus status = warehouse().status();
        assertThat(status.fingerprint()).isNull();
        assertThat(status.differences()).containsExactly("sales_daily has 0 of 240 rows");
        assertThatThrownBy(() -> warehouse().append(MORE, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the rows of sales_daily");
        assertThat(warehouse().verify(Shops.SILENT).passed()).isFalse();
        assertThat(fill(SHOP).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse().status().differences()).isEmpty();
    }

    @Test
    void whereAllRowsAreGoneADeletionTakesTheRecord() throws SQLException {
        fill(SHOP);
        change("DELETE FROM inventory_snapshot_daily", "DELETE FROM sales_daily", "DELETE FROM promotion");
        change("DELETE FROM price_history", "DELETE FROM calendar");
        change("DELETE FROM product", "DELETE FROM store");
        assertThat(warehouse().status().differences()).hasSizeGreaterThan(3);

        assertThat(warehouse().planDelete(ALL).outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(warehouse().delete(ALL, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);

        assertThat(warehouse().status().differences()).isEmpty();
        assertThat(warehouse().delete(ALL, Shops.SILENT).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(fill(SHOP).outcome()).isEqualTo(Outcome.COMPLETED);
        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT min(id) FROM sales_daily")).isEqualTo(1);
        }
    }

    @Test
    void aTableOfOursThatIsMissingIsExplainedByEveryOperation() throws SQLException {
        fill(SHOP);
        change("DROP TABLE theforge.run_table");
        Map<String, ThrowingCallable> operations = operations();
        operations.put("status", () -> warehouse().status());
        operations.put("runs", () -> warehouse().runs());
        operations.forEach((name, operation) -> {
            DatabaseException failure = catchThrowableOfType(DatabaseException.class, operation);
            assertThat(failure).as(name).isNotNull();
            assertThat(failure.getMessage()).as(name).contains("theforge.run_table is missing");
            assertThat(failure.remedy())
                    .as(name)
                    .contains(
                            "(DROP TABLE theforge.schema_history; DROP TABLE theforge.run; DROP TABLE theforge.calendar_day");
        });

        String remedy = catchThrowableOfType(
                        DatabaseException.class, () -> warehouse().status())
                .remedy();
        follow(remedy);
        assertThat(warehouse().status().fingerprint()).isNull();
        assertThat(warehouse()
                        .includingUnmanaged()
                        .fullNew(SHOP, Shops.WORK, Shops.SILENT)
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void oneOfTheSevenThatIsMissingIsExplainedByEveryOperation() throws SQLException {
        fill(SHOP);
        change("DROP TABLE promotion");
        operations()
                .forEach((name, operation) -> assertThat(catchThrowableOfType(DatabaseException.class, operation))
                        .as(name)
                        .isNotNull()
                        .hasMessageContaining("not promotion"));
        assertThat(warehouse().status().rows()).doesNotContainKey(Table.PROMOTION);
    }

    private static String sale(long id, String date) {
        return "INSERT INTO sales_daily (id, date, store_id, product_id, quantity, unit_price, total_amount) SELECT "
                + id + ", DATE '" + date + "', min(s.id), min(p.id), 1, 1.00, 1.00 FROM store s, product p";
    }

    private static String day(String date) {
        return "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday) VALUES (DATE '" + date
                + "', 0, 2, 1, 2024, false)";
    }

    /** An append leaves no hole: days behind somebody else's rows are none to choose, and days before them are. */
    @Test
    void theAdviceAboutDaysThatAreTakenMakesRoom() throws SQLException {
        fill(SHOP);
        change(day("2024-02-15"), day("2024-02-16"), sale(5_000_001, "2024-02-15"), sale(5_000_002, "2024-02-16"));

        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> warehouse().planAppend(MORE));
        assertThat(refused.getMessage())
                .contains("2 rows that the Forge did not make", "from 2024-02-15 (id 5000001) to 2024-02-16");
        assertThat(refused.remedy()).contains("--end-date 2024-02-14", "remove those rows");
        AppendRequest advised = new AppendRequest(null, LocalDate.of(2024, 2, 14), null, true);
        assertThat(warehouse().append(advised, Shops.WORK, Shops.SILENT).outcome())
                .isEqualTo(Outcome.COMPLETED);

        refused = catchThrowableOfType(RefusedException.class, () -> warehouse().planAppend(MORE));
        assertThat(refused.remedy()).isEqualTo("remove those rows");
        change("DELETE FROM sales_daily WHERE id IN (5000001, 5000002)");
        assertThat(warehouse().append(MORE, Shops.WORK, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .isEmpty();
    }

    private void refusedAsStranger(String message) {
        for (ThrowingCallable operation : List.<ThrowingCallable>of(
                () -> warehouse().planDelete(ALL),
                () -> warehouse().delete(new Deletion(Deletion.Scope.FACTS, false, null), Shops.SILENT),
                () -> warehouse().planFullNew(SHOP),
                () -> fill(SHOP),
                () -> warehouse().append(MORE, Shops.WORK, Shops.SILENT))) {
            assertThatThrownBy(operation).isInstanceOf(RefusedException.class).hasMessageContaining(message);
        }
        assertThat(warehouse().status().fingerprint()).isNull();
        assertThat(String.join(", ", warehouse().status().differences())).contains(message);
    }

    /** Who reloads his own data gives it ids that were ours: by number alone they would count as ours. */
    @Test
    void rowsOfOthersUnderOurIdsAreNeverTakenForOurs() throws SQLException {
        fill(SHOP);
        change(
                "INSERT INTO store (id, code, name) VALUES (70, 'HOST', 'Theirs')",
                "DELETE FROM sales_daily WHERE id = 240",
                "INSERT INTO sales_daily (id, date, store_id, product_id, quantity, unit_price, total_amount)"
                        + " VALUES (240, DATE '2024-01-09', 70, 1, 7, 1.00, 7.00)");
        refusedAsStranger("sales_daily has rows about other stores, products or days");

        change(day("2030-01-01"));
        change("UPDATE sales_daily SET store_id = 2, product_id = 3, date = DATE '2030-01-01' WHERE id = 240");
        refusedAsStranger("sales_daily has rows about other stores, products or days");

        String forget = catchThrowableOfType(
                        RefusedException.class, () -> warehouse().planDelete(ALL))
                .remedy();
        follow(forget);
        assertThat(warehouse().delete(ALL, Shops.SILENT).outcome()).isEqualTo(Outcome.UNCHANGED);
        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT count(*) FROM sales_daily")).isEqualTo(240);
        }
    }

    /** Dates have no ids: when all else has gone, they may be entered anew. */
    @Test
    void datesStayWhereSomebodyHasRemovedTheSales() throws SQLException {
        fill(SHOP);
        change("DELETE FROM inventory_snapshot_daily", "DELETE FROM sales_daily");

        assertThat(warehouse().delete(ALL, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);

        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT count(*) FROM calendar")).isEqualTo(40);
            assertThat(Sql.on(host).number("SELECT count(*) FROM theforge.calendar_day"))
                    .isZero();
        }
    }

    @Test
    void aDatasetOnDaysThatWereAllThereIsVerified() throws SQLException {
        fill(SHOP);
        change("DELETE FROM theforge.calendar_day");
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void statesThatAreGoneAreComputedAgainAndAMarkOutlivesTheRecord() throws SQLException {
        fill(SHOP);
        change("DROP TABLE theforge.series_state");
        assertThat(warehouse().append(MORE, Shops.WORK, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();

        warehouse().protect();
        change("DROP TABLE theforge.run");
        String remedy = catchThrowableOfType(
                        DatabaseException.class, () -> warehouse().runs())
                .remedy();
        assertThat(remedy).contains("DROP TABLE").doesNotContain("theforge.guard");
        follow(remedy);
        assertThatThrownBy(() -> warehouse().includingUnmanaged().fullNew(SHOP, Shops.WORK, Shops.SILENT))
                .hasMessageContaining("marked as production");
    }

    @Test
    void aSaleOnInfinityIsReadAsThat() throws SQLException {
        fill(SHOP);
        change(day("infinity"), day("-infinity"), sale(5_000_001, "infinity"), sale(5_000_002, "-infinity"));

        DatabaseStatus status = warehouse().status();

        assertThat(status.firstDay()).isEqualTo(LocalDate.MIN);
        assertThat(status.lastDay()).isEqualTo(LocalDate.MAX);
        assertThat(DatabaseStatus.text(LocalDate.MAX)).isEqualTo("infinity");
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void noAppendPassesTheLastDayThatADatasetMayHave() {
        Plan last = Plan.of(ConfigReader.parse("""
                        dimensions: {stores: {count: 1}, products: {count: 2}}
                        date_range: {start: "2199-11-01", end: "2199-12-15"}
                        """, "test").resolve(Overrides.NONE));
        fill(last);
        assertThatThrownBy(() -> warehouse().append(MORE, Shops.WORK, Shops.SILENT))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("2199-12-31 is the last");
        AppendRequest toTheEnd = new AppendRequest(null, LocalDate.of(2199, 12, 31), null, true);
        assertThat(warehouse().append(toTheEnd, Shops.WORK, Shops.SILENT).outcome())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }
}
