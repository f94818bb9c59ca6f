package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.duckdb.DuckDbFormat;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A DuckDB file, opened by DuckDB")
class DuckDbFormatTest extends FormatContract {
    @Override
    protected FileFormat format() {
        return new DuckDbFormat();
    }

    @Override
    protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
        String schema = table.isAnswerKey() ? "theforge" : "main";
        return DuckDbReader.query(
                out.resolve("forge.duckdb").toString(),
                "SELECT " + String.join(", ", columns(table)) + " FROM forge." + schema + "." + table.name()
                        + " ORDER BY rowid",
                table);
    }

    private static List<String> columns(ExportTable table) {
        return table.columns().stream().map(column -> '"' + column.name() + '"').toList();
    }

    /** It notes when a row came. */
    @Override
    protected String comparable(ExportFolder.Entry file) {
        return file.path();
    }

    @Override
    @Test
    @DisplayName("A table that is none of the seven is refused")
    void strangeValues() {
        assertThatThrownBy(super::strangeValues)
                .isInstanceOf(ConfigException.class)
                .hasMessage("a DuckDB file has the seven tables, and no strange");
    }

    @Override
    @Test
    @DisplayName("... however many rows it has")
    void order() {
        assertThatThrownBy(super::order).isInstanceOf(ConfigException.class);
    }

    private Warehouse warehouse(Path out) {
        return Warehouse.of(DatabaseUrl.parse("duckdb:" + out.resolve("forge.duckdb"), out));
    }

    @Test
    @DisplayName("A whole dataset is the Forge's own: recorded, and every law holds")
    void recorded() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report = write(eight(), WORK, out);
        try (Warehouse warehouse = warehouse(out)) {
            assertThat(warehouse.status().fingerprint()).isEqualTo(report.fingerprint());
            Verification verification = warehouse.verify(Progress.NONE);
            assertThat(verification.checks()).isNotEmpty();
            assertThat(verification.passed()).isTrue();
        }
        assertThat(out)
                .isDirectoryContaining("glob:**/forge.duckdb")
                .isDirectoryNotContaining("glob:**.{lock,wal,new*}");
    }

    @Test
    @DisplayName("A selection has its rows and all keys, and no record of a run")
    void selection() throws Exception {
        SeriesSelection some = SeriesSelection.spread(PLAN, 3);
        List<ExportTable> tables = Table.SEVEN.stream()
                .map(table -> ExportTable.of(PLAN, some, table))
                .toList();
        Path out = folder.resolve("out");
        new Export(PLAN, some, tables, format(), WORK).to(out, Progress.NONE);
        try (Warehouse warehouse = warehouse(out)) {
            assertThat(warehouse.runs()).isEmpty();
            assertThat(warehouse.status().fingerprint()).isNull();
        }
        assertThat(read(out, tables.get(5)))
                .isNotEmpty()
                .hasSizeLessThan(read(out, tables.get(2)).size() * 4);
    }

    @Test
    @DisplayName("A table without those that it refers to is refused by name")
    void references() {
        List<ExportTable> sales = Stream.of(Table.STORE, Table.SALES_DAILY)
                .map(table -> ExportTable.of(PLAN, SeriesSelection.all(PLAN), table))
                .toList();
        assertThatThrownBy(() -> write(sales, WORK, folder.resolve("out")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rows of sales_daily refer to rows of product, calendar");
    }
}
