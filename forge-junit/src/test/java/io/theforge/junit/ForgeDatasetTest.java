package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.dataset.Dataset;
import io.theforge.dataset.SalesRow;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeDatasetTest {
    /** What the classes below have seen. */
    private static final List<Object> SEEN = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static void passes(Class<?> tests, int count) {
        TestRun run = TestRun.of(tests);
        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(count);
        assertThat(run.standardError()).isEmpty();
    }

    private static long stores(DataSource shop) throws SQLException {
        try (Connection connection = shop.getConnection()) {
            return Queries.number(connection, "SELECT count(*) FROM store");
        }
    }

    @ForgeDataset(scenario = "holiday_rush", seed = 42, stores = 3, products = 5, truth = true)
    static class EveryType {
        @Test
        void holdsTheSameRows(DataSource shop, Connection connection, Dataset dataset) throws SQLException {
            assertThat(stores(shop)).isEqualTo(3);
            assertThat(Queries.number(connection, "SELECT sum(quantity) FROM sales_daily"))
                    .isEqualTo(dataset.sales().mapToLong(SalesRow::quantity).sum())
                    .isPositive();
            assertThat(Queries.number(connection, "SELECT sum(units_lost) FROM theforge.truth_daily"))
                    .isEqualTo(dataset.truth().mapToLong(row -> row.unitsLost()).sum());
            assertThat(dataset.config().scenario()).isEqualTo("holiday_rush");
        }
    }

    @Test
    void databaseConnectionAndRowsAreOneDataset() {
        passes(EveryType.class, 1);
    }

    @ForgeDataset(stores = 1, products = 1)
    static class Nearest {
        @BeforeAll
        static void onAMethodOfTheClass(@ForgeDataset(stores = 5, products = 1) DataSource five, DataSource one)
                throws SQLException {
            SEEN.add(stores(five) + " and " + stores(one) + " before all");
        }

        @BeforeEach
        void asTheTest(Dataset dataset) {
            SEEN.add(dataset.stores().size() + " before each");
        }

        @Test
        void ofTheClass(DataSource shop) throws SQLException {
            assertThat(stores(shop)).isEqualTo(1);
        }

        @Test
        @ForgeDataset(stores = 2, products = 1)
        void ofTheMethod(DataSource shop, @ForgeDataset(stores = 3, products = 1) DataSource other)
                throws SQLException {
            assertThat(stores(shop)).isEqualTo(2);
            assertThat(stores(other)).isEqualTo(3);
        }

        @Nested
        class Inside {
            @Test
            void ofTheOuterClass(DataSource shop) throws SQLException {
                assertThat(stores(shop)).isEqualTo(1);
            }
        }

        @Nested
        @ForgeDataset(stores = 4, products = 1)
        class InsideWithItsOwn {
            @Test
            void ofTheInnerClass(DataSource shop) throws SQLException {
                assertThat(stores(shop)).isEqualTo(4);
            }
        }
    }

    @Test
    void theNearestAnnotationHolds() {
        passes(Nearest.class, 4);
        assertThat(SEEN)
                .containsExactlyInAnyOrder(
                        "5 and 1 before all", "1 before each", "2 before each", "1 before each", "4 before each");
    }

    @Inherited
    @Target({ElementType.TYPE, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    @ForgeDataset(stores = 2, products = 2, startDate = "2024-02-01", endDate = "2024-02-29", sparsity = 0.5)
    @interface SmallShop {}

    @SmallShop
    static class WithAnAnnotationOfItsOwn {
        @Test
        void ofTheClass(Dataset dataset) {
            assertThat(dataset.calendar()).hasSize(29);
        }
    }

    static class Heir extends WithAnAnnotationOfItsOwn {
        @Test
        void ofTheParameter(@SmallShop DataSource shop) throws SQLException {
            assertThat(stores(shop)).isEqualTo(2);
        }
    }

    @Test
    void anAnnotationOfOnesOwnCanCarryItAndIsInherited() {
        passes(WithAnAnnotationOfItsOwn.class, 1);
        passes(Heir.class, 2);
    }

    @Test
    void aParameterAloneIsEnough() {
        passes(ParameterAlone.class, 1);
    }

    static class ParameterAlone {
        @Test
        void ofTheParameter(@SmallShop Connection shop) throws SQLException {
            assertThat(Queries.number(shop, "SELECT count(*) FROM calendar")).isEqualTo(29);
        }
    }

    @ForgeDataset(config = "beside.yaml")
    static class FromAConfiguration {
        @Test
        void besideTheClass(Dataset dataset) {
            assertThat(dataset.config().seed()).isEqualTo(7);
            assertThat(dataset.stores()).hasSize(2);
        }

        @Test
        @ForgeDataset(config = "root.yaml", seed = 10)
        void atTheRootWithAnotherSeed(Dataset dataset) {
            assertThat(dataset.config().seed()).isEqualTo(10);
            assertThat(dataset.products()).hasSize(2);
        }

        @Test
        @ForgeDataset(config = """
                dimensions:
                  stores: {count: 1}
                  products: {count: 4}
                """)
        void asText(DataSource shop) throws SQLException {
            assertThat(stores(shop)).isEqualTo(1);
        }
    }

    @Test
    void aConfigurationIsAResourceOrText() {
        passes(FromAConfiguration.class, 3);
    }

    @ForgeDataset(stores = 1, products = 1)
    static class Shared {
        @RepeatedTest(3)
        @ForgeDataset(stores = 2, products = 1)
        void repeated(DataSource shop) {
            SEEN.add(shop);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, DataSource shop) {
            SEEN.add(shop);
        }

        @Test
        void plain(DataSource shop, DataSource again) {
            assertThat(shop).isSameAs(again);
            SEEN.add(shop);
        }
    }

    @Test
    void readersShareTheDatabaseOfTheirClassOrMethod() {
        passes(Shared.class, 6);
        assertThat(new HashSet<>(SEEN)).hasSize(2);
    }

    @Test
    void readersOfTheSameShareOneDatabaseOfTheRunWhereverTheyAskForIt() {
        assertThat(TestRun.of(Readers.class, OtherReaders.class).failures()).isEmpty();
        assertThat(Readers.SEEN).hasSize(1);
        Readers.SEEN.clear();
        assertThat(TestRun.inParallel(Readers.class, OtherReaders.class).failures())
                .isEmpty();
        assertThat(Readers.SEEN).hasSize(1);
    }

    abstract static class Base {
        @ForgeDataset(stores = 1, products = 1)
        static DataSource ofTheBase;

        @ForgeDataset(stores = 2, products = 1)
        Dataset ofTheInstance;
    }

    static class First extends Base {
        @ForgeDataset(stores = 3, products = 1)
        private static Connection ofTheClass;

        @Test
        void filled() throws SQLException {
            SEEN.add(ofTheBase);
            assertThat(stores(ofTheBase)).isEqualTo(1);
            assertThat(ofTheInstance.stores()).hasSize(2);
            assertThat(Queries.number(ofTheClass, "SELECT count(*) FROM store")).isEqualTo(3);
        }
    }

    static class Second extends Base {
        @Test
        void filled() throws SQLException {
            SEEN.add(ofTheBase);
            assertThat(stores(ofTheBase)).isEqualTo(1);
        }
    }

    /** As a container of beans needs it that lives longer than the class. */
    @Test
    void fieldsAreFilledAndThoseOfASuperclassStayForAllOfItsHeirs() {
        TestRun run = TestRun.of(First.class, Second.class);
        assertThat(run.failures()).isEmpty();
        assertThat(SEEN).hasSize(2);
        assertThat(SEEN.get(0)).isSameAs(SEEN.get(1));
    }
}
