package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every target promises when an append continues rows that somebody else made: the days after are like those before.
 *
 * <p>All seeds are fixed, so a test passes or fails once and for all. The odds that are given are those that a right program
 * has of failing with a new seed; {@code NORMAL_ERRORS} is what the normal law exceeds in 7 of 1,000,000 draws.
 */
public abstract class EstimatedAppendContract extends SharedDatabase {
    private static final double NORMAL_ERRORS = 4.5;
    private static final LocalDate NEXT = HandMadeShop.LAST.plusDays(1);

    /** Four whole weeks. */
    private static final LocalDate END = HandMadeShop.LAST.plusDays(28);

    /** Creates the seven tables as the application has them. */
    protected abstract void createTables(Connection host) throws SQLException;

    private void fill() throws SQLException {
        try (Connection host = host()) {
            createTables(host);
            HandMadeShop.fill(host);
        }
    }

    private OperationReport append(@Nullable LocalDate start, @Nullable LocalDate end, @Nullable Long seed) {
        AppendRequest request = new AppendRequest(start, end, seed, false);
        OperationReport planned = warehouse().planAppend(request);
        OperationReport report = warehouse().append(request, Shops.WORK, Shops.SILENT);
        planned.tables().forEach((table, change) -> {
            OperationReport.TableChange done = report.tables().get(table);
            assertThat(done).isNotNull();
            assertThat(List.of(change.rowsBefore(), change.rowsAfter(), change.inserted()))
                    .as("planned and done: " + table)
                    .isEqualTo(List.of(done.rowsBefore(), done.rowsAfter(), done.inserted()));
        });
        assertThat(report.checks()).allMatch(check -> check.status() == Check.Status.PASSED);
        return report;
    }

    private double figure(String sql) throws SQLException {
        try (Connection host = host()) {
            return Sql.on(host).list(row -> row.getDouble(1), sql).get(0);
        }
    }

    private static String between(LocalDate first, LocalDate last) {
        return " date BETWEEN DATE '" + first + "' AND DATE '" + last + "' ";
    }

    private double units(LocalDate first, LocalDate last, String more) throws SQLException {
        return figure("SELECT coalesce(sum(quantity), 0) FROM sales_daily WHERE" + between(first, last) + more);
    }

    /** Sampling variance of one week's units: that of each pair on each weekday, from the eight weeks up to this day. */
    private double varianceOfWeek(LocalDate last, String more) throws SQLException {
        return figure("""
                SELECT sum(v) FROM (SELECT var_samp(quantity) AS v FROM sales_daily WHERE %s %s
                GROUP BY store_id, product_id, extract(isodow FROM date)) cells""".formatted(between(last.minusDays(55), last), more));
    }

    private void assertSound() {
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .hasSizeGreaterThan(20)
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .filteredOn(check -> !check.name().equals("database.sequences")) // the host's own two are behind
                .isEmpty();
    }

    /** All rows with these ids, timestamps included, as text. */
    private List<String> rows(String condition) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection host = host()) {
            for (Table table : Table.SEVEN) {
                if (table == Table.CALENDAR && !condition.isEmpty()) {
                    continue;
                }
                Sql.on(host)
                        .each(
                                row -> {
                                    StringBuilder line = new StringBuilder(table.sqlName());
                                    for (int i = 1; i <= table.columns().size() + 2; i++) {
                                        line.append(' ').append(row.getString(i));
                                    }
                                    rows.add(line.toString());
                                },
                                "SELECT " + String.join(", ", table.columns()) + ", created_at, updated_at FROM "
                                        + table.sqlName() + condition + " ORDER BY 1");
            }
        }
        return rows;
    }

    /** Odds of failing: 5 figures of 7 in a million, 1 in 28,000. */
    @Test
    void weeklyTotalsAreThoseOfTheWeeksBeforeAndThereIsNoJumpAtTheBorder() throws SQLException {
        fill();
        OperationReport report = append(null, END, null);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.seed()).isEqualTo(42);
        assertThat(report.notes())
                .anyMatch(note -> note.contains("2024-04-29 to 2024-06-23")
                        && note.contains(
                                "since 2024-05-27, for 49 store-product pairs, 1 left out that no longer sell"));

        double before = units(HandMadeShop.LAST.minusDays(27), HandMadeShop.LAST, "") / 4;
        double variance = varianceOfWeek(HandMadeShop.LAST, "AND date <> DATE '" + HandMadeShop.HOLIDAY + "'");
        for (int week = 0; week < 4; week++) {
            double after = units(NEXT.plusDays(7L * week), NEXT.plusDays(7L * week + 6), "");
            assertThat(Math.abs(after - before))
                    .as("week " + week + ": " + after + " after " + before)
                    .isLessThan(NORMAL_ERRORS * Math.sqrt(variance * 1.25));
        }
        double lastWeek = units(HandMadeShop.LAST.minusDays(6), HandMadeShop.LAST, "");
        assertThat(Math.abs(units(NEXT, NEXT.plusDays(6), "") - lastWeek))
                .isLessThan(NORMAL_ERRORS * Math.sqrt(variance * 2));
        assertSound();
    }

    /** Odds of failing: 7 + 2 figures of 7 in a million, 1 in 16,000. */
    @Test
    void theWeekHasItsProfileTheZerosTheirShareAndTheSlowMoverItsDays() throws SQLException {
        fill();
        append(null, END, null);

        for (int weekday = 1; weekday <= 7; weekday++) {
            String only = " AND extract(isodow FROM date) = " + weekday;
            double after = units(NEXT, END, only) / 4;
            double before = units(HandMadeShop.LAST.minusDays(27), HandMadeShop.LAST, only) / 4;
            double variance = varianceOfWeek(HandMadeShop.LAST, only);
            assertThat(Math.abs(after - before))
                    .as("weekday " + weekday + ": " + after + " after " + before)
                    .isLessThan(NORMAL_ERRORS * Math.sqrt(variance * 2 / 4));
        }
        String zero = "SELECT avg(CASE WHEN quantity = 0 THEN 1.0 ELSE 0 END) FROM sales_daily WHERE product_id = "
                + HandMadeShop.OFTEN_ZERO + " AND";
        double zeros = figure(zero + between(HandMadeShop.LAST.minusDays(55), HandMadeShop.LAST));
        assertThat(zeros).isBetween(0.3, 0.6);
        assertThat(Math.abs(figure(zero + between(NEXT, END)) - zeros))
                .isLessThan(NORMAL_ERRORS * Math.sqrt(zeros * (1 - zeros) * (1 / 136.0 + 1 / 136.0)));
        String slow = "SELECT count(*) FROM sales_daily WHERE product_id = " + HandMadeShop.SLOW_MOVER + " AND";
        double days = figure(slow + between(HandMadeShop.LAST.minusDays(55), HandMadeShop.LAST)) / 2;
        assertThat(Math.abs(figure(slow + between(NEXT, END)) - days)).isLessThan(NORMAL_ERRORS * Math.sqrt(days * 2));
        assertThat(figure(slow + " quantity = 0")).isZero();
    }

    @Test
    void pricesGoOnClosedDaysStayClosedAndWhatHasEndedStaysEnded() throws SQLException {
        fill();
        append(null, null, null);

        String rows = "SELECT count(*) FROM sales_daily WHERE date > DATE '" + HandMadeShop.LAST + "' ";
        assertThat(figure("SELECT max(date) - DATE '" + HandMadeShop.LAST + "' FROM sales_daily"))
                .isEqualTo(30); // to 2024-07-23
        for (int store : HandMadeShop.STORES) {
            for (int product : HandMadeShop.PRODUCTS) {
                String pair = rows + "AND store_id = " + store + " AND product_id = " + product;
                assertThat(figure(pair + " AND unit_price * 100 <> " + HandMadeShop.priceCents(store, product)))
                        .isZero();
                if (product != HandMadeShop.SLOW_MOVER) {
                    boolean ended = store == HandMadeShop.ENDED_STORE && product == HandMadeShop.ENDED_PRODUCT;
                    int open = store == HandMadeShop.CLOSED_ON_SUNDAYS ? 26 : 30;
                    assertThat(figure(pair)).isEqualTo(ended ? 0 : open);
                }
            }
        }
        assertThat(figure(rows + "AND total_amount <> quantity * unit_price")).isZero();
        assertThat(figure(rows + "AND extract(isodow FROM date) = 7 AND store_id = " + HandMadeShop.CLOSED_ON_SUNDAYS))
                .isZero();
        assertThat(figure("SELECT count(*) FROM calendar WHERE" + between(NEXT, NEXT.plusDays(29))))
                .isEqualTo(30);
        assertThat(figure("SELECT count(*) FROM theforge.calendar_day")).isEqualTo(27);
    }

    /**
     * Means of 19 pairs over 28 days against the 28 days before. Odds of failing about 1 in 1,000: over 20 seeds on hand came
     * to 1.01 to 1.11 of before, on order to 0.95 to 1.02, and 3 to 10 per cent of days ended with nothing, before 11.
     */
    @Test
    void inventoryGoesOnFromTheLastSnapshots() throws SQLException {
        fill();
        append(null, END, null);

        String stocked = " FROM inventory_snapshot_daily WHERE";
        assertThat(figure("SELECT count(*)" + stocked + between(NEXT, END))).isEqualTo(19 * 28);
        assertThat(figure("""
                SELECT count(*) FROM inventory_snapshot_daily a
                JOIN inventory_snapshot_daily b
                    ON b.date = a.date - 1 AND b.store_id = a.store_id AND b.product_id = a.product_id
                LEFT JOIN sales_daily s
                    ON s.date = a.date AND s.store_id = a.store_id AND s.product_id = a.product_id
                WHERE a.on_hand_qty + coalesce(s.quantity, 0) BETWEEN b.on_hand_qty AND b.on_hand_qty + b.on_order_qty
                AND a.on_hand_qty + coalesce(s.quantity, 0) + a.on_order_qty >= b.on_hand_qty + b.on_order_qty
                AND a.is_stockout = (a.on_hand_qty = 0) AND""" + between(NEXT, END).replace(" date", " a.date"))).isEqualTo(19 * 28);
        for (String measure : List.of("on_hand_qty", "on_order_qty")) {
            double before = figure("SELECT avg(" + measure + ")" + stocked
                    + between(HandMadeShop.LAST.minusDays(27), HandMadeShop.LAST));
            double after = figure("SELECT avg(" + measure + ")" + stocked + between(NEXT, END));
            assertThat(after / before)
                    .as(measure + ": " + after + " after " + before)
                    .isBetween(0.8, 1.25);
        }
        double stockouts = figure("SELECT avg(CASE WHEN is_stockout THEN 1.0 ELSE 0 END)" + stocked
                + between(HandMadeShop.LAST.minusDays(27), HandMadeShop.LAST));
        double now = figure("SELECT avg(CASE WHEN is_stockout THEN 1.0 ELSE 0 END)" + stocked + between(NEXT, END));
        assertThat(now).as(now + " after " + stockouts).isBetween(0.01, stockouts + 0.05);
    }

    @Test
    void twiceChangesNothingAndTheNextAppendGoesOnFromIt() throws SQLException {
        fill();
        OperationReport first = append(null, END, 7L);
        List<String> rows = rows("");
        for (LocalDate start : List.of(NEXT, NEXT.plusDays(3))) {
            OperationReport again = append(start, END, null);
            assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
        }
        assertThat(rows("")).isEqualTo(rows);

        OperationReport more = append(END.minusDays(2), END.plusDays(30), null);
        assertThat(more.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(more.seed()).isEqualTo(7);
        assertThat(more.tables().get(Table.SALES_DAILY).rowsBefore())
                .isEqualTo(first.tables().get(Table.SALES_DAILY).rowsAfter());
        assertThat(rows("").containsAll(rows)).isTrue();
        assertThat(warehouse().status().fingerprint()).isEqualTo(more.fingerprint());
        assertSound();
    }

    @Test
    void rowsOfTheHostStayAsTheyAreAndDeleteTakesExactlyOurs() throws SQLException {
        fill();
        List<String> host = rows("");
        List<String> ofHost = rows(" WHERE id <= 1000000");
        OperationReport report = append(null, END, null);
        assertThat(report.unmanagedRows()).isEqualTo(host.size());
        assertThat(rows("").containsAll(host)).isTrue();

        DatabaseStatus status = warehouse().status();
        assertThat(status.managedRows().get(Table.STORE)).isZero();
        assertThat(status.managedRows().get(Table.SALES_DAILY))
                .isEqualTo(report.tables().get(Table.SALES_DAILY).inserted());
        assertThat(status.runs().get(0).configuration())
                .contains(
                        "# Run 1 appended 2024-06-24 to 2024-07-21",
                        "--start-date 2024-06-24 --end-date 2024-07-21 --seed 42");

        List<String> made = rows("");
        Deletion all = new Deletion(Deletion.Scope.ALL, false, null);
        OperationReport planned = warehouse().planDelete(all);
        OperationReport deleted = warehouse().delete(all, Shops.SILENT);
        assertThat(deleted.outcome()).isEqualTo(Outcome.COMPLETED);
        report.tables().forEach((table, change) -> {
            assertThat(deleted.tables().get(table).deleted()).isEqualTo(change.inserted());
            assertThat(planned.tables().get(table).deleted()).isEqualTo(change.inserted());
        });
        assertThat(rows("")).isEqualTo(host);
        assertThat(rows(" WHERE id <= 1000000")).isEqualTo(ofHost);

        OperationReport again = append(null, END, null);
        assertThat(again.fingerprint()).isEqualTo(report.fingerprint());
        assertThat(rows("")).hasSameSizeAs(made);
        assertSound();
    }

    @Test
    void verifyTellsWhenARowOfOursHasChanged() throws SQLException {
        fill();
        append(null, END, null);
        change(
                "UPDATE sales_daily SET quantity = quantity + 1, total_amount = (quantity + 1) * unit_price WHERE date = DATE '"
                        + END + "' AND store_id = " + HandMadeShop.STORES[2]);

        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .extracting(Check::name)
                .containsExactly("sales_daily.fingerprint", "database.fingerprint");
    }

    @Test
    void aDatasetOfOursBesideItReplacesOnlyOursAndThenGoesOnItself() throws SQLException {
        fill();
        List<String> host = rows("");
        append(null, END, null);
        OperationReport replaced = warehouse().fullNew(Shops.plan(1, 2, 3, 31), Shops.WORK, Shops.SILENT);
        assertThat(replaced.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(replaced.tables().get(Table.SALES_DAILY).deleted()).isGreaterThan(1000);
        assertThat(rows("").containsAll(host)).isTrue();

        OperationReport more = append(null, null, null);
        assertThat(more.tables().get(Table.SALES_DAILY).inserted()).isEqualTo(6 * 29);
        assertThat(more.notes()).noneMatch(note -> note.contains("estimated"));
    }

    @Test
    void daysThatCannotBeMeantAreExplained() throws SQLException {
        fill();
        LocalDate last = HandMadeShop.LAST;
        assertThatThrownBy(() -> append(NEXT.plusDays(1), END, null))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.getMessage() + e.remedy()).contains("hole", "--start-date 2024-06-24"));
        assertThatThrownBy(() -> append(HandMadeShop.FIRST.minusDays(1), END, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("before the first day with sales, 2024-02-05");
        assertThatThrownBy(() -> append(last, END, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2024-06-23 is there already, with sales that the Forge did not make");
        assertThatThrownBy(() -> append(null, last.plusYears(11), null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("10 years");
        append(null, END, 7L);
        assertThatThrownBy(() -> append(NEXT, END, 8L))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("made with seed 7, and not with 8");
        change("INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday) VALUES (DATE '"
                + END.plusDays(9) + "', 1, 7, 3, 2024, false)");
        change(
                "INSERT INTO inventory_snapshot_daily (id, date, store_id, product_id, on_hand_qty, on_order_qty, is_stockout)"
                        + " VALUES (999999, DATE '" + END.plusDays(9) + "', 7, 10, 1, 0, false)");
        assertThatThrownBy(() -> append(null, null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("inventory_snapshot_daily holds a snapshot that the Forge did not make");
    }

    @Test
    void withoutSalesThereIsNothingToGoOnFrom() throws SQLException {
        fill();
        change("DELETE FROM sales_daily");
        assertThatThrownBy(() -> append(null, null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nothing has been sold yet");
    }

    /** A shop of ours whose records are gone, of which the truth is known. Odds of failing: 4 figures, 1 in 36,000. */
    @Test
    void aShopWithoutRecordsGoesOnAtItsLevel() throws SQLException {
        String steady = """
                dimensions: {stores: {count: 8}, products: {count: 25}}
                date_range: {start: "2024-01-01", end: "2024-06-30"}
                time_series: {base_demand: 6, trend: none, noise_sigma: 0.3, anomaly_probability: 0,
                  monthly_seasonality: {}}
                retail: {promotion_probability: 0, price_change_probability: 0, stockout_probability: 0.05}
                holidays: []
                seed: 5
                """;
        Plan plan = Plan.of(ConfigReader.parse(steady, "test").resolve(Overrides.NONE));
        warehouse().fullNew(plan, Shops.WORK, Shops.SILENT);
        for (String schema : warehouse().status().runs().isEmpty() ? List.<String>of() : ownSchemas()) {
            change("DROP SCHEMA " + schema + " CASCADE");
        }
        LocalDate last = LocalDate.of(2024, 6, 30);
        append(null, last.plusDays(28), 3L);

        double before = units(last.minusDays(27), last, "") / 4;
        double variance = varianceOfWeek(last, "");
        for (int week = 0; week < 4; week++) {
            double after = units(last.plusDays(7L * week + 1), last.plusDays(7L * week + 7), "");
            assertThat(Math.abs(after - before))
                    .as("week " + week + ": " + after + " after " + before + ", variance " + variance)
                    .isLessThan(NORMAL_ERRORS * Math.sqrt(variance * 1.25));
        }
        assertSound();
    }

    private List<String> ownSchemas() throws SQLException {
        try (Connection host = host()) {
            return Sql.on(host)
                    .texts(
                            "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '%theforge' ORDER BY 1");
        }
    }
}
