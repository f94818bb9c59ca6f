package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.OwnTablesContract;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract, kept by PostgreSQL, and what schemas and roles add to it. */
class OwnTablesOnPostgresTest extends OwnTablesContract {
    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    @Override
    protected Warehouse warehouse() {
        return database.warehouse();
    }

    @Override
    protected Connection host() throws SQLException {
        return database.connect();
    }

    @Override
    protected String[] layAsBefore() throws SQLException {
        return tables().stream()
                .filter(name -> name.startsWith("theforge."))
                .map(name -> name.replace("theforge.", ""))
                .map(name -> "ALTER TABLE theforge." + name + " RENAME TO forge_" + name
                        + "; ALTER INDEX theforge." + name + "_pkey RENAME TO forge_" + name
                        + "_pkey; ALTER TABLE theforge.forge_"
                        + name + " SET SCHEMA public")
                .toArray(String[]::new);
    }

    @Test
    void besideAnotherSchemaTheyAreInOneNamedAfterItWhateverTheSearchPathIs() throws SQLException {
        database.run("CREATE SCHEMA \"ShopÄ\"", "CREATE SCHEMA spare");
        Warehouse shop = database.warehouse("?currentSchema=%22Shop%C3%84%22,spare");
        shop.withTruth().fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT);
        Warehouse behind = database.warehouse("?currentSchema=spare,%22Shop%C3%84%22");

        assertThat(behind.verify(Shops.SILENT).passed()).isTrue();
        assertThat(behind.status().fingerprint()).isEqualTo(shop.status().fingerprint());
        assertThat(database.number("SELECT count(*) FROM \"ShopÄ_theforge\".run"))
                .isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM pg_namespace WHERE nspname IN ('theforge', 'spare_theforge')"))
                .isZero();
    }

    /** The texts of a host's definitions are the host's, whatever they look like. */
    @Test
    void inAnotherSchemaTheAnswerKeyComesAndGoesAndDefinitionsOfTheHostStayWordForWord() throws SQLException {
        database.run("CREATE SCHEMA shop");
        Warehouse shop = database.warehouse("?currentSchema=shop").withTruth();
        shop.fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT);
        database.run(
                "ALTER TABLE shop.sales_daily ADD COLUMN source text",
                "CREATE INDEX ix_source ON shop.sales_daily (date) WHERE source IN ('theforge.import', 'of theforge.x')");

        shop.fullNew(Shops.plan(2, 2, 3, 30), Shops.WORK, Shops.SILENT);
        shop.append(new AppendRequest(null, null, null, true), Shops.WORK, Shops.SILENT);
        assertThat(shop.verify(Shops.SILENT).passed()).isTrue();
        assertThat(database.number("SELECT count(*) FROM shop_theforge.truth_daily"))
                .isPositive();
        assertThat(database.number("SELECT count(*) FROM pg_indexes WHERE indexname = 'ix_source'"
                        + " AND indexdef LIKE '%''theforge.import''%' AND indexdef LIKE '%''of theforge.x''%'"))
                .isEqualTo(1);
        shop.delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT);
        assertThat(database.number("SELECT count(*) FROM shop_theforge.truth_daily"))
                .isZero();
    }

    @Test
    void theEarlierLayoutInAnotherSchemaIsMovedByAnybodysPsql() throws SQLException {
        database.run("CREATE SCHEMA shop");
        Warehouse shop = database.warehouse("?currentSchema=shop").withTruth();
        shop.fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT);
        for (String name : tables()) {
            if (name.startsWith("shop_theforge.")) {
                String table = name.replace("shop_theforge.", "");
                database.run(
                        "ALTER TABLE " + name + " RENAME TO forge_" + table,
                        "ALTER TABLE shop_theforge.forge_" + table + " SET SCHEMA shop");
            }
        }
        String remedy = String.valueOf(
                catchThrowableOfType(DatabaseException.class, shop::status).remedy());
        database.run(remedy.replaceFirst("^move them: ", "").split("; "));
        assertThat(shop.verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void theSevenTablesAreNotLookedForInTheSchemaOfOurOwn() throws SQLException {
        database.run("CREATE SCHEMA theforge");
        assertThat(catchThrowableOfType(
                        DatabaseException.class,
                        () -> database.warehouse("?currentSchema=theforge").status()))
                .hasMessageContaining("keeps its own tables");
    }

    @Test
    void aSchemaWhoseNameHasNoRoomForTheSuffixIsRefused() throws SQLException {
        String name = "s".repeat(60);
        database.run("CREATE SCHEMA " + name);
        assertThat(catchThrowableOfType(
                        DatabaseException.class,
                        () -> database.warehouse("?currentSchema=" + name).status()))
                .hasMessageContaining("too long a name")
                .extracting(failure -> String.valueOf(((DatabaseException) failure).remedy()))
                .asString()
                .contains("at most 54 bytes");
    }

    @Test
    void aRoleThatMayNotCreateASchemaIsToldWhatItsAdministratorRunsOnce() throws SQLException {
        String role = database.name() + "_role";
        database.run(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'",
                "GRANT ALL ON SCHEMA public TO " + role,
                "REVOKE CREATE ON DATABASE " + database.name() + " FROM PUBLIC");
        try {
            RefusedException refused = catchThrowableOfType(
                    RefusedException.class,
                    () -> database.warehouseOf(role).fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT));
            assertThat(refused).hasMessageContaining("may not create the schema theforge");
            assertThat(tables()).isEmpty();

            database.run(String.valueOf(refused.remedy()).replaceFirst(".*: ", ""));
            assertThat(database.warehouseOf(role)
                            .fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT)
                            .outcome())
                    .isEqualTo(Outcome.COMPLETED);
        } finally {
            database.run("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }
}
