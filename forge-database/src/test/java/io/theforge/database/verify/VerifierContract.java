package io.theforge.database.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Check;
import io.theforge.database.Verification;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on both targets: a clean dataset passes, and each kind of corrupted row is found by the check for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VerifierContract {
    private static final Warehouse.Progress SILENT = new Warehouse.Progress() {
        @Override
        public void begin(String step, @Nullable Long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    };

    private final BareDataset dataset = new BareDataset(
            """
            dimensions: {stores: {count: 6}, products: {count: 12}}
            date_range: {start: "2024-01-01", end: "2024-12-31"}
            retail: {promotion_probability: 0.3, price_change_probability: 0.3, stockout_probability: 0.05}
            sparsity: {missing_combinations_pct: 0.1, missing_days_pct: 0.01, random_gaps_per_series: 1}
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
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    private Verification verify() throws SQLException {
        return Verifier.run(connection, dataset.plan(), dataset.recorded(), SILENT);
    }

    @Test
    void aCleanDatasetPassesEveryCheck() throws Exception {
        long before = System.nanoTime();
        Verification verification = verify();
        if (Boolean.getBoolean("forge.show")) {
            verification.checks().forEach(System.out::println);
            System.out.println((System.nanoTime() - before) / 1_000_000 + " ms");
        }

        assertThat(verification.checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void checksHaveDistinctNames() throws Exception {
        assertThat(verify().checks()).extracting(Check::name).doesNotHaveDuplicates();
    }

    @Test
    void withoutARecordedRunOnlyTheLawsOfTheSchemaAreAsked() throws Exception {
        Verification verification = Verifier.run(connection, null, RecordedDataset.NONE, SILENT);

        assertThat(verification.passed()).isTrue();
        assertThat(verification.checks())
                .filteredOn(check -> check.status() == Check.Status.WARNING)
                .extracting(Check::name)
                .containsExactly("database.dataset_recorded");
    }

    @Test
    void rowsThatAreNotOursAreNotJudgedByThePlan() throws Exception {
        Verification verification = after(
                """
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

    record Corruption(String sql, String check, String example) {
        @Override
        public String toString() {
            return check + " finds " + sql;
        }
    }

    /** {@code @sale}, {@code @stock} and so on stand for the id of one row in the middle of the year. */
    static Stream<Corruption> corruptions() {
        return Corruptions.all();
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void findsEachKindOfCorruptedRow(Corruption corruption) throws Exception {
        String sql = resolve(corruption.sql());
        String example = resolve(corruption.example());

        Verification verification = after(sql);

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
    private Verification after(String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                statement.execute(one);
            }
            return verify();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
