package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigWriter;
import io.theforge.export.ExportReport;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.table.Column;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parquet, read by DuckDB")
class ParquetFormatTest extends FormatContract {
    @Override
    protected FileFormat format() {
        return new ParquetFormat();
    }

    @Override
    protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
        return DuckDbReader.query("", "FROM '" + file(out, table) + "'", table);
    }

    private List<List<@Nullable String>> texts(String sql, String... columns) throws Exception {
        List<Column> named =
                List.of(columns).stream().map(name -> Column.text(name, 0)).toList();
        return DuckDbReader.query("", sql, ExportTable.small("result", named, rows -> {}));
    }

    @Test
    @DisplayName("Fingerprint and configuration are in the file's metadata")
    void metadata() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report = write(eight(), WORK, out);
        for (ExportTable table : eight()) {
            assertThat(texts(
                            "SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file(out, table)
                                    + "') WHERE decode(key) LIKE 'forge.%' ORDER BY 1",
                            "key",
                            "value"))
                    .containsExactly(
                            List.of("forge.configuration", ConfigWriter.toYaml(PLAN.config())),
                            List.of("forge.fingerprint", String.valueOf(report.fingerprint())));
        }
    }

    @Test
    @DisplayName("Columns have the types of dates, decimals and truth values, with statistics and zstd")
    void types() throws Exception {
        Path out = folder.resolve("out");
        write(eight(), WORK, out);
        for (ExportTable table : eight()) {
            assertThat(texts("SELECT column_type FROM (DESCRIBE FROM '" + file(out, table) + "')", "type"))
                    .isEqualTo(table.columns().stream()
                            .map(column -> List.of(type(column)))
                            .toList());
            assertThat(texts(
                            "SELECT DISTINCT compression, CAST(stats_min IS NOT NULL AS varchar) FROM parquet_metadata('"
                                    + file(out, table) + "') WHERE stats_null_count < num_values",
                            "compression",
                            "statistics"))
                    .containsExactly(List.of("ZSTD", "true"));
        }
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case CENTS -> "DECIMAL(" + column.size() + ",2)";
            case BASIS_POINTS -> "DECIMAL(" + column.size() + ",4)";
            case TEXT -> "VARCHAR";
            case REAL -> "DOUBLE";
            case BOOL -> "BOOLEAN";
            case DATE -> "DATE";
            case STORE, PRODUCT, INTEGER -> "INTEGER";
        };
    }
}
