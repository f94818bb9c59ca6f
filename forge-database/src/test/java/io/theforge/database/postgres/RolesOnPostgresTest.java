package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who may not, and servers that do not wait: told in one line, and nothing has changed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RolesOnPostgresTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);
    private static final Plan OTHER_SHOP = Shops.plan(43, 3, 2, 25);
    private static final AppendRequest MORE =
            new AppendRequest(LocalDate.of(2024, 1, 21), LocalDate.of(2024, 1, 25), null, false);
    private static final Deletion FACTS = new Deletion(Deletion.Scope.FACTS, false, null);

    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    private Warehouse admin;
    private String role;

    @BeforeEach
    void createDatabaseAndRole() throws SQLException {
        admin = database.warehouse();
        role = database.name() + "_role";
        database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
    }

    @AfterEach
    void dropThem() throws SQLException {
        database.run("ALTER ROLE " + role + " NOSUPERUSER", "DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
    }

    private Warehouse asRole() {
        return database.warehouseOf(role);
    }

    /** Definitions, grants and sequences of the seven tables, and what the records and the rows say. */
    private List<String> state() throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> state = new ArrayList<>(
                    Sql.on(connection).texts(SqlScript.text(FullNewOnPostgresTest.class, "catalog.sql")));
            state.addAll(Sql.on(connection)
                    .texts("SELECT relname || relkind::text || relfilenode FROM pg_class"
                            + " WHERE relnamespace = 'public'::regnamespace ORDER BY 1"));
            state.add(String.valueOf(admin.status()));
            return state;
        }
    }

    private void isTold(Warehouse warehouse, Progress progress, String message, String remedy) throws SQLException {
        isTold(() -> warehouse.fullNew(OTHER_SHOP, Shops.WORK, progress), message, remedy);
    }

    private void isTold(ThrowingCallable operation, String message, String remedy) throws SQLException {
        List<String> before = state();

        DatabaseException failure = catchThrowableOfType(DatabaseException.class, operation);

        assertThat(failure).as("refused or failed").isNotNull();
        assertThat(failure.getMessage()).matches("(?s).*(" + message + ").*").doesNotContain("\n", "pw@");
        assertThat(failure.remedy()).containsPattern(remedy);
        assertThat(state()).isEqualTo(before);
    }

    /** The operations that begin with a dataset. */
    private List<ThrowingCallable> operations(Warehouse warehouse) {
        return List.of(
                () -> warehouse.fullNew(OTHER_SHOP, Shops.WORK, Shops.SILENT),
                () -> warehouse.append(MORE, Shops.WORK, Shops.SILENT),
                () -> warehouse.delete(FACTS, Shops.SILENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO ",
                "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO ",
                "GRANT ALL ON store, product, calendar, price_history, promotion, sales_daily, inventory_snapshot_daily TO ",
                "GRANT USAGE ON SCHEMA public TO ",
                "GRANT USAGE ON SCHEMA theforge TO ",
            })
    void aRoleThatLacksAPrivilegeIsTold(String grant) throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run(grant + role);
        for (ThrowingCallable operation : operations(asRole())) {
            isTold(operation, "not allowed to: .*(permission denied|must be owner)", "owner( \\(\\w+\\))?[,;].* grant");
        }
    }

    /** A deletion needs no more than the rows. */
    @Test
    void aRoleThatOwnsNothingIsToldWhenItNeedsToBeTheOwner() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run("GRANT ALL ON ALL TABLES IN SCHEMA public, theforge TO " + role);
        database.run("GRANT USAGE ON SCHEMA theforge TO " + role);
        for (ThrowingCallable operation : operations(asRole()).subList(0, 2)) {
            isTold(operation, "not allowed to: .*(permission denied|must be owner)", "owner \\(\\w+\\), or grant");
        }
        assertThat(asRole().delete(FACTS, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aRoleThatMayNotCreateTablesIsToldAndNoneAreThere() throws SQLException {
        database.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        isTold(asRole(), Shops.SILENT, "not allowed to: ", "grant");
        DatabaseException failure = catchThrowableOfType(DatabaseException.class, () -> asRole().protect());
        assertThat(failure).hasMessageContaining("may not create the schema theforge");
        assertThat(failure.remedy())
                .contains("in database " + database.name() + ": CREATE SCHEMA theforge AUTHORIZATION " + role);
        assertThat(database.number("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isZero();
    }

    @Test
    void aPlanSaysThatTheRoleMayNotCreateTheSchema() throws SQLException {
        String missing =
                "this cannot be done yet: role " + role + " may not create the schema theforge, in which the Forge"
                        + " keeps its own tables; let an administrator run once, in database " + database.name()
                        + ": CREATE SCHEMA theforge AUTHORIZATION " + role;
        assertThat(asRole().planFullNew(SHOP).notes()).contains(missing);
        assertThat(asRole().planDelete(FACTS).notes()).isEmpty();

        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run("DROP SCHEMA theforge CASCADE", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
        assertThat(asRole().planAppend(MORE).notes()).contains(missing);

        database.run("CREATE SCHEMA theforge AUTHORIZATION " + role);
        assertThat(asRole().planAppend(MORE).notes()).isNotEmpty().noneMatch(note -> note.contains("cannot be done"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE SCHEMA theforge", "CREATE SCHEMA theforge; GRANT USAGE ON SCHEMA theforge TO PUBLIC"})
    void aRoleWithoutRightsOnTheSchemaIsToldAllOfThemAtOnce(String schema) throws SQLException {
        database.run(schema, "GRANT CREATE ON SCHEMA public TO " + role);

        DatabaseException failure =
                catchThrowableOfType(DatabaseException.class, () -> asRole().fullNew(SHOP, Shops.WORK, Shops.SILENT));

        String grants = "GRANT USAGE, CREATE ON SCHEMA theforge TO " + role
                + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA theforge TO " + role;
        assertThat(failure.remedy()).endsWith(": " + grants);
        database.run(grants);
        assertThat(asRole().fullNew(SHOP, Shops.WORK, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    /** First of the schema, then of the tables: whoever only reads is told what a reader needs, and no more. */
    @Test
    void aRoleThatOnlyReadsIsToldWhatAReaderNeeds() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        String seven = "GRANT SELECT ON public.store, public.product, public.calendar, public.price_history,"
                + " public.promotion, public.sales_daily, public.inventory_snapshot_daily TO " + role;
        String own = "GRANT USAGE ON SCHEMA theforge TO " + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA theforge TO "
                + role;
        readingIsTold("permission denied for schema theforge", own);
        database.run("GRANT USAGE ON SCHEMA theforge TO " + role);
        readingIsTold("permission denied for table public.\\w+", seven);
        database.run(seven);
        readingIsTold("permission denied for table theforge.\\w+", own);
        database.run(own);

        assertThat(asRole().status().fingerprint()).isEqualTo(admin.status().fingerprint());
        assertThat(asRole().verify(Shops.SILENT).passed()).isTrue();
        assertThat(asRole().runs()).hasSize(1);
        assertThat(asRole().planDelete(FACTS).outcome()).isEqualTo(Outcome.PLANNED);
    }

    private void readingIsTold(String message, String statements) throws SQLException {
        for (ThrowingCallable operation : List.<ThrowingCallable>of(
                () -> asRole().status(),
                () -> asRole().runs(),
                () -> asRole().verify(Shops.SILENT),
                () -> asRole().dataset(),
                () -> asRole().planDelete(FACTS))) {
            isTold(operation, "not allowed to: " + message, "grant what is missing: " + statements + "$");
        }
    }

    @Test
    void aRoleThatWritesIsToldOfWhichTableAndWhatHelps() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run("GRANT USAGE ON SCHEMA theforge TO " + role);
        List<ThrowingCallable> all = new ArrayList<>(operations(asRole()).subList(0, 2));
        all.add(() -> asRole().protect());
        String own = "GRANT USAGE, CREATE ON SCHEMA theforge TO " + role
                + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA theforge TO " + role;
        for (ThrowingCallable operation : all) {
            isTold(operation, "permission denied for table theforge.\\w+", "grant what is missing: " + own + "$");
        }
        database.run(own);
        assertThat(asRole().protect()).isTrue();
        assertThat(admin.unprotect(database.name())).isTrue();
        String grant = "GRANT SELECT, UPDATE, DELETE ON public.store, .* TO " + role + "$";
        for (ThrowingCallable operation : operations(asRole())) {
            isTold(operation, "permission denied for table public.store", "owner \\(\\w+\\); .*: " + grant);
        }
        DatabaseException failure =
                catchThrowableOfType(DatabaseException.class, () -> asRole().delete(FACTS, Shops.SILENT));
        database.run(String.valueOf(failure.remedy()).replaceFirst(".*: ", ""));
        assertThat(asRole().delete(FACTS, Shops.SILENT).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aReadOnlyRoleAndAReadOnlyDatabaseAreTold() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run("ALTER ROLE " + role + " SUPERUSER");
        database.run("ALTER ROLE " + role + " SET default_transaction_read_only = on");
        for (ThrowingCallable operation : operations(asRole())) {
            isTold(operation, "is read-only", "primary server.*default_transaction_read_only");
        }
        assertThat(catchThrowableOfType(DatabaseException.class, () -> asRole().protect()))
                .hasMessageContaining("is read-only");

        database.run("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
        isTold(admin, Shops.SILENT, "is read-only", "primary server.*default_transaction_read_only");
        assertThat(admin.status().mark()).isNull();
        database.run(
                "SET default_transaction_read_only = off",
                "ALTER DATABASE " + database.name() + " RESET default_transaction_read_only");
    }

    @Test
    void whatWouldBeDoneCanBeAskedByAReadOnlyRoleOfAReadOnlyDatabase() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run(
                "GRANT SELECT ON ALL TABLES IN SCHEMA public, theforge TO " + role,
                "GRANT USAGE ON SCHEMA theforge TO " + role,
                "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO " + role,
                "ALTER ROLE " + role + " SET default_transaction_read_only = on",
                "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
        List<String> before = state();

        assertThat(asRole().planFullNew(OTHER_SHOP).outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(asRole().planDelete(FACTS).outcome()).isEqualTo(Outcome.PLANNED);
        OperationReport append = asRole().planAppend(MORE);
        assertThat(append.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(append.tables().get(Table.SALES_DAILY).inserted()).isEqualTo(5L * SHOP.pairs());

        assertThat(state()).isEqualTo(before);
        database.run(
                "SET default_transaction_read_only = off",
                "ALTER DATABASE " + database.name() + " RESET default_transaction_read_only");
    }

    @Test
    void aRoleWithoutTemporaryTablesIsToldWhenItsDatasetIsToGoOn() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run(
                "REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC",
                "GRANT ALL ON ALL TABLES IN SCHEMA public, theforge TO " + role,
                "GRANT USAGE ON SCHEMA theforge TO " + role,
                "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO " + role);
        isTold(() -> asRole().planAppend(MORE), "not allowed to: .*temporary tables", "grant what is missing");
        isTold(
                () -> asRole().append(MORE, Shops.WORK, Shops.SILENT),
                "not allowed to: .*temporary tables",
                "grant what is missing");
        assertThat(asRole().planDelete(FACTS).outcome()).isEqualTo(Outcome.PLANNED);
    }

    @Test
    void aStatementTimeoutIsTold() throws SQLException {
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run(
                "ALTER ROLE " + role + " SUPERUSER",
                "ALTER ROLE " + role + " SET statement_timeout = '2s'",
                "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN PERFORM pg_sleep(600); RETURN NEW; END'",
                "CREATE TRIGGER dawdling BEFORE INSERT ON promotion FOR EACH STATEMENT EXECUTE FUNCTION dawdle()");
        isTold(asRole(), Shops.SILENT, "cancelled the work", "raise statement_timeout");
    }

    @ParameterizedTest
    @CsvSource({"idle_in_transaction_session_timeout, 0", "transaction_timeout, 170000"})
    void aConnectionThatTheServerEndsForItsTimeoutIsTold(String timeout, long sinceVersion) throws SQLException {
        assumeTrue(database.number("SELECT current_setting('server_version_num')::int") >= sinceVersion);
        admin.fullNew(SHOP, Shops.WORK, Shops.SILENT);
        database.run("ALTER ROLE " + role + " SUPERUSER", "ALTER ROLE " + role + " SET " + timeout + " = '2s'");

        isTold(asRole(), new UntilTheServerHangsUp(), timeout + "|was lost", timeout + "|server is back");
    }

    /** Does nothing until the server has ended the operation's connection. */
    private final class UntilTheServerHangsUp implements Progress {
        @Override
        public void begin(String step, @Nullable Long rows) {
            if (step.equals("removing the earlier dataset")) {
                try (Connection connection = database.connect()) {
                    while (Sql.on(connection)
                                    .number("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + role + "'")
                            > 0) {
                        Sql.on(connection).list(row -> "", "SELECT pg_sleep(0.05)");
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    }
}
