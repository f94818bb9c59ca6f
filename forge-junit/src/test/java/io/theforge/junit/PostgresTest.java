package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server of its own, so that what is left on it is what these tests have left. */
@ResourceLock("the server's databases")
class PostgresTest {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static String url(String user) {
        return "postgresql://" + user + "@localhost:" + server.getPort() + "/postgres";
    }

    private static TestRun run(Class<?> tests) {
        return TestRun.of(Map.of("forge.junit.database", url("postgres")), tests);
    }

    private static List<String> databases(String like) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE '" + like + "'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void admin(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String statement : statements) {
                Queries.run(connection, statement);
            }
        }
    }

    @ForgeDataset(scenario = "holiday_rush", stores = 1, products = 2, truth = true)
    static class Reads {
        @Test
        void test(DataSource shop, Connection connection) throws SQLException {
            assertThat(connection.getMetaData().getURL()).contains("/forge_junit_");
            assertThat(Queries.number(connection, "SELECT count(*) FROM theforge.truth_daily"))
                    .isPositive();
            assertThatThrownBy(() -> Queries.run(connection, "DELETE FROM sales_daily"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("cannot execute DELETE in a read-only transaction");
            try (Connection other = shop.getConnection()) {
                assertThatThrownBy(() -> Queries.run(other, "CREATE TABLE mine (id int)"))
                        .hasMessageContaining("read-only");
            }
        }
    }

    @Test
    void readersGetACopyOfATemplateThatRefusesWrites() throws SQLException {
        assertThat(run(Reads.class).failures()).isEmpty();
        assertThat(databases("forge_junit_%")).isEmpty();
        List<String> templates = databases("forge_template_%");
        assertThat(run(Reads.class).failures()).isEmpty();
        assertThat(databases("forge_template_%")).isEqualTo(templates).isNotEmpty();
        assertThatThrownBy(
                        () -> server.getDatabase("postgres", templates.get(0)).getConnection())
                .hasMessageContaining("not currently accepting connections");
    }

    @Test
    void readersOfTheSameShareOneCopyWhichIsDroppedWithTheRun() throws SQLException {
        Readers.SEEN.clear();
        assertThat(TestRun.of(Map.of("forge.junit.database", url("postgres")), Readers.class, OtherReaders.class)
                        .failures())
                .isEmpty();
        assertThat(Readers.SEEN).singleElement().asString().contains("/forge_junit_");
        assertThat(databases("forge_junit_%")).isEmpty();
    }

    @ForgeDataset(stores = 1, products = 2, writable = true)
    static class Writes {
        @RepeatedTest(4)
        void test(DataSource shop, Connection same) throws SQLException {
            Connection left = shop.getConnection();
            assertThat(same.getMetaData().getURL()).isEqualTo(left.getMetaData().getURL());
            SEEN.add(left.getMetaData().getURL());
            assertThat(Queries.number(left, "SELECT count(*) FROM sales_daily")).isPositive();
            Queries.run(left, "DELETE FROM sales_daily");
        }
    }

    @Test
    void writersHaveADatabaseEachAlsoAtTheSameTime() throws SQLException {
        assertThat(TestRun.of(
                                Map.of(
                                        "forge.junit.database", url("postgres"),
                                        "junit.jupiter.execution.parallel.enabled", "true",
                                        "junit.jupiter.execution.parallel.mode.default", "concurrent"),
                                Writes.class)
                        .failures())
                .isEmpty();
        assertThat(SEEN).hasSize(4);
        assertThat(databases("forge_junit_%")).isEmpty();
    }

    @Test
    void theEmbeddedOneIsThereForWhoeverNamesIt() {
        assertThat(run(Embedded.class).failures()).isEmpty();
    }

    static class Embedded {
        @Test
        void test(@ForgeDataset(stores = 1, products = 2, database = "duckdb:") Connection shop) throws SQLException {
            assertThat(shop.getMetaData().getDatabaseProductName()).isEqualTo("DuckDB");
        }
    }

    @Test
    void aRoleThatMayNotMakeDatabasesIsToldOnce() throws SQLException {
        admin("CREATE ROLE ann LOGIN");
        assertThat(TestRun.of(Map.of("forge.junit.database", url("ann")), Reads.class)
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasNoCause()
                        .hasMessageMatching("@ForgeDataset: the role ann may not make databases on"
                                + " postgresql://localhost:\\d+/postgres; let an administrator run: ALTER ROLE ann CREATEDB;"
                                + " or leave the database out, for an embedded one"));
    }

    @Test
    void anotherRoleHasTemplatesOfItsOwn() throws SQLException {
        admin("CREATE ROLE ben LOGIN CREATEDB");
        assertThat(run(Reads.class).failures()).isEmpty();
        assertThat(TestRun.of(Map.of("forge.junit.database", url("ben")), Reads.class)
                        .failures())
                .isEmpty();
    }

    @Test
    void whatDeadRunsHaveLeftIsDroppedAndWhatOthersUseOrOwnIsNot() throws SQLException {
        admin(
                "CREATE DATABASE forge_junit_0000002a_1",
                "CREATE DATABASE forge_junit_0000002b_1",
                "CREATE DATABASE forge_junit_mine",
                "CREATE DATABASE forge_template_0123456789abcdef",
                "COMMENT ON DATABASE forge_template_0123456789abcdef IS 'template of The Forge, last used 2024-01-01'",
                "CREATE DATABASE forge_template_0123456789abcdee");
        try (Connection living = server.getPostgresDatabase().getConnection()) {
            Queries.run(living, "SELECT pg_advisory_lock(" + 0x6672756e + ", " + 0x2b + ")");
            assertThat(run(Reads.class).failures()).isEmpty();
        }
        assertThat(databases("forge_junit_%")).containsExactlyInAnyOrder("forge_junit_0000002b_1", "forge_junit_mine");
        assertThat(databases("forge_template_0123456789%")).containsExactly("forge_template_0123456789abcdee");
        admin(
                "DROP DATABASE forge_junit_0000002b_1",
                "DROP DATABASE forge_junit_mine",
                "DROP DATABASE forge_template_0123456789abcdee");
    }
}
