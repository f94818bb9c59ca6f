package io.theforge.export.dirt.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.export.dirt.DirtPresets;
import io.theforge.export.dirt.DirtyShop;
import io.theforge.export.file.Compression;
import io.theforge.export.layout.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Undo gives the clean export again, from the dirty one and its ledger alone")
class UndoTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 2}, products: {count: 6}}
            date_range: {start: "2024-01-15", end: "2024-03-10"}
            time_series: {base_demand: 3}
            retail: {promotion_probability: 0.5, price_change_probability: 0.5}
            sparsity: {random_gaps_per_series: 1}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> presetsAndFormats() {
        return DirtPresets.NAMES.stream()
                .flatMap(preset ->
                        Stream.of("csv", "jsonl", "json", "parquet").map(format -> Arguments.of(preset, format)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("presetsAndFormats")
    @DisplayName("of each preset in each format, byte for byte")
    void eachPreset(String preset, String format) throws IOException {
        DirtyShop shop = DirtyShop.of(SHOP, format);
        shop.clean(folder.resolve("clean"));
        shop.preset(preset, folder.resolve("dirty"));
        undone();
    }

    @ParameterizedTest(name = "{0} as {1}, {2}")
    @CsvSource({
        "SERIES, csv, NONE",
        "SERIES, jsonl, GZIP",
        "SERIES, parquet, NONE",
        "INGEST, json, NONE",
        "INGEST, jsonl, NONE",
        "TABLES, csv, GZIP"
    })
    @DisplayName("of other layouts and compressed files")
    void layouts(Layout layout, String format, Compression compression) throws IOException {
        DirtyShop shop = DirtyShop.of(SHOP, format).with(layout).with(compression);
        shop.clean(folder.resolve("clean"));
        shop.dirtyAsFarAsItFits(RandomRules.EACH_KIND, folder.resolve("dirty"));
        undone();
    }

    @Test
    @DisplayName("of payloads, rows that move from one file into the next included")
    void payloads() throws IOException {
        DirtyShop shop = DirtyShop.of("""
                dimensions: {stores: {count: 3}, products: {count: 20}}
                date_range: {start: "2024-01-01", end: "2024-12-31"}
                """, "json").with(Layout.INGEST);
        shop.clean(folder.resolve("clean"));
        shop.dirty(
                "[{kind: out_of_order, rate: 0.5}, {kind: row_duplicated, rate: 0.4}, {kind: store_day_missing, rate: 0.1}]",
                folder.resolve("dirty"));
        undone();
    }

    @Test
    @DisplayName("of series whose rows are all to go: one of each stays")
    void allRowsGone() throws IOException {
        DirtyShop shop = DirtyShop.of(SHOP, "csv").with(Layout.SERIES);
        shop.clean(folder.resolve("clean"));
        shop.dirty("[{kind: store_day_missing, rate: 1}]", folder.resolve("dirty"));
        assertThat(Files.readAllLines(folder.resolve("dirty/series.csv"))).hasSize(13);
        undone();
    }

    private void undone() throws IOException {
        assertThat(Files.readString(folder.resolve("dirty/dirt.csv")).lines().count())
                .isGreaterThan(1);
        Undo.of(folder.resolve("dirty")).to(folder.resolve("undone"));
        assertThat(bytes(folder.resolve("undone"))).isEqualTo(bytes(folder.resolve("clean")));
    }

    static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    bytes.put(
                            folder.relativize(file).toString(),
                            file.toString().endsWith(".parquet")
                                    ? HexFormat.of().formatHex(Files.readAllBytes(file))
                                    : Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return bytes;
    }

    @Test
    @DisplayName(
            "A changed file, a ledger that was cut or edited, a ledger of another export, and a clean export are refused by name")
    void refusals() throws IOException {
        DirtyShop shop = DirtyShop.of(SHOP, "csv");
        Path dirty = folder.resolve("dirty");
        shop.preset("light", dirty);
        shop.clean(folder.resolve("clean"));

        assertThatThrownBy(() -> Undo.of(folder.resolve("clean"))).hasMessageContaining("no dirty export");
        assertThatThrownBy(() -> Undo.of(folder)).hasMessageContaining("manifest.json");
        String ledger = Files.readString(dirty.resolve("dirt.csv"));
        for (String other : List.of(
                ledger.substring(0, ledger.length() / 2),
                ledger.replaceFirst("quantity_negative", "price_negative"),
                "")) {
            Files.writeString(dirty.resolve("dirt.csv"), other);
            assertThatThrownBy(() -> Undo.of(dirty)).hasMessageContaining("dirt.csv is not the file that was written");
        }
        Files.writeString(dirty.resolve("dirt.csv"), ledger);
        Path sales = dirty.resolve("sales_daily.csv");
        Files.writeString(sales, Files.readString(sales).replaceFirst("\n1,", "\n2,"));
        assertThatThrownBy(() -> Undo.of(dirty)).hasMessageContaining("sales_daily.csv is not the file");
        Files.delete(sales);
        assertThatThrownBy(() -> Undo.of(dirty)).hasMessageContaining("sales_daily.csv is missing");
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "sales_daily.csv, another date",
        "sales_daily.csv, a line less",
        "dirt.csv, another clean value",
        "dirt.csv, a line less"
    })
    @DisplayName(
            "A change that the ledger does not know is never passed on, even where the manifest's sums have been made to fit")
    void unknownChanges(String file, String change) throws IOException {
        Path dirty = folder.resolve("dirty");
        DirtyShop.of(SHOP, "csv").preset("light", dirty);
        Path changed = dirty.resolve(file);
        String before = Files.readString(changed);
        String after = switch (change) {
            case "another date" -> before.replaceFirst("2024-02-01,1,1", "2024-02-02,1,1");
            case "another clean value" -> before.replaceFirst(",quantity_negative,(\\d+),", ",quantity_negative,1$1,");
            default -> before.substring(0, before.lastIndexOf('\n', before.length() - 2) + 1);
        };
        assertThat(after).isNotEqualTo(before);
        String manifest = Files.readString(dirty.resolve("manifest.json"));
        String sum = sha256(after.getBytes(StandardCharsets.UTF_8));
        Files.writeString(dirty.resolve("manifest.json"), manifest.replace(sha256(changed), sum));
        Files.writeString(changed, after);

        Undo undo = Undo.of(dirty);
        assertThatThrownBy(() -> undo.to(folder.resolve("undone")))
                .isInstanceOf(UndoException.class)
                .hasMessageContaining("ledger does not know");
        assertThat(folder.resolve("undone")).doesNotExist();
    }

    private static String sha256(Path file) throws IOException {
        return sha256(Files.readAllBytes(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
