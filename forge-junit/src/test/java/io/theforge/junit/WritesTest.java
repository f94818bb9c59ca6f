package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class WritesTest {
    private static final Set<DataSource> SEEN = ConcurrentHashMap.newKeySet();
    private static CountDownLatch together;
    private static DataSource kept;

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @ForgeDataset(stores = 1, products = 2)
    static class Reads {
        @Test
        void test(DataSource shop, Connection connection) {
            kept = shop;
            assertThatThrownBy(() -> Queries.run(connection, "DELETE FROM sales_daily"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void readersAreRefusedInTheDatabasesWords() {
        assertThat(TestRun.of(Reads.class).failures()).isEmpty();
        assertThatThrownBy(() -> kept.getConnection())
                .hasMessageContaining("this test's database has been removed: it lives as long as the test");
    }

    @ForgeDataset(stores = 1, products = 2, writable = true)
    static class Writes {
        @BeforeEach
        void empty(Connection connection) throws SQLException {
            assertThat(Queries.number(connection, "SELECT count(*) FROM sales_daily"))
                    .isPositive();
            Queries.run(connection, "DELETE FROM sales_daily");
        }

        @RepeatedTest(4)
        void hasWhatItWroteAndNothingOfOthers(DataSource shop) throws Exception {
            SEEN.add(shop);
            together.countDown();
            assertThat(together.await(60, TimeUnit.SECONDS)).isTrue();
            try (Connection connection = shop.getConnection()) {
                assertThat(Queries.number(connection, "SELECT count(*) FROM sales_daily"))
                        .isZero();
            }
        }
    }

    @Test
    void writersHaveADatabaseEachAlsoAtTheSameTime() {
        together = new CountDownLatch(1);
        assertThat(TestRun.of(Writes.class).failures()).isEmpty();
        together = new CountDownLatch(2);
        assertThat(TestRun.inParallel(Writes.class).failures()).isEmpty();
        assertThat(SEEN).hasSize(8);
    }

    @ForgeDataset(stores = 1, products = 2, writable = true)
    static class WritesByConstructor {
        private final Connection connection;

        WritesByConstructor(Connection connection) {
            this.connection = connection;
        }

        @RepeatedTest(3)
        void test(DataSource shop) throws SQLException {
            SEEN.add(shop);
            assertThat(Queries.number(connection, "SELECT count(*) FROM sales_daily"))
                    .isPositive();
            Queries.run(connection, "DELETE FROM sales_daily");
            try (Connection same = shop.getConnection()) {
                assertThat(Queries.number(same, "SELECT count(*) FROM sales_daily"))
                        .isZero();
            }
        }
    }

    @Test
    void whatAConstructorGetsIsTheTests() {
        assertThat(TestRun.of(WritesByConstructor.class).failures()).isEmpty();
        assertThat(TestRun.inParallel(WritesByConstructor.class).failures()).isEmpty();
        assertThat(SEEN).hasSize(6);
    }

    @ForgeDataset(stores = 1, products = 2)
    static class ReadsInParallel {
        @RepeatedTest(8)
        void test(Connection connection) throws SQLException {
            assertThat(Queries.number(connection, "SELECT count(*) FROM store")).isEqualTo(1);
        }
    }

    @Test
    void readersMayRunAtTheSameTime() {
        assertThat(TestRun.inParallel(ReadsInParallel.class).failures()).isEmpty();
    }

    static class SharedByField {
        @ForgeDataset(stores = 1, products = 1, writable = true)
        static DataSource shop;

        @Test
        void one() {}
    }

    static class SharedByClass {
        @BeforeAll
        static void keep(@ForgeDataset(stores = 1, products = 1, writable = true) DataSource shop) {}

        @Test
        void one() {}
    }

    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedByInstance {
        @ForgeDataset(stores = 1, products = 1, writable = true)
        DataSource shop;

        @Test
        void one() {}
    }

    abstract static class Base {
        @ForgeDataset(stores = 1, products = 1, writable = true)
        static DataSource shop;
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class SharedByClasses extends Base {
        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void one() {}
    }

    @Test
    void aWritableDatabaseThatParallelTestsWouldShareIsRefused() {
        for (Class<?> shared :
                new Class<?>[] {SharedByField.class, SharedByClass.class, SharedByInstance.class, SharedByClasses.class
                }) {
            assertThat(TestRun.of(shared).failures()).isEmpty();
            assertThat(TestRun.inParallel(shared).failures())
                    .as(shared.getSimpleName())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .isInstanceOf(ExtensionConfigurationException.class)
                            .hasMessageContaining("tests that run in parallel would share the writable database of")
                            .hasMessageContaining("ask for it as a parameter of the test"));
        }
    }

    @ForgeDataset(stores = 1, products = 2, writable = true)
    static class Fails {
        @Test
        void leavesAConnectionOpenAndATransactionToo(DataSource shop) throws SQLException {
            Connection connection = shop.getConnection();
            connection.setAutoCommit(false);
            Queries.run(connection, "DELETE FROM sales_daily");
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void nothingIsLeftBehindButTheCachedFile(@TempDir Path cache) throws IOException {
        TestRun run = TestRun.of(Map.of("forge.junit.cache", cache.toString()), Fails.class, Reads.class);
        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("on purpose"));
        try (Stream<Path> left = Files.walk(cache).filter(Files::isRegularFile)) {
            assertThat(left).singleElement().asString().endsWith(".duckdb");
        }
    }
}
