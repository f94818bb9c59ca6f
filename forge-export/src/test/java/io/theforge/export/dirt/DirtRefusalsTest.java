package io.theforge.export.dirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import io.theforge.export.layout.Layout;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Dirt that cannot be is refused, with what is wrong, where, and what would do")
class DirtRefusalsTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 1}, products: {count: 2}}
            date_range: {start: "2024-01-15", end: "2024-01-20"}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "csv | {kind: quantity_negativ, rate: 0.1} | which is not known | did you mean quantity_negative?",
                "csv | {kind: quantity_negative, rate: 1.5} | is out of range | a number from 0 to 1",
                "csv | {kind: quantity_negative} | has no key rate | add rate",
                "csv | {kind: quantity_negative, rate: 0.1, tabel: x} | has no key \"tabel\" | did you mean table?",
                "csv | {kind: date_shifted, rate: 1, start: \"2024-02-02\", end: \"2024-02-01\"} | before its start | on or after",
                "parquet | {kind: date_impossible, rate: 0.1} | cannot be in --format parquet | take --format csv, jsonl, json",
                "jsonl | {kind: broken_quotes, rate: 0.1} | cannot be in --format jsonl | jsonl can have quantity_negative",
                "csv | {kind: quantity_negative, rate: 0.1, column: y} | takes no column | leave column out",
                "csv | {kind: quantity_negative, rate: 0.1, table: sales_dayly} | no table of this export | did you mean sales_daily?",
                "csv | {kind: quantity_negative, rate: 0.1, table: store} | is for sales, and store is another | another table",
                "csv | {kind: field_empty, rate: 0.1, column: quantiti} | no column that field_empty can be in | mean quantity?",
                "csv | {kind: store_day_missing, rate: 0.1, products: [SKU-000001]} | takes no products | leave products out",
                "csv | {kind: column_missing, rate: 1, start: \"2024-01-18\"} | takes no dates in csv | --format jsonl or json",
                "csv | {kind: store_day_missing, rate: 0.1, stores: [S00099]} | \"S00099\" is no store of the dataset | from S00001 to S00001",
                "csv | {kind: quantity_negative, rate: 0.1, products: [SKU-00001]} | no product of the dataset | did you mean SKU-000001?",
                "csv | {kind: date_shifted, rate: 1, start: \"2024-01-21\"} | runs from 2024-01-15 to 2024-01-20 | give days of the dataset",
                "csv | {kind: byte_order_mark, rate: 1, stores: [S00001]} | takes no stores and no products | leave"
            })
    void rules(String format, String rule, String message, String remedy) {
        ConfigException error = catchThrowableOfType(
                ConfigException.class,
                () -> DirtyShop.of(SHOP, format).dirty("[" + rule + "]", folder.resolve("dirty")));
        assertThat(error).as(rule).isNotNull();
        assertThat(error.getMessage()).contains(message);
        assertThat(error.remedy()).contains(remedy);
        assertThat(error.location()).startsWith("rules.yaml:1:");
        assertThat(folder.resolve("dirty")).doesNotExist();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "duckdb | TABLES | does not go with --format duckdb | csv, jsonl, json or parquet",
                "sql | TABLES | does not go with --format sql | csv, jsonl, json or parquet",
                "csv | M5 | does not go with --layout m5 | tables, series or ingest"
            })
    void formatsAndLayouts(String format, Layout layout, String message, String remedy) {
        ConfigException error = catchThrowableOfType(
                ConfigException.class,
                () -> DirtyShop.of(SHOP, format).with(layout).preset("light", folder.resolve("dirty")));
        assertThat(error.getMessage()).contains(message);
        assertThat(error.remedy()).contains(remedy);
    }

    @Test
    @DisplayName("A preset leaves out what a format cannot have, and says so")
    void presetsLeaveOut() throws IOException {
        assertThat(DirtyShop.of(SHOP, "parquet")
                        .preset("unit_errors", folder.resolve("dirty"))
                        .manifest()
                        .notes())
                .singleElement()
                .asString()
                .contains("price_decimal_comma", "cannot be in --format parquet");
    }

    @Test
    @DisplayName("A word that is no preset and no file is answered with the nearest preset")
    void unknownPreset() {
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> DirtyShop.of(SHOP, "csv").preset("lihgt", folder.resolve("dirty")));
        assertThat(error.getMessage()).contains("\"lihgt\" is no preset");
        assertThat(error.remedy()).contains("did you mean light?", "favorita_like");
    }
}
