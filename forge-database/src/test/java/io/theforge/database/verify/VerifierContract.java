package io.theforge.database.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.Check;
import io.theforge.database.report.Verification;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on both targets: a clean dataset passes, and each kind of corrupted row is found by the check for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VerifierContract {
    private final BareDataset dataset = new BareDataset("""
            dimensions: {stores: {count: 6}, products: {count: 12}}
            date_range: {start: "2024-01-01", end: "2024-12-31"}
            retail: {promotion_probability: 0.3, price_change_probability: 0.3, stockout_probability: 0.05}
            sparsity: {missing_combinations_pct: 0.1, missing_days_pct: 0.01, random_gaps_per_series: 1}
            data_gaps: [{start: "2024-03-04", end: "2024-03-05"}]
            holidays: [{date: "2024-11-29", name: "Black Friday", multiplier: 3.0}]
            """);

    private Connection connection;

    /** An empty database. */
    abstract Connection open() throws Exception;

    abstract boolean postgres();

    @BeforeAll
    void load(@TempDir Path folder) throws Exception {
        connection = open();
        dataset.load(connection, postgres(), folder);
        connection.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    private Verification verify() throws SQLException {
        return Verifier.run(Sql.on(connection), dataset.plan(), dataset.recorded(), Shops.SILENT);
    }

    @Test
    void aCleanDatasetPassesEveryCheck() throws Exception {
        Verification verification = verify();

        assertThat(verification.checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();
    }

    @Test
    void rowsMissingOnPurposeAreToldFromThoseThatShouldBeThere() throws Exception {
        Check clean = gaps(verify());
        Map<String, Long> causes = clean.counts();
        long missing = 6 * 12 * 366 - dataset.rows(Table.SALES_DAILY);

        assertThat(causes)
                .containsEntry("missing_combinations", 7L * 366)
                .containsEntry("data_gaps", 2L * 65)
                .containsEntry("without_cause", 0L)
                .containsEntry("not_planned", 0L);
        assertThat(causes.get("random_gaps")).isPositive();
        assertThat(causes.get("missing_days")).isPositive();
        assertThat(causes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(missing);
        assertThat(clean.figure())
                .startsWith("0 rows missing, " + missing
                        + " left out on purpose (2562 missing_combinations, 130 data_gaps, ");

        String gone =
                "DELETE FROM sales_daily WHERE date IN (DATE '2024-05-02', DATE '2024-05-01') AND product_id > 106";
        List<String> rows = list("SELECT 'date=' || s.date || ' store=' || st.code || ' sku=' || p.sku || ' is missing'"
                + " FROM sales_daily s JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id"
                + gone.substring("DELETE FROM sales_daily".length()) + " ORDER BY s.date, st.code, p.sku");
        Check check = gaps(after(dataset.recorded(), gone));

        assertThat(check.status()).isEqualTo(Check.Status.FAILED);
        assertThat(check.counts())
                .containsEntry("without_cause", (long) rows.size())
                .containsEntry("data_gaps", 130L);
        assertThat(check.message()).startsWith(rows.size() + " should be there");
        assertThat(check.examples()).isEqualTo(rows.subList(0, 5));
    }

    @Test
    void aRowInAGapIsNotPlanned() throws Exception {
        Check check = gaps(after(
                dataset.recorded(), "UPDATE sales_daily SET date = DATE '2024-03-04' WHERE date = DATE '2024-03-06'"));

        assertThat(check.status()).isEqualTo(Check.Status.FAILED);
        assertThat(check.counts().get("not_planned"))
                .isPositive()
                .isEqualTo(check.counts().get("without_cause"));
        assertThat(check.message()).contains("are there that the configuration leaves out");
    }

    @Test
    void ofAnEmptyTableEveryPlannedRowIsMissing() throws Exception {
        Check check = gaps(after(dataset.recorded(), "DELETE FROM sales_daily"));

        assertThat(check.counts()).containsEntry("without_cause", dataset.rows(Table.SALES_DAILY));
    }

    private static Check gaps(Verification verification) {
        return verification.checks().stream()
                .filter(check -> check.name().equals("sales_daily.gaps"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> list(String query) throws SQLException {
        return Sql.on(connection).list(row -> row.getString(1), query);
    }

    @Test
    void checksHaveDistinctNames() throws Exception {
        assertThat(verify().checks()).extracting(Check::name).doesNotHaveDuplicates();
    }

    @Test
    void withoutARecordedRunOnlyTheLawsOfTheSchemaAreAsked() throws Exception {
        Verification verification = Verifier.run(Sql.on(connection), null, RecordedDataset.NONE, Shops.SILENT);

        assertThat(verification.passed()).isTrue();
        assertThat(verification.checks())
                .filteredOn(check -> check.status() == Check.Status.WARNING)
                .extracting(Check::name)
                .containsExactly("database.dataset_recorded");
    }

    @Test
    void rowsThatAreNotOursAreNotJudgedByThePlan() throws Exception {
        Verification verification = after(dataset.recorded(), """
                INSERT INTO store (id, code, name) VALUES (3, 'HOST', 'A shop of the host');
                INSERT INTO product (id, sku, name, base_price, base_cost) VALUES (4, 'HOST', 'Theirs', 1.00, 2.00);
                INSERT INTO price_history (id, product_id, price, valid_from, valid_to)
                    VALUES (5, 4, 1.00, DATE '2024-02-01', DATE '2024-02-02');
                INSERT INTO sales_daily (id, date, store_id, product_id, quantity, unit_price, total_amount)
                    VALUES (6, DATE '2024-02-07', 3, 4, 5, 1.23, 99.00)""");

        assertThat(verification.checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();
    }

    /** What somebody else has entered may break every law, and contradict our rows: never our failure. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price_history.rows_of_others | sku=SKU-000001 price=9.99 | INSERT INTO price_history (id, product_id, price, valid_from)"
                        + " SELECT 5, id, 9.99, DATE '2024-03-01' FROM product WHERE sku = 'SKU-000001'",
                "price_history.rows_of_others | store=S00002 sku=SKU-000001 | INSERT INTO price_history (id, product_id, store_id, price,"
                        + " valid_from) SELECT 5, p.id, s.id, 9.99, DATE '2025-03-01' FROM product p, store s"
                        + " WHERE sku = 'SKU-000001' AND code = 'S00002'",
                "promotion.rows_of_others | end_date=2024-12-01 Their week | INSERT INTO promotion (id, product_id, name, discount_pct,"
                        + " start_date, end_date) SELECT 5, id, 'Their week', 0.2, DATE '2024-11-25', DATE '2024-12-01' FROM product"
                        + " WHERE sku = 'SKU-000001'",
                "sales_daily.grain_unique | @place 2 rows | INSERT INTO sales_daily SELECT 7, date, store_id, product_id, quantity,"
                        + " unit_price, total_amount FROM sales_daily WHERE id = @sale",
                "inventory_snapshot_daily.rows_of_others | @place | INSERT INTO inventory_snapshot_daily SELECT 7, date, store_id,"
                        + " product_id, on_hand_qty, on_order_qty, is_stockout FROM inventory_snapshot_daily WHERE id = @stock",
                "sales_daily.constraints | quantity=-5 | INSERT INTO sales_daily (id, date, store_id, product_id, quantity, unit_price,"
                        + " total_amount) VALUES (6, DATE '2024-02-07', 3, 4, -5, 1.00, 1.00)",
                "calendar.fields | date=2031-01-01 | INSERT INTO calendar VALUES (DATE '2031-01-01', 6, 7, 1, 2031, false, NULL)",
                "database.sequences | table=store | INSERT INTO store (id, code, name) VALUES (600000000, 'HOST', 'Theirs')",
            })
    void rowsOfOthersThatBreakALawAreAWarning(String name, String example, String sql) throws Exception {
        String resolved = resolve(example);

        Verification verification = after(dataset.recorded(), resolve(sql));

        assertThat(verification.passed()).isTrue();
        assertThat(verification.checks())
                .filteredOn(check -> check.name().equals(name))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.status()).isEqualTo(Check.Status.WARNING);
                    assertThat(String.join("\n", check.examples())).contains(resolved);
                });
    }

    @Test
    void theirOwnPricesPromotionsAndSalesAreNoContradiction() throws Exception {
        Verification verification = after(dataset.recorded(), resolve("""
                INSERT INTO store (id, code, name) VALUES (3, 'HOST', 'A shop of the host');
                INSERT INTO price_history (id, product_id, store_id, price, valid_from)
                    SELECT 5, id, 3, 9.99, DATE '2024-03-01' FROM product WHERE sku = 'SKU-000001';
                INSERT INTO price_history (id, product_id, price, valid_from, valid_to)
                    SELECT 6, id, 9.99, DATE '2020-03-01', DATE '2023-12-31' FROM product WHERE sku = 'SKU-000001';
                INSERT INTO promotion (id, product_id, name, discount_pct, start_date, end_date)
                    SELECT 5, id, 'Later', 0.2, DATE '2025-01-25', DATE '2025-02-01' FROM product WHERE sku = 'SKU-000001'"""));

        assertThat(verification.checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();
    }

    @Test
    void aSequenceBehindOurOwnIdsIsAFailure() throws Exception {
        Verification verification = after(
                dataset.recorded(),
                postgres()
                        ? "ALTER SEQUENCE store_id_seq RESTART WITH 1"
                        : "CREATE SEQUENCE low; ALTER TABLE store ALTER id SET DEFAULT nextval('low')");

        assertThat(verification.checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .singleElement()
                .satisfies(check -> assertThat(check.name()).isEqualTo("database.sequences"));
    }

    @Test
    void adoptedDaysCountAsPlannedAndAnotherHolidayIsAWarning() throws Exception {
        RecordedDataset recorded = dataset.recorded();
        Set<LocalDate> ownDays = new HashSet<>(recorded.ownDays());
        ownDays.remove(LocalDate.of(2024, 6, 14));

        Verification verification = after(
                new RecordedDataset(recorded.ours(), ownDays, recorded.fingerprints(), recorded.fingerprint()),
                "UPDATE calendar SET is_holiday = true, holiday_name = 'Feast' WHERE date = DATE '2024-06-14'");

        assertThat(verification.checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.name()).isEqualTo("calendar.adopted_days");
                    assertThat(check.status()).isEqualTo(Check.Status.WARNING);
                    assertThat(check.examples()).singleElement().asString().contains("date=2024-06-14", "Feast");
                });
    }

    @Test
    void rowsInSeveralBlocksAreAllOurs() throws Exception {
        RecordedDataset recorded = dataset.recorded();
        Map<Table, List<Ids.Block>> halves = new EnumMap<>(Table.class);
        recorded.ours().blocks().forEach((table, blocks) -> {
            Ids.Block whole = blocks.get(0);
            long middle = (whole.first() + whole.last()) / 2;
            halves.put(table, List.of(new Ids.Block(whole.first(), middle), new Ids.Block(middle + 1, whole.last())));
        });
        RecordedDataset inBlocks = new RecordedDataset(
                new Ownership(halves), recorded.ownDays(), recorded.fingerprints(), recorded.fingerprint());

        assertThat(Verifier.run(Sql.on(connection), dataset.plan(), inBlocks, Shops.SILENT)
                        .passed())
                .isTrue();
    }

    @Test
    void readsTheRecordOfTheRunThatStands() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA theforge");
            statement.execute("CREATE TABLE theforge.calendar_day (date date, run_id bigint)");
            statement.execute("INSERT INTO theforge.calendar_day VALUES (DATE '2024-06-14', 2)");
            statement.execute("CREATE TABLE theforge.run_table"
                    + " (run_id bigint, table_name varchar, fingerprint varchar, replaced boolean)");
            statement.execute("INSERT INTO theforge.run_table VALUES (1, 'store', 'old', true),"
                    + " (2, 'store', 'new', false), (2, 'promotion', 'some', true), (3, 'promotion', 'none', false)");
            statement.execute("CREATE TABLE theforge.run (id bigint, operation varchar, fingerprint varchar)");
            statement.execute(
                    "INSERT INTO theforge.run VALUES (1, 'full-new', 'aa'), (2, 'full-new', 'bb'), (3, 'delete', 'cc')");

            RecordedDataset recorded = RecordedDataset.read(Sql.on(connection), Ownership.NONE);

            assertThat(recorded.ownDays()).containsExactly(LocalDate.of(2024, 6, 14));
            assertThat(recorded.fingerprints())
                    .containsOnly(Map.entry(Table.STORE, "new"), Map.entry(Table.PROMOTION, "none"));
            assertThat(recorded.emptied()).containsExactly(Table.PROMOTION);
            assertThat(recorded.exists()).isTrue();
            assertThat(recorded.fingerprint()).isEqualTo("cc");
        } finally {
            connection.rollback();
        }
    }

    record Corruption(String sql, String check, String example) {
        @Override
        public String toString() {
            return check + " finds " + sql;
        }
    }

    static Stream<Corruption> corruptions() throws IOException {
        return Corruptions.all();
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void findsEachKindOfCorruptedRow(Corruption corruption) throws Exception {
        String sql = resolve(corruption.sql());
        String example = resolve(corruption.example());

        Verification verification = after(dataset.recorded(), sql);

        assertThat(verification.checks())
                .filteredOn(check -> check.name().equals(corruption.check()))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.status()).isEqualTo(Check.Status.FAILED);
                    assertThat(String.join("\n", check.examples())).contains(example);
                    assertThat(check.examples()).hasSizeLessThanOrEqualTo(5);
                });
        assertThat(verification.passed()).isFalse();
    }

    private String resolve(String text) throws SQLException {
        String resolved = text;
        for (var token : Corruptions.TOKENS.entrySet()) {
            if (resolved.contains(token.getKey())) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(token.getValue())) {
                    assertThat(row.next()).as(token.getKey()).isTrue();
                    resolved = resolved.replace(token.getKey(), row.getString(1));
                }
            }
        }
        return resolved;
    }

    /** Verifies in the transaction that corrupts, and takes the corruption back. */
    private Verification after(RecordedDataset recorded, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                statement.execute(one);
            }
            return Verifier.run(Sql.on(connection), dataset.plan(), recorded, Shops.SILENT);
        } finally {
            connection.rollback();
        }
    }
}
