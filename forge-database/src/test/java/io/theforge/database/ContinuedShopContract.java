package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every target promises when an append continues rows that somebody else made: stock, stockouts, promotions and season go on.
 *
 * <p>All seeds are fixed, so a test passes or fails once and for all. The odds that are given are those that a right program
 * has of failing with a new seed; {@code NORMAL_ERRORS} is what the normal law exceeds in 7 of 1,000,000 draws.
 */
public abstract class ContinuedShopContract extends SharedDatabase {
    private static final double NORMAL_ERRORS = 4.5;
    private static final int FEW_WEEKS = 32;
    private static final LocalDate LAST = WeeklyOrderedShop.LAST;
    private static final LocalDate NEXT = LAST.plusDays(1);

    /** Eight whole weeks. */
    private static final LocalDate END = LAST.plusDays(56);

    private static final String BEFORE = between(LAST.minusDays(55), LAST);
    private static final String AFTER = between(NEXT, END);

    /** Creates the seven tables as the application has them. */
    protected abstract void createTables(Connection host) throws SQLException;

    private void fill(int weeks, boolean christmas) throws SQLException {
        try (Connection host = host()) {
            createTables(host);
            WeeklyOrderedShop.fill(host, weeks, christmas);
        }
    }

    private OperationReport append(LocalDate end) {
        AppendRequest request = new AppendRequest(null, end, null, false);
        OperationReport planned = warehouse().planAppend(request);
        OperationReport report = warehouse().append(request, Shops.WORK, Shops.SILENT);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.checks()).allMatch(check -> check.status() == Check.Status.PASSED);
        report.tables()
                .forEach((table, change) -> assertThat(
                                planned.tables().get(table).inserted())
                        .as("planned of " + table)
                        .isEqualTo(change.inserted()));
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

    private static final String STOCK = """
            FROM (SELECT i.*, s.quantity, lag(on_hand_qty) OVER series AS hand_before,
                    on_hand_qty + on_order_qty + coalesce(s.quantity, 0) - lag(on_hand_qty + on_order_qty) OVER series
                        AS ordered,
                    on_hand_qty - lag(on_hand_qty) OVER series + coalesce(s.quantity, 0) AS received
                FROM inventory_snapshot_daily i
                LEFT JOIN sales_daily s USING (date, store_id, product_id)
                WINDOW series AS (PARTITION BY store_id, product_id ORDER BY date)) stock WHERE """;

    /**
     * A stockout's length is about geometric, so that n of them of mean length m vary by 2 n m^2. Three appends: two of four
     * weeks and, as what they add is days like those before, two of four more. Odds of failing: 2 figures of 7 in a million.
     */
    @Test
    void shelvesRunEmptyAsOftenAsBefore() throws SQLException {
        fill(FEW_WEEKS, false);
        for (int weeks = 4; weeks <= 16; weeks += 4) {
            append(LAST.plusDays(7L * weeks));
        }
        String began = "SELECT count(*) " + STOCK + " on_hand_qty = 0 AND hand_before > 0 AND ";
        String empty = "SELECT count(*) FROM inventory_snapshot_daily WHERE on_hand_qty = 0 AND ";
        double starts = figure(began + BEFORE);
        double days = figure(empty + BEFORE);
        assertThat(starts).isGreaterThan(15);
        for (String weeks : new String[] {AFTER, between(END.plusDays(1), END.plusDays(56))}) {
            double now = figure(began + weeks);
            assertThat(Math.abs(now - starts))
                    .as(now + " after " + starts)
                    .isLessThan(NORMAL_ERRORS * Math.sqrt(now + starts));
            double nowDays = figure(empty + weeks);
            double length = Math.max(days / starts, nowDays / Math.max(1, now));
            assertThat(Math.abs(nowDays - days))
                    .as(nowDays + " days after " + days)
                    .isLessThan(NORMAL_ERRORS * length * Math.sqrt(2 * (now + starts)));
        }
        assertThat(figure("SELECT count(*) FROM inventory_snapshot_daily WHERE is_stockout <> (on_hand_qty = 0)"))
                .isZero();
    }

    /** Means of 60 pairs, each with its own difference. Odds of failing: 2 figures of 7 in a million. */
    @Test
    void stockStaysAtItsDaysOfDemandAndOrdersAndReceiptsAreWholeCases() throws SQLException {
        fill(FEW_WEEKS, false);
        append(END);

        for (String measure : new String[] {"on_hand_qty", "on_order_qty"}) {
            double errors = figure("""
                    SELECT abs(avg(after - before)) / (stddev_samp(after - before) / sqrt(count(*))) FROM (
                        SELECT CAST(sum(CASE WHEN %1$s THEN %3$s END) AS double precision)
                                / sum(CASE WHEN %1$s THEN quantity END) AS before,
                            CAST(sum(CASE WHEN %2$s THEN %3$s END) AS double precision)
                                / sum(CASE WHEN %2$s THEN quantity END) AS after
                        FROM inventory_snapshot_daily JOIN sales_daily USING (date, store_id, product_id)
                        GROUP BY store_id, product_id) pairs""".formatted(BEFORE, AFTER, measure));
            assertThat(errors).as(measure).isLessThan(NORMAL_ERRORS);
        }
        assertThat(figure("SELECT count(*) " + STOCK + " ordered > 0 AND " + AFTER))
                .isGreaterThan(300);
        for (int store = 0; store < WeeklyOrderedShop.STORES; store++) {
            assertThat(figure("SELECT count(*) " + STOCK + " ordered > 0 AND store_id = " + (3 + 2 * store)
                            + " AND extract(isodow FROM date) <> " + (store % 5 + 1) + " AND " + AFTER))
                    .isZero();
        }
        for (int product = 0; product < WeeklyOrderedShop.PRODUCTS; product++) {
            assertThat(figure("SELECT count(*) " + STOCK + " ordered % " + WeeklyOrderedShop.CASES[product % 3]
                            + " <> 0 AND product_id = " + (100 + product) + " AND " + AFTER))
                    .isZero();
        }
        assertThat(figure("SELECT count(*) " + STOCK + " received > 0 AND " + AFTER))
                .isGreaterThan(300);
        for (int product = 0; product < WeeklyOrderedShop.PRODUCTS; product++) {
            String broken = " % " + WeeklyOrderedShop.CASES[product % 3] + " <> 0";
            assertThat(figure("SELECT count(*) " + STOCK + " (received < 0 OR received" + broken + " OR on_order_qty"
                            + broken + ") AND product_id = " + (100 + product) + " AND " + AFTER))
                    .as("broken cases of product " + product)
                    .isZero();
        }
    }

    /** Odds of failing: 3 figures of 7 in a million, 1 in 47,000. */
    @Test
    void promotionsGoOnAsOftenAsDeepAndWithTheLiftTheyHad() throws SQLException {
        fill(FEW_WEEKS, false);
        OperationReport report = append(END);
        assertThat(report.notes())
                .anyMatch(note -> note.contains("promotions as in the last 26 weeks"))
                .anyMatch(note -> note.startsWith("no season"));

        String half = "start_date BETWEEN DATE '" + LAST.minusDays(181) + "' AND DATE '" + LAST + "'";
        String ours = "start_date > DATE '" + LAST + "'";
        String events = "SELECT count(*) FROM (SELECT DISTINCT product_id, start_date FROM promotion WHERE %s) events";
        double expected = figure(events.formatted(half)) * 8 / 26;
        double made = figure(events.formatted(ours));
        assertThat(Math.abs(made - expected))
                .as(made + " of " + expected)
                .isLessThan(NORMAL_ERRORS * Math.sqrt(expected));
        String depth = "SELECT avg(discount_pct) FROM promotion WHERE ";
        double spread = figure("SELECT stddev_samp(discount_pct) FROM promotion WHERE " + half);
        assertThat(Math.abs(figure(depth + ours) - figure(depth + half)))
                .isLessThan(NORMAL_ERRORS * spread / Math.sqrt(made));
        assertThat(figure("SELECT count(*) FROM promotion WHERE name NOT LIKE '%% off' AND " + ours))
                .isZero();

        String promoted = " FROM sales_daily s JOIN promotion m ON m.product_id = s.product_id"
                + " AND (m.store_id IS NULL OR m.store_id = s.store_id) AND s.date BETWEEN m.start_date AND m.end_date WHERE ";
        assertThat(figure("SELECT count(*)" + promoted + AFTER + " AND unit_price <> 10 * (1 - discount_pct)"))
                .isZero();
        String cheaper = " AND unit_price < 10";
        assertThat(figure("SELECT count(*) FROM sales_daily WHERE" + AFTER + cheaper))
                .isEqualTo(figure("SELECT count(*)" + promoted + AFTER))
                .isPositive();
        String all = between(LAST.minusDays(181), LAST);
        double before = elasticity(all);
        double after = elasticity(AFTER);
        double errors = Math.hypot(errorOfElasticity(all), errorOfElasticity(AFTER));
        assertThat(Math.abs(after - before)).as(after + " after " + before).isLessThan(NORMAL_ERRORS * errors);
    }

    /** With the same elasticity for all, the logarithm of sales over the pair's own grows by 2.2 times that of 1 / (1 - depth). */
    private static final String ELASTICITIES = """
            FROM (SELECT ln(sold / usual) / -ln(1 - off) AS e FROM (
                SELECT avg(CASE WHEN unit_price < 10 THEN quantity END) AS sold,
                    avg(CASE WHEN unit_price = 10 THEN quantity END) AS usual,
                    avg(CASE WHEN unit_price < 10 THEN 1 - unit_price / 10 END) AS off
                FROM sales_daily WHERE %s GROUP BY store_id, product_id) means WHERE sold > 0) pairs""";

    private double elasticity(String days) throws SQLException {
        return figure("SELECT avg(e) " + ELASTICITIES.formatted(days));
    }

    private double errorOfElasticity(String days) throws SQLException {
        return figure("SELECT stddev_samp(e) / sqrt(count(*)) " + ELASTICITIES.formatted(days));
    }

    /** Two in three promoted days end with an empty shelf and a quarter of the sales, all but the last weeks. Odds of failing: 7 in a million. */
    @Test
    void whatPromotionsDoToSalesIsFoundThoughTheShelvesRunEmptyOnThem() throws SQLException {
        fill(FEW_WEEKS, false);
        String all = between(LAST.minusDays(181), LAST);
        double before = elasticity(all);
        double errors = errorOfElasticity(all);
        String soldOut = " WHERE extract(day FROM %1$s.date) %% 3 > 0 AND %1$s.date < DATE '" + LAST.minusDays(55)
                + "' AND EXISTS (SELECT 1 FROM promotion m WHERE m.product_id = %1$s.product_id"
                + " AND (m.store_id IS NULL OR m.store_id = %1$s.store_id) AND %1$s.date BETWEEN m.start_date AND m.end_date)";
        change("UPDATE inventory_snapshot_daily SET on_hand_qty = 0, is_stockout = true"
                + soldOut.formatted("inventory_snapshot_daily"));
        change(
                "UPDATE sales_daily SET quantity = CAST(floor(quantity / 4.0) AS integer), total_amount = floor(quantity / 4.0) * unit_price"
                        + soldOut.formatted("sales_daily"));
        double soldLess = elasticity(all);
        append(END);

        double after = elasticity(AFTER);
        errors = Math.hypot(errors, errorOfElasticity(AFTER));
        assertThat(before - soldLess).isGreaterThan(2 * NORMAL_ERRORS * errors);
        assertThat(Math.abs(after - before)).as(after + " after " + before).isLessThan(NORMAL_ERRORS * errors);
    }

    /** Odds of failing: 10 figures of 7 in a million, 1 in 14,000. */
    @Test
    void theSeasonOfTheYearBeforeComesBack() throws SQLException {
        fill(58, true);
        OperationReport report = append(LocalDate.of(2024, 12, 31));
        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("season taken from the same dates of the year before"))
                .anyMatch(note -> note.startsWith("no promotions"));

        for (int category = 0; category < 2; category++) {
            String only = " AND product_id % 2 = " + category;
            for (int week = 0; week < 5; week++) {
                LocalDate first = NEXT.plusDays(7L * week);
                double now = units(first, only) / units(LAST.minusDays(27), 28, only);
                double then = units(first.minusYears(1), only)
                        / units(LAST.minusDays(27).minusYears(1), 28, only);
                // a week's units vary by what 30 pairs' days do: Poisson counts with a factor of standard deviation
                // 0.25
                double error = Math.sqrt(2 * 1.25 * relativeVariance(only));
                assertThat(Math.abs(now / then - 1))
                        .as("category " + category + ", week " + week + ": " + now + " after " + then)
                        .isLessThan(NORMAL_ERRORS * error);
            }
        }
        assertThat(figure("SELECT count(*) FROM sales_daily WHERE date = DATE '2024-12-25'"))
                .isZero();
    }

    private double units(LocalDate first, String only) throws SQLException {
        return units(first, 7, only);
    }

    private double units(LocalDate first, int days, String only) throws SQLException {
        return figure("SELECT sum(quantity) FROM sales_daily WHERE" + between(first, first.plusDays(days - 1L)) + only);
    }

    private double relativeVariance(String only) throws SQLException {
        return figure("""
                SELECT sum(v) / power(sum(m), 2) FROM (SELECT var_samp(quantity) AS v, avg(quantity) AS m FROM sales_daily
                WHERE %s %s GROUP BY store_id, product_id, extract(isodow FROM date)) cells""".formatted(BEFORE, only));
    }

    @Test
    void plannedPromotionsStandAndDeleteTakesOutExactlyWhatWasMade() throws SQLException {
        fill(FEW_WEEKS, false);
        change(
                "INSERT INTO promotion (product_id, name, discount_amount, start_date, end_date) VALUES (101, 'Planned', 1.50, DATE '"
                        + NEXT.plusDays(2) + "', DATE '" + NEXT.plusDays(8) + "')");
        String all = "SELECT count(*) FROM promotion";
        double planned = figure(all);
        OperationReport report = append(END);
        assertThat(report.notes())
                .anyMatch(note ->
                        note.endsWith("weeks, counted from " + NEXT + ", in which planned ones begin get no others"))
                .anyMatch(note -> note.endsWith("stockouts are placed without regard to promotions"));
        long made = report.tables().get(Table.PROMOTION).inserted();
        assertThat(figure(all)).isEqualTo(planned + made);
        assertThat(figure(all + " WHERE name <> 'Planned' AND start_date" + " BETWEEN DATE '" + NEXT + "' AND DATE '"
                        + NEXT.plusDays(6) + "'"))
                .isZero();
        assertThat(figure("SELECT count(*) FROM sales_daily WHERE unit_price = 8.50 AND product_id = 101"))
                .isEqualTo(7 * WeeklyOrderedShop.STORES);
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .filteredOn(check -> !check.name().equals("database.sequences"))
                .isEmpty();

        warehouse().delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT);
        assertThat(figure(all)).isEqualTo(planned);
        assertThat(append(END).fingerprint()).isEqualTo(report.fingerprint());
        assertThat(failed()).isEmpty();
    }

    @Test
    void aPairThatWasOnPromotionForWeeksGoesBackToItsRegularPrice() throws SQLException {
        fill(FEW_WEEKS, false);
        change("DELETE FROM promotion WHERE product_id IN (101, 102)");
        change("UPDATE sales_daily SET unit_price = 10, total_amount = quantity * 10 WHERE product_id IN (101, 102)");
        promote(101, LAST.minusDays(34), NEXT.plusDays(6));
        promote(102, LAST.minusDays(200), LAST);

        assertThat(append(END).notes())
                .anyMatch(note -> note.contains("10 store-product pairs were on promotion on every day with sales")
                        && note.contains("; 5 of them have none since "));

        String ours = "SELECT count(*) FROM sales_daily WHERE" + AFTER + "AND product_id = 101 AND ";
        LocalDate lastPromoted = NEXT.plusDays(6);
        assertThat(figure(ours + "date <= DATE '" + lastPromoted + "' AND unit_price = 7"))
                .isEqualTo(7 * WeeklyOrderedShop.STORES);
        assertThat(
                        figure(
                                ours + "date > DATE '" + lastPromoted + "' AND unit_price <> 10"
                                        + " AND NOT EXISTS (SELECT 1 FROM promotion m WHERE m.product_id = 101 AND date BETWEEN start_date AND end_date)"))
                .isZero();
        assertThat(figure(ours + "date > DATE '" + lastPromoted + "' AND unit_price = 10"))
                .isPositive();
    }

    /** Puts a product on promotion in all stores, at 7 instead of 10. */
    private void promote(int product, LocalDate start, LocalDate end) throws SQLException {
        change("INSERT INTO promotion (product_id, name, discount_pct, start_date, end_date) VALUES (" + product
                + ", 'Long', 0.3, DATE '" + start + "', DATE '" + end + "')");
        change("UPDATE sales_daily SET unit_price = 7, total_amount = quantity * 7 WHERE product_id = " + product
                + " AND" + between(start, end));
    }

    /** What somebody does to the promotions that were made. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE promotion SET discount_pct = discount_pct + 0.01 WHERE id = %s",
                "DELETE FROM promotion WHERE id = %s"
            })
    void aPromotionOfOursThatWasChangedIsFoundOut(String change) throws SQLException {
        fill(FEW_WEEKS, false);
        long others = (long) figure("SELECT max(id) FROM promotion");
        append(LAST.plusDays(28));
        OperationReport second = append(END);
        assertThat(second.checks()).extracting(Check::name).contains("load.promotion");
        assertThat(failed()).isEmpty();

        change(change.formatted(others + 1));

        assertThat(failed()).contains("promotion.fingerprint", "database.fingerprint");
    }

    private List<String> failed() {
        return warehouse().verify(Shops.SILENT).checks().stream()
                .filter(check -> check.status() == Check.Status.FAILED)
                .map(Check::name)
                .toList();
    }
}
