package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database with everything in it that PostgreSQL lets a host hang onto the seven tables. */
class LivedInHostTest {
    private static final String HOST_ROWS = """
            SELECT 'store ' || to_jsonb(t)::text FROM public.store t WHERE code LIKE 'HOST%'
            UNION ALL SELECT 'product ' || to_jsonb(t)::text FROM public.product t WHERE sku LIKE 'HOST%'
            UNION ALL SELECT 'calendar ' || to_jsonb(t)::text FROM public.calendar t WHERE date IN ('2024-01-10', '2023-12-31')
            UNION ALL SELECT 'sales ' || to_jsonb(t)::text FROM public.sales_daily t WHERE channel = 'web'
            UNION ALL SELECT 'stock ' || to_jsonb(t)::text FROM public.inventory_snapshot_daily t
                WHERE store_id IN (SELECT id FROM public.store WHERE code LIKE 'HOST%')
            UNION ALL SELECT 'price ' || to_jsonb(t)::text FROM public.price_history t
                WHERE product_id IN (SELECT id FROM public.product WHERE sku LIKE 'HOST%')
            UNION ALL SELECT 'promotion ' || to_jsonb(t)::text FROM public.promotion t WHERE name = 'host'
            UNION ALL SELECT 'card ' || to_jsonb(t)::text FROM public.loyalty_card t
            UNION ALL SELECT 'campaign ' || to_jsonb(t)::text FROM public.campaign t
            UNION ALL SELECT 'basket ' || to_jsonb(t)::text FROM public.basket t
            UNION ALL SELECT 'daily ' || to_jsonb(t)::text FROM public.daily t
            UNION ALL SELECT 'elsewhere ' || to_jsonb(t)::text FROM sales_app.store t
            UNION ALL SELECT 'elsewhere ' || to_jsonb(t)::text FROM "Reporting"."Store" t
            ORDER BY 1
            """;

    @RegisterExtension
    final OwnDatabase database = OwnDatabase.ofTheApplication();

    private String role;

    @BeforeEach
    void moveIn() throws SQLException {
        role = database.name() + "_clerk";
        try (Connection connection = database.connect()) {
            for (String sql : SqlScript.text(LivedInHostTest.class, "host.sql").split(";\\R")) {
                Sql.on(connection).run(sql.replace("ROLE_NAME", role));
            }
        }
    }

    @AfterEach
    void moveOut() throws SQLException {
        database.run("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
    }

    private Warehouse warehouse(String settings) {
        return Warehouse.of(DatabaseUrl.parse(database.url() + settings, Path.of("")));
    }

    private OperationReport fullNew(long seed) {
        return warehouse("").fullNew(Shops.plan(seed, 2, 3, 20), Shops.WORK, Shops.SILENT);
    }

    /** Without what is ours by right: our own tables, and where the sequences of the seven stand. */
    private List<String> catalog() throws SQLException {
        try (Connection connection = database.connect()) {
            return PostgresPlace.catalog(connection).stream()
                    .filter(line -> !line.contains("theforge") || line.contains(role))
                    .filter(line -> !line.matches("public\\.\\w+_id_seq \\d+ [tf]"))
                    .toList();
        }
    }

    private List<String> hostRows() throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.on(connection).texts(HOST_ROWS);
        }
    }

    @Test
    void fillingAppendingDeletingVerifyingAndLookingLeavesAllOfItAsItWas() throws SQLException {
        List<String> catalog = catalog();
        List<String> rows = hostRows();
        assertThat(rows).hasSize(19);

        List<Step> steps = List.of(
                () -> fullNew(1),
                () -> append(21, 25, null),
                () -> append(24, 28, 9L),
                () -> delete(Deletion.Scope.FACTS),
                () -> delete(Deletion.Scope.ALL),
                () -> fullNew(2),
                () -> append(21, 40, null));
        for (Step step : steps) {
            OperationReport report = step.run();
            assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(warehouse("").verify(Shops.SILENT).checks())
                    .filteredOn(check -> check.status() == Check.Status.FAILED)
                    .isEmpty();
            assertThat(catalog()).isEqualTo(catalog);
            assertThat(hostRows()).isEqualTo(rows);
        }
        assertThat(database.number("SELECT min(id) FROM store WHERE code NOT LIKE 'HOST%'"))
                .as("ids begin behind the host's sequences")
                .isGreaterThan(70_002);
        assertThat(database.number("SELECT nextval('sales_daily_id_seq') - max(id) FROM sales_daily"))
                .isEqualTo(1);
        assertThat(database.number("SELECT sum(n) FROM seen"))
                .as("rows that the host's trigger was shown")
                .isGreaterThanOrEqualTo(2L * 3 * (20 + 5 + 3 + 20 + 20));
    }

    private interface Step {
        OperationReport run();
    }

    private OperationReport append(int firstDay, int lastDay, @Nullable Long seed) {
        LocalDate first = LocalDate.of(2024, 1, firstDay);
        AppendRequest request = new AppendRequest(first, first.plusDays(lastDay - firstDay), seed, true);
        return warehouse("").append(request, Shops.WORK, Shops.SILENT);
    }

    private OperationReport delete(Deletion.Scope scope) {
        return warehouse("").delete(new Deletion(scope, false, null), Shops.SILENT);
    }

    @Test
    void aSchemaInFrontWithATableOfOneNameIsRefusedAndNothingChanges() throws SQLException {
        List<String> catalog = catalog();
        List<String> rows = hostRows();
        assertThatThrownBy(() -> warehouse("?options=-csearch_path%3Dsales_app,public")
                        .fullNew(Shops.plan(1, 2, 3, 20), Shops.WORK, Shops.SILENT))
                .hasMessageContaining("store");
        assertThat(catalog()).isEqualTo(catalog);
        assertThat(hostRows()).isEqualTo(rows);
    }

    @Test
    void rowsOfTheHostThatHangOnOursAreAReasonToRefuseAndNothingChanges() throws SQLException {
        fullNew(1);
        database.run("INSERT INTO loyalty_card (store_id) SELECT min(id) FROM store WHERE code NOT LIKE 'HOST%'");
        List<String> catalog = catalog();
        List<String> rows = hostRows();
        assertThatThrownBy(() -> fullNew(2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("loyalty_card");
        assertThat(catalog()).isEqualTo(catalog);
        assertThat(hostRows()).isEqualTo(rows);
    }
}
