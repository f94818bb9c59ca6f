package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every target promises when a dataset goes on. Each test starts with a database that does not exist or is empty. */
public abstract class AppendContract extends SharedDatabase {
    private static final LocalDate BORDER = LocalDate.of(2024, 3, 12);
    private static final LocalDate END = LocalDate.of(2024, 5, 20);

    /** With everything that crosses a border: promotions, prices, orders, backlog, gaps, launches, ends, shared noise. */
    private static final String EVERYTHING = """
            dimensions: {stores: {count: 3}, products: {count: 7}}
            date_range: {start: "2024-01-10", end: "2024-05-20", horizon: "2024-04-30"}
            time_series: {base_demand: 8, noise_sigma: 0.3, anomaly_probability: 0.1, noise_spread: 0.5,
              noise_store_share: 0.3, noise_category_share: 0.2}
            retail: {promotion_probability: 0.5, stockout_probability: 0.2, stockout_behavior: backlog,
              price_change_probability: 0.5, new_product_share: 0.3, discontinued_share: 0.3, price_elasticity: -2}
            sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 3, missing_days_pct: 0.05, applies_to: all}
            seed: 11
            """;

    private static ForgeConfig until(LocalDate end, Segment... segments) {
        return ConfigReader.parse(EVERYTHING, "test").resolve(Overrides.NONE).with(end, List.of(segments));
    }

    private OperationReport fill(LocalDate end) {
        return warehouse().fullNew(Plan.of(until(end)), Shops.WORK, Shops.SILENT);
    }

    private OperationReport append(String start, String end, @Nullable Long seed, boolean confirmed) {
        AppendRequest request = new AppendRequest(day(start), day(end), seed, confirmed);
        OperationReport planned = warehouse().planAppend(request);
        OperationReport report = warehouse().append(request, Shops.WORK, Shops.SILENT);
        planned.tables().forEach((table, change) -> {
            OperationReport.TableChange done = report.tables().get(table);
            assertThat(done).isNotNull();
            assertThat(List.of(change.rowsBefore(), change.inserted(), change.updated(), change.deleted()))
                    .as("planned and done: " + table)
                    .isEqualTo(List.of(done.rowsBefore(), done.inserted(), done.updated(), done.deleted()));
        });
        return report;
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private void assertSound() {
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .filteredOn(check -> !check.name().endsWith(".stockout_share")) // needs more days than a small shop has
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1 1 1", "7 7 30", "30 1 38", "69"})
    void aDatasetMadeInStepsIsTheDatasetMadeAtOnce(String steps) {
        fill(BORDER);
        LocalDate last = BORDER;
        for (String days : steps.split(" ")) {
            LocalDate end = last.plusDays(Long.parseLong(days));
            OperationReport report = append(last.plusDays(1).toString(), end.toString(), null, false);
            assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(report.checks()).isNotEmpty().allMatch(check -> check.status() == Check.Status.PASSED);
            last = end;
        }

        assertSound();
        assertThat(warehouse().status().fingerprint()).isEqualTo(WarehouseContract.computed(Plan.of(until(last))));
    }

    @Test
    void statesThatAreGoneAreFoundAgain() throws SQLException {
        fill(BORDER);
        change(
                "DELETE FROM theforge.series_state WHERE product_id = (SELECT max(product_id) FROM theforge.series_state)");
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("database.series_states"))
                .allMatch(check -> check.status() == Check.Status.WARNING);
        append("", "2024-03-20", null, false);
        assertSound();
        change(
                "UPDATE theforge.series_state SET on_order_qty = on_order_qty + 1 WHERE store_id = (SELECT min(id) FROM store)");
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("database.series_states"))
                .allMatch(check -> check.status() == Check.Status.FAILED);
        change("DELETE FROM theforge.series_state");
        append("", "2024-03-27", null, false);
        assertSound();
        assertThat(warehouse().status().fingerprint())
                .isEqualTo(WarehouseContract.computed(Plan.of(until(LocalDate.of(2024, 3, 27)))));
    }

    @Test
    void withSeedsOfTheirOwnTheStepsAreTheRecordedConfigurationMadeAtOnce() {
        fill(BORDER);
        append("", "2024-03-31", 7L, false);
        append("", "2024-04-10", null, false);
        OperationReport last = append("2024-04-11", "2024-05-20", 11L, false);

        assertSound();
        ForgeConfig recorded =
                until(END, new Segment(LocalDate.of(2024, 3, 13), 7), new Segment(LocalDate.of(2024, 4, 11), 11));
        DatabaseStatus.Run run = warehouse().status().runs().get(0);
        assertThat(run.operation()).isEqualTo("append");
        assertThat(run.seed()).isEqualTo(11);
        assertThat(ConfigReader.parse(run.configuration(), "record").resolve(Overrides.NONE))
                .isEqualTo(recorded);
        assertThat(last.seed()).isEqualTo(11);
        assertThat(last.fingerprint()).isEqualTo(WarehouseContract.computed(Plan.of(recorded)));
    }

    @Test
    void withoutDatesItIsTheMonthAfterTheLastDay() {
        fill(LocalDate.of(2024, 1, 31));
        append("", "", null, false);
        assertThat(warehouse().status().runs().get(0).configuration()).contains("2024-02-29");
        assertThat(warehouse().status().fingerprint())
                .isEqualTo(WarehouseContract.computed(Plan.of(until(LocalDate.of(2024, 2, 29)))));
    }

    @Test
    void appendingARangeTwiceChangesNothing() throws SQLException {
        fill(BORDER);
        append("", "2024-04-12", 7L, false);
        String before = everyRow();

        OperationReport again = append("2024-03-13", "2024-04-12", 7L, false);
        OperationReport part = append("2024-03-20", "2024-03-22", null, false);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(part.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(everyRow()).isEqualTo(before);
        assertThat(warehouse().status().runs()).hasSize(2);
    }

    @Test
    void idsAndRowsThatAreThereStay() throws SQLException {
        fill(BORDER);
        String before = everyRow();
        append("", "", null, false);
        List<String> after = everyRow().lines().toList();
        assertThat(after)
                .containsAll(before.lines()
                        .filter(line -> !line.matches("price_history .* null \\|.*"))
                        .toList());
        assertThat(number("SELECT count(DISTINCT id) FROM sales_daily"))
                .isEqualTo(number("SELECT count(*) FROM sales_daily"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-20 2024-04-01 would leave a hole",
                "2024-01-01 2024-02-01 is before the dataset's first day",
                "2024-03-13 2024-03-12 is before the start",
                "2024-03-13 2054-01-10 longer than 30 years",
            })
    void whatCannotBeAppendedIsExplained(String range) throws SQLException {
        fill(BORDER);
        String before = everyRow();
        String[] words = range.split(" ", 3);
        assertThatThrownBy(() -> append(words[0], words[1], null, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(words[2]);
        assertThatThrownBy(() -> append("2024-02-01", "2024-02-10", 99L, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("would change the days after them too");
        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void rowsThatSomebodyRemovedComeBack() throws SQLException {
        fill(BORDER);
        change(
                "DELETE FROM sales_daily WHERE date = DATE '2024-03-01'",
                "DELETE FROM inventory_snapshot_daily WHERE date BETWEEN DATE '2024-03-01' AND DATE '2024-03-03'",
                "DELETE FROM promotion WHERE start_date >= DATE '2024-03-01'");

        OperationReport report = warehouse()
                .append(new AppendRequest(day("2024-03-01"), day("2024-04-01"), null, false), Shops.WORK, Shops.SILENT);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertSound();
        assertThat(warehouse()
                        .append(
                                new AppendRequest(day("2024-03-01"), day("2024-04-01"), null, false),
                                Shops.WORK,
                                Shops.SILENT)
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void rowsThatSomebodyChangedAreOnlyRestoredWhenThatIsConfirmed() throws SQLException {
        fill(BORDER);
        String sound = everyRow();
        change(
                "UPDATE sales_daily SET quantity = quantity + 1 WHERE date = DATE '2024-03-01'",
                "UPDATE promotion SET name = 'mine' WHERE start_date >= DATE '2024-03-01'");
        String edited = everyRow();

        OperationReport refused = append("2024-03-01", "2024-03-12", null, false);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.tables().get(Table.SALES_DAILY).updated()).isPositive();
        assertThat(everyRow()).isEqualTo(edited);

        OperationReport done = append("2024-03-01", "2024-03-12", null, true);
        assertThat(done.outcome()).isEqualTo(Outcome.COMPLETED);
        assertSound();
        assertThat(withoutStampsAndPromotions(everyRow())).isEqualTo(withoutStampsAndPromotions(sound));
    }

    private static List<String> withoutStampsAndPromotions(String rows) {
        return rows.lines()
                .filter(line -> !line.startsWith("promotion"))
                .map(line -> line.replaceAll(" \\|.*", ""))
                .toList();
    }

    @Test
    void anotherSeedForDaysThatAreThereNeedsToBeConfirmed() throws SQLException {
        fill(BORDER);
        String before = everyRow();
        assertThat(append("2024-03-01", "2024-04-10", 99L, false).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(everyRow()).isEqualTo(before);

        assertThat(append("2024-03-01", "2024-04-10", 99L, true).outcome()).isEqualTo(Outcome.COMPLETED);

        assertSound();
        ForgeConfig recorded = until(LocalDate.of(2024, 4, 10), new Segment(LocalDate.of(2024, 3, 1), 99));
        assertThat(warehouse().status().fingerprint()).isEqualTo(WarehouseContract.computed(Plan.of(recorded)));
    }

    @Test
    void rowsOfOthersStayAndOneInTheWayIsNamed() throws SQLException {
        fill(BORDER);
        change(
                "INSERT INTO store (code, name) VALUES ('HOST-1', 'Of the host')",
                "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday)"
                        + " VALUES (DATE '2024-03-15', 4, 3, 1, 2024, false)",
                "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                        + " SELECT DATE '2024-03-15', s.id, min(p.id), 3, 4.99, 14.97 FROM store s, product p"
                        + " WHERE s.code = 'HOST-1' GROUP BY s.id",
                "CREATE TABLE host_notes (note varchar, store_id integer REFERENCES store (id))",
                "INSERT INTO host_notes SELECT 'kept', min(id) FROM store");

        OperationReport report = append("", "2024-03-20", null, false);

        assertThat(report.unmanagedRows()).isEqualTo(3);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("1 date of the calendar was there already"));
        assertThat(number(
                        "SELECT sum(quantity) FROM sales_daily JOIN store s ON s.id = store_id WHERE code = 'HOST-1'"))
                .isEqualTo(3);
        assertThat(number("SELECT count(*) FROM host_notes")).isEqualTo(1);
        assertThat(warehouse().status().fingerprint())
                .isEqualTo(WarehouseContract.computed(Plan.of(until(LocalDate.of(2024, 3, 20)))));

        change(
                "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday)"
                        + " VALUES (DATE '2024-03-21', 3, 3, 1, 2024, false)",
                "INSERT INTO inventory_snapshot_daily (date, store_id, product_id, on_hand_qty, on_order_qty, is_stockout)"
                        + " SELECT DATE '2024-03-21', s.id, p.id, 77, 0, false FROM store s, product p"
                        + " WHERE s.code <> 'HOST-1'");
        String before = everyRow();
        assertThatThrownBy(() -> append("", "2024-03-25", null, true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("inventory_snapshot_daily")
                .hasMessageContaining("2024-03-21");
        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void aFailureOnTheWayLeavesEverythingAsItWas() throws SQLException {
        fill(BORDER);
        String before = everyRow();
        for (String where : List.of("sales_daily", "inventory_snapshot_daily", "checking")) {
            Progress breaking = new Progress() {
                @Override
                public void begin(String step, @Nullable Long rows) {
                    if (step.equals(where)) {
                        throw new IllegalStateException("broken on purpose");
                    }
                }

                @Override
                public void advance(long rows) {}

                @Override
                public void end() {}
            };
            AppendRequest request = new AppendRequest(null, null, null, false);
            assertThatThrownBy(() -> warehouse().append(request, Shops.WORK, breaking))
                    .hasMessage("broken on purpose");
            assertThat(everyRow()).isEqualTo(before);
            assertSound();
        }
        assertThat(append("", "", null, false).outcome()).isEqualTo(Outcome.COMPLETED);
        assertSound();
    }

    @Test
    void withoutADatabaseThereIsNothingToAppendTo() {
        AppendRequest request = new AppendRequest(null, null, null, true);
        assertThatThrownBy(() -> warehouse().append(request, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no dataset of the Forge");
        assertThat(warehouse().status().exists()).isFalse();
    }

    @Test
    void aMarkedDatabaseIsOnlyLookedAt() throws SQLException {
        fill(BORDER);
        warehouse().protect();
        String before = everyRow();
        AppendRequest request = new AppendRequest(null, null, null, true);

        OperationReport planned = warehouse().includingUnmanaged().planAppend(request);

        assertThat(planned.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(planned.notes()).anyMatch(note -> note.contains("marked as production"));
        assertThatThrownBy(() -> warehouse().append(request, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("marked as production");
        assertThat(everyRow()).isEqualTo(before);
        warehouse().unprotect(warehouse().databaseName());
        assertThat(append("", "", null, false).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void afterADeletionThereIsNothingToGoOnFrom() throws SQLException {
        fill(BORDER);
        append("", "2024-03-20", null, false);
        AppendRequest request = new AppendRequest(null, null, null, true);

        delete(Deletion.Scope.FACTS);
        String before = everyRow();
        assertThatThrownBy(() -> warehouse().append(request, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("part of the dataset")
                .hasMessageContaining("has been deleted");
        assertThat(everyRow()).isEqualTo(before);
        assertSound();

        delete(Deletion.Scope.ALL);
        assertThatThrownBy(() -> warehouse().append(request, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no dataset of the Forge");
        assertThat(everyRow()).isEmpty();
    }

    private void delete(Deletion.Scope scope) {
        OperationReport report = warehouse().delete(new Deletion(scope, false, null), Shops.SILENT);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aNewDatasetReplacesAllOfAnExtendedOne() {
        fill(BORDER);
        append("", "", 3L, false);
        OperationReport replaced = fill(BORDER);
        assertThat(replaced.tables())
                .allSatisfy((table, change) -> assertThat(change.deleted()).isEqualTo(change.rowsBefore()));
        assertSound();
        assertThat(Map.copyOf(warehouse().status().managedRows()))
                .isEqualTo(Map.copyOf(warehouse().status().rows()));
    }
}
