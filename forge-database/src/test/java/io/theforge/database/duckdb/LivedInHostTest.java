package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with everything in it that DuckDB lets a host hang onto the seven tables. */
class LivedInHostTest {
    private static final Map<String, String> COLUMNS_OF_THE_HOST = new TreeMap<>(Map.of(
            "    city varchar(50),", "    city varchar(50), manager varchar,",
            "    quantity integer NOT NULL,", "    quantity integer NOT NULL, channel varchar DEFAULT 'shop',"));
    private static final String HOST_ROWS = """
            SELECT 'store ' || to_json(t) FROM store t WHERE code LIKE 'HOST%'
            UNION ALL SELECT 'product ' || to_json(t) FROM product t WHERE sku LIKE 'HOST%'
            UNION ALL SELECT 'calendar ' || to_json(t) FROM calendar t WHERE date IN ('2024-01-10', '2023-12-31')
            UNION ALL SELECT 'sales ' || to_json(t) FROM sales_daily t WHERE channel = 'web'
            UNION ALL SELECT 'stock ' || to_json(t) FROM inventory_snapshot_daily t
                WHERE store_id IN (SELECT id FROM store WHERE code LIKE 'HOST%')
            UNION ALL SELECT 'price ' || to_json(t) FROM price_history t
                WHERE product_id IN (SELECT id FROM product WHERE sku LIKE 'HOST%')
            UNION ALL SELECT 'promotion ' || to_json(t) FROM promotion t WHERE name = 'host'
            UNION ALL SELECT 'card ' || to_json(t) FROM loyalty_card t
            UNION ALL SELECT 'campaign ' || to_json(t) FROM campaign t
            UNION ALL SELECT 'elsewhere ' || to_json(t) FROM sales_app.store t
            UNION ALL SELECT 'elsewhere ' || to_json(t) FROM "Reporting"."Store" t
            UNION ALL SELECT 'view ' || to_json(t) FROM stores_of_stores t
            ORDER BY 1
            """;

    @TempDir
    Path folder;

    private DuckDbPlace place;

    @BeforeEach
    void moveIn() throws SQLException {
        place = new DuckDbPlace(folder);
        String tables = SqlScript.text(DuckDbTarget.class, "tables.sql");
        for (Map.Entry<String, String> column : COLUMNS_OF_THE_HOST.entrySet()) {
            assertThat(tables).contains(column.getKey());
            tables = tables.replace(column.getKey(), column.getValue());
        }
        try (Connection connection = Connections.writing(place.file()).connection()) {
            for (String sql : (tables + SqlScript.text(LivedInHostTest.class, "host.sql")).split(";\\R")) {
                Sql.on(connection).run(sql);
            }
        }
    }

    private Warehouse warehouse() {
        return place.warehouse();
    }

    /** Without what is ours by right: our own tables, and where the sequences of the seven stand. */
    private List<String> catalog() throws SQLException {
        return place.catalog().stream()
                .filter(line -> !line.contains("theforge"))
                .filter(line -> !line.matches("sequence main CREATE SEQUENCE (store|product|price_history|promotion"
                        + "|sales_daily|inventory_snapshot_daily)_id_seq .*"))
                .toList();
    }

    private List<String> hostRows() throws SQLException {
        try (Connection connection = Connections.readOnly(place.file()).connection()) {
            return Sql.on(connection).texts(HOST_ROWS);
        }
    }

    private long firstStoreOfOurs() throws SQLException {
        try (Connection connection = Connections.readOnly(place.file()).connection()) {
            return Sql.on(connection).number("SELECT min(id) FROM store WHERE code NOT LIKE 'HOST%'");
        }
    }

    @Test
    void fillingAppendingDeletingVerifyingAndLookingLeavesAllOfItAsItWas() throws SQLException {
        List<String> catalog = catalog();
        List<String> rows = hostRows();
        assertThat(rows).hasSize(18);

        List<Step> steps = List.of(
                () -> fullNew(1),
                () -> fullNew(2),
                () -> append(21, 25, null),
                () -> append(24, 28, 9L),
                () -> delete(Deletion.Scope.FACTS),
                () -> delete(Deletion.Scope.ALL),
                () -> fullNew(3));
        for (Step step : steps) {
            assertThat(step.run().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(warehouse().verify(Shops.SILENT).checks())
                    .filteredOn(check -> check.status() == Check.Status.FAILED)
                    .isEmpty();
            assertThat(catalog()).isEqualTo(catalog);
            assertThat(hostRows()).isEqualTo(rows);
        }
        assertThat(firstStoreOfOurs())
                .as("ids begin behind the host's sequences")
                .isGreaterThan(70_002);
    }

    private interface Step {
        OperationReport run();
    }

    private OperationReport fullNew(long seed) {
        return warehouse().fullNew(Shops.plan(seed, 2, 3, 20), Shops.WORK, Shops.SILENT);
    }

    private OperationReport append(int firstDay, int lastDay, @Nullable Long seed) {
        LocalDate first = LocalDate.of(2024, 1, firstDay);
        return warehouse()
                .append(
                        new AppendRequest(first, first.plusDays(lastDay - firstDay), seed, true),
                        Shops.WORK,
                        Shops.SILENT);
    }

    private OperationReport delete(Deletion.Scope scope) {
        return warehouse().delete(new Deletion(scope, false, null), Shops.SILENT);
    }
}
