package io.theforge.export.source;

import static io.theforge.export.ExportedShop.WORK;
import static io.theforge.export.ExportedShop.files;
import static io.theforge.export.ExportedShop.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.ExportedShop;
import io.theforge.export.duckdb.DuckDbFormat;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an export from a database promises, on one of the targets. */
abstract class DatabaseExportContract {
    static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 3}, products: {count: 7}}
            date_range: {start: 2024-01-01, end: 2024-04-15, horizon: 2024-12-31}
            retail: {promotion_probability: 0.5, price_change_probability: 0.4, new_product_share: 0.2, discontinued_share: 0.3}
            sparsity: {missing_combinations_pct: 0.1, missing_days_pct: 0.02, random_gaps_per_series: 1}
            """);

    private static final String STRANGERS_STORE =
            "INSERT INTO store (id, code, name) VALUES (900, 'Ours, \"the\" 1st', 'Corner')";
    private static final String STRANGERS_SALE = "INSERT INTO sales_daily (id, date, store_id, product_id, quantity,"
            + " unit_price, total_amount) VALUES (2000000000, DATE '2024-02-01', 900, 1, 3, 1.10, 3.00)";

    @TempDir
    Path folder;

    /** A database of this test. */
    abstract DatabaseUrl url();

    /** A connection of somebody else, who may write. */
    abstract Connection host() throws SQLException;

    final void change(String... statements) throws SQLException {
        try (Connection host = host();
                Statement statement = host.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    final String fill() {
        try (Warehouse warehouse = Warehouse.of(url())) {
            return String.valueOf(warehouse.fullNew(PLAN, WORK, Progress.NONE).fingerprint());
        }
    }

    final ExportReport export(Layout layout, boolean truth, FileFormat format, @Nullable Integer series, String out)
            throws Exception {
        try (DatabaseSource source = DatabaseSource.open(url(), series)) {
            List<ExportTable> tables = source.tables(layout, Table.SEVEN, truth);
            return new Export(source, tables, format, WORK).to(folder.resolve(out), Progress.NONE);
        }
    }

    private static FileFormat format(Layout layout) {
        return layout == Layout.INGEST ? PayloadFormat.of(TextFormat.JSON).orElseThrow() : TextFormat.CSV;
    }

    private void assertSameAsDirect(Layout layout, @Nullable Integer series) throws Exception {
        SeriesSelection wanted = series == null ? SeriesSelection.all(PLAN) : SeriesSelection.spread(PLAN, series);
        ExportedShop.write(
                PLAN,
                wanted,
                layout.tables(PLAN, wanted, Table.SEVEN, true),
                format(layout),
                WORK,
                folder.resolve("d"));
        String fingerprint = fill();
        ExportReport report = export(layout, true, format(layout), series, "db");
        assertThat(report.fingerprint()).isEqualTo(fingerprint);
        assertThat(report.unmanagedRows()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(files(folder.resolve("db"))).isEqualTo(files(folder.resolve("d")));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("An untouched dataset gives the bytes of the direct export, with its fingerprint")
    void untouched(Layout layout) throws Exception {
        assertSameAsDirect(layout, null);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("So do a few series of it")
    void someSeries(Layout layout) throws Exception {
        assertSameAsDirect(layout, 4);
    }

    @Test
    @DisplayName("Rows of others are there, with their ids, and counted; then there is no fingerprint")
    void unmanagedRows() throws Exception {
        fill();
        change(STRANGERS_STORE, STRANGERS_SALE);
        ExportReport report = export(Layout.TABLES, false, TextFormat.CSV, null, "db");
        assertThat(report.fingerprint()).isNull();
        assertThat(report.unmanagedRows()).containsEntry(Table.STORE, 1L).containsEntry(Table.SALES_DAILY, 1L);
        assertThat(query(folder, "SELECT code, name, region FROM 'FOLDER/db/store.csv' WHERE id = 900"))
                .containsExactly("Ours, \"the\" 1st|Corner|null");
        assertThat(query(folder, """
                SELECT date, store_id, product_id, quantity, unit_price, total_amount FROM 'FOLDER/db/sales_daily.csv'
                WHERE id = 2000000000""")).containsExactly("2024-02-01|900|1|3|1.1|3.0");
        assertThat(files(folder.resolve("db"))).hasSize(7);
        assertThat(Files.readString(folder.resolve("db/croissant.json")))
                .contains("\"datePublished\" : \"2024-04-15\"");
    }

    @Test
    @DisplayName("With rows of others the days ahead are left out, and that is said")
    void layoutsOfOthers() throws Exception {
        fill();
        change(STRANGERS_STORE, STRANGERS_SALE, "UPDATE calendar SET is_holiday = true WHERE date = DATE '2024-02-01'");
        ExportReport report = export(Layout.SERIES, false, TextFormat.CSV, null, "series");
        assertThat(report.notes()).hasSize(1).first().asString().contains("28 days");
        assertThat(files(folder.resolve("series"))).containsOnlyKeys("series.csv", "static.csv");
        assertThat(query(
                        folder,
                        "SELECT * FROM 'FOLDER/series/series.csv' WHERE unique_id = 'Ours, \"the\" 1st/SKU-000001'"))
                .containsExactly("Ours, \"the\" 1st/SKU-000001|2024-02-01|3|1.1|" + discountOf("1.10") + "|"
                        + promotionsOnChain() + "|1|null|null");
        export(Layout.M5, false, TextFormat.CSV, null, "m5");
        assertThat(query(folder, """
                SELECT d_31, d_32, d_33 FROM 'FOLDER/m5/sales_train_evaluation.csv' WHERE store_id LIKE 'Ours%'""")).containsExactly("0|3|0");
        assertThat(query(
                        folder,
                        "SELECT max(date), max(event_name_1) FILTER (d = 'd_32') FROM 'FOLDER/m5/calendar.csv'"))
                .containsExactly("2024-05-13|Holiday");
        export(Layout.INGEST, false, format(Layout.INGEST), null, "ingest");
        assertThat(query(folder, """
                SELECT r.quantity, r.unit_price, r.total_amount FROM (SELECT unnest(records) AS r FROM
                    read_json('FOLDER/ingest/sales-daily/*.json')) WHERE r.store_code LIKE 'Ours%'""")).containsExactly("3|1.1|3.0");
    }

    private String discountOf(String price) throws Exception {
        export(Layout.TABLES, false, TextFormat.CSV, null, "tables");
        return query(
                        folder,
                        "SELECT CAST(greatest(0, round(CAST(price - " + price
                                + " AS decimal(18, 10)) / price, 4)) AS double) FROM 'FOLDER/tables/price_history.csv'"
                                + " WHERE product_id = 1 AND store_id IS NULL AND DATE '2024-02-01' >= valid_from"
                                + " AND (valid_to IS NULL OR DATE '2024-02-01' <= valid_to)")
                .get(0);
    }

    private String promotionsOnChain() throws Exception {
        return query(
                        folder,
                        "SELECT count(*) FROM 'FOLDER/tables/promotion.csv' WHERE product_id = 1 AND store_id IS NULL"
                                + " AND DATE '2024-02-01' BETWEEN start_date AND end_date")
                .get(0);
    }

    @Test
    @DisplayName("The answer key to rows of others is refused")
    void truthOfOthers() throws Exception {
        fill();
        change(STRANGERS_STORE);
        assertThatThrownBy(() -> export(Layout.TABLES, true, TextFormat.CSV, null, "db"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no answer key");
    }

    @Test
    @DisplayName("A dataset of which rows have been changed has no fingerprint")
    void changedRows() throws Exception {
        fill();
        change("UPDATE sales_daily SET quantity = quantity + 1 WHERE id = (SELECT min(id) FROM sales_daily)");
        ExportReport report = export(Layout.TABLES, false, TextFormat.CSV, null, "db");
        assertThat(report.fingerprint()).isNull();
        assertThat(report.notes()).hasSize(1).first().asString().contains("not those that were made");
    }

    @Test
    @DisplayName("Nor has any part of it, and no file of it says that they are the Forge's")
    void partsOfChangedRows() throws Exception {
        fill();
        change("UPDATE sales_daily SET quantity = quantity + 1 WHERE id = (SELECT min(id) FROM sales_daily)");
        for (Layout layout : Layout.values()) {
            assertThat(export(layout, false, format(layout), null, layout.word())
                            .fingerprint())
                    .as(layout.word())
                    .isNull();
        }
        assertThat(export(Layout.TABLES, false, TextFormat.CSV, 4, "some").fingerprint())
                .isNull();
        export(Layout.TABLES, false, new DuckDbFormat(), null, "file");
        DatabaseUrl file = DatabaseUrl.parse("duckdb:" + folder.resolve("file/forge.duckdb"), folder);
        try (Warehouse warehouse = Warehouse.of(file)) {
            assertThat(warehouse.status().runs()).isEmpty();
            assertThat(warehouse.status().fingerprint()).isNull();
        }
    }

    @Test
    @DisplayName("Dates that were in the calendar before, as they would have been made, leave the fingerprint")
    void adoptedDates() throws Exception {
        fill();
        change("DELETE FROM theforge.calendar_day WHERE date < DATE '2024-01-10'");
        ExportReport report = export(Layout.TABLES, false, TextFormat.CSV, null, "db");
        assertThat(report.unmanagedRows()).containsEntry(Table.CALENDAR, 9L);
        assertThat(report.fingerprint()).isNotNull();
    }

    @Test
    @DisplayName("A database that is not there, or has none of the tables, is an error")
    void nothingThere() {
        assertThatThrownBy(() -> DatabaseSource.open(url(), null))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("there");
    }

    @Test
    @DisplayName("Layouts that are made of sales are refused where there are none")
    void noSales() throws Exception {
        fill();
        change("DELETE FROM sales_daily");
        assertThatThrownBy(() -> export(Layout.SERIES, false, TextFormat.CSV, null, "db"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no sales");
        assertThat(export(Layout.TABLES, false, TextFormat.CSV, null, "tables").fingerprint())
                .isNull();
    }
}
