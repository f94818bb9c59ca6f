package io.theforge.export.dirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.DirtKind;
import io.theforge.export.ExportReport;
import io.theforge.export.ExportedShop;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.dirt.ledger.LedgerReader;
import io.theforge.export.layout.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A dirty export")
class DirtyExportTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 30}}
            date_range: {start: "2024-01-01", end: "2024-12-31"}
            time_series: {base_demand: 5}
            """;
    private static final String SMALL = """
            dimensions: {stores: {count: 2}, products: {count: 6}}
            date_range: {start: "2024-01-15", end: "2024-03-10"}
            retail: {promotion_probability: 0.5, price_change_probability: 0.5}
            """;
    private static final String SPARSE = """
            dimensions: {stores: {count: 2}, products: {count: 3}}
            date_range: {start: "2024-01-15", end: "2024-03-10"}
            time_series: {base_demand: 0.5}
            retail: {promotion_probability: 0.9, price_change_probability: 0.9}
            """;
    private static final int ROWS = 4 * 30 * 366;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    @DisplayName("of the preset light has each of twelve kinds at 1 per cent of its rows")
    void rates(String format) throws IOException {
        DirtyShop.of(SHOP, format).preset("light", folder.resolve("dirty"));
        Map<String, Long> byKind = entries(folder.resolve("dirty")).stream()
                .collect(Collectors.groupingBy(entry -> entry.kind() + " of " + entry.table(), Collectors.counting()));
        assertThat(byKind.keySet().stream().map(kind -> kind.split(" ", -1)[0]).distinct())
                .hasSize(12);
        // 4.5 standard deviations either way: a right rate is outside once in 8,000 runs of these 18 draws
        double most = 4.5 * Math.sqrt(ROWS * 0.01 * 0.99);
        byKind.forEach((kind, count) -> assertThat((double) count).as(kind).isCloseTo(ROWS * 0.01, within(most)));
    }

    @Test
    @DisplayName("is the same whatever the workers and the format")
    void sameDirt() throws IOException {
        List<String> one = said("csv", 1);
        assertThat(said("csv", 2)).isEqualTo(one);
        assertThat(said("csv", 8)).isEqualTo(one);
        assertThat(said("jsonl", 2)).isEqualTo(one);
        assertThat(said("json", 2)).isEqualTo(one);
        assertThat(said("parquet", 2)).isEqualTo(one);
    }

    /** Without file and line. */
    private List<String> said(String format, int workers) throws IOException {
        Path dirty = folder.resolve(format + workers);
        DirtyShop.of(SMALL, format).withWorkers(workers).preset("light", dirty);
        return entries(dirty).stream()
                .map(entry ->
                        entry.table() + entry.key() + entry.column() + entry.kind() + entry.clean() + entry.dirty())
                .toList();
    }

    @Test
    @DisplayName("has a kind's dirt in the same cells whatever else is dirty on other cells")
    void independent() throws IOException {
        DirtyShop shop = DirtyShop.of(SMALL, "csv");
        shop.dirty("[{kind: quantity_negative, rate: 0.05}]", folder.resolve("alone"));
        shop.dirty(
                "[{kind: row_duplicated, rate: 0.1}, {kind: price_missing, rate: 0.2}, {kind: out_of_order, rate: 0.1},"
                        + " {kind: quantity_negative, rate: 0.05}]",
                folder.resolve("others"));
        List<String> alone = cells(folder.resolve("alone"));
        assertThat(alone).isNotEmpty();
        assertThat(cells(folder.resolve("others"))).containsExactlyInAnyOrderElementsOf(alone);
    }

    private static List<String> cells(Path dirty) throws IOException {
        return entries(dirty).stream()
                .filter(entry -> entry.kind().equals("quantity_negative"))
                .map(entry -> entry.key() + " " + entry.clean() + " " + entry.dirty())
                .toList();
    }

    @Test
    @DisplayName("leaves a cell to the kind that comes first in their order")
    void order() throws IOException {
        DirtyShop.of(SMALL, "csv")
                .dirty(
                        "[{kind: quantity_missing, rate: 1}, {kind: quantity_negative, rate: 1, stores: [S00001]}]",
                        folder.resolve("dirty"));
        assertThat(entries(folder.resolve("dirty")))
                .allMatch(entry ->
                        entry.kind().equals("quantity_negative") == entry.key().contains("|1|"));
    }

    @Test
    @DisplayName("keeps to the limits of stores, products, dates, tables and columns")
    void limits() throws IOException {
        DirtyShop.of(SMALL, "csv")
                .with(Layout.SERIES)
                .dirty(
                        "[{kind: quantity_negative, rate: 1, stores: [S00002], products: [SKU-000003, SKU-000005],"
                                + " start: \"2024-02-01\", end: \"2024-02-10\"}]",
                        folder.resolve("series"));
        assertThat(entries(folder.resolve("series")))
                .hasSize(20)
                .allMatch(entry -> entry.key().matches("S00002/SKU-00000[35]\\|2024-02-(0\\d|10)"));
        DirtyShop.of(SMALL, "csv")
                .dirty(
                        "[{kind: field_empty, rate: 0.5, table: inventory_snapshot_daily, column: on_hand_qty, stores: [S00001]}]",
                        folder.resolve("tables"));
        assertThat(entries(folder.resolve("tables")))
                .isNotEmpty()
                .allMatch(entry -> entry.table().equals("inventory_snapshot_daily")
                        && entry.column().equals("on_hand_qty")
                        && entry.key().contains("|1|"));
    }

    @Test
    @DisplayName(
            "has in its files, at the lines of the ledger, what the ledger says, as a reader that is not ours sees it")
    void ledgerPointsAtCells() throws IOException, SQLException {
        Path dirty = folder.resolve("dirty");
        DirtyShop.of(SMALL, "csv").preset("light", dirty);
        String source = "read_csv('FOLDER/sales_daily.csv', all_varchar = true)";
        for (String column : List.of("date", "store_id", "product_id", "quantity", "unit_price", "total_amount")) {
            assertThat(ExportedShop.query(
                            dirty,
                            "SELECT count(*), count(*) FILTER (WHERE cell.\"" + column + "\" = said.dirty) FROM "
                                    + "(SELECT row_number() OVER () + 1 AS line, * FROM " + source + ") AS cell "
                                    + "JOIN (FROM read_csv('FOLDER/dirt.csv', all_varchar = true)) AS said "
                                    + "ON cell.line = CAST(said.line AS INTEGER) AND said.\"table\" = 'sales_daily' "
                                    + "AND said.\"column\" = '" + column + "'"))
                    .as(column)
                    .allMatch(counts -> counts.matches("(\\d+)\\|\\1") && !counts.startsWith("0"));
        }
        assertThat(ExportedShop.query(
                        dirty,
                        "SELECT count(DISTINCT line) FROM read_csv('FOLDER/dirt.csv', all_varchar = true) "
                                + "WHERE kind = 'row_duplicated' AND \"table\" = 'sales_daily' AND clean IS NULL"))
                .noneMatch("0"::equals);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "price_decimal_comma, 0.2, '\"\\d+,\\d\\d\"'",
        "date_impossible, 0.2, \\d{4}-02-30",
        "price_currency_sign, 0.2, [$]\\d+\\.\\d\\d"
    })
    @DisplayName("of text has in a cell what no type holds")
    void rawText(String kind, double rate, String pattern) throws IOException {
        DirtyShop.of(SMALL, "csv").dirty("[{kind: " + kind + ", rate: " + rate + "}]", folder.resolve(kind));
        List<String> lines = Files.readAllLines(folder.resolve(kind).resolve("sales_daily.csv"));
        List<LedgerEntry> entries = entries(folder.resolve(kind));
        assertThat(entries).isNotEmpty();
        for (LedgerEntry entry : entries) {
            if (entry.table().equals("sales_daily")) {
                assertThat(lines.get((int) entry.line() - 1)).containsPattern(pattern);
            }
        }
    }

    @Test
    @DisplayName(
            "says in its manifest what was asked for and how often each kind has hit, and that it is no whole dataset")
    void manifest() throws IOException {
        ExportReport report = DirtyShop.of(SMALL, "csv")
                .dirty("[{kind: quantity_negative, rate: 0.1, stores: [S00001]}]", folder.resolve("dirty"));
        assertThat(report.manifest().isPartial()).isTrue();
        assertThat(report.manifest().dirty())
                .containsEntry("source", "rules.yaml")
                .containsEntry("kinds", Map.of("quantity_negative", (long)
                        entries(folder.resolve("dirty")).size()))
                .containsEntry("tables", List.of("sales_daily"));
        assertThat(report.manifest().tables().get("sales_daily").isWhole()).isFalse();
        assertThat(report.manifest().tables().get("store").isWhole()).isTrue();
        assertThat(report.manifest().files()).anyMatch(file -> file.path().equals("dirt.csv"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("of one kind has entries of that kind, in the layout of the tables or in that of the series")
    void eachKind(DirtKind kind) throws IOException {
        String rules = "[{kind: " + kind.word() + ", rate: 0.6}]";
        DirtyShop shop = DirtyShop.of(SPARSE, "csv");
        shop.dirty(rules, folder.resolve("tables"));
        shop.with(Layout.SERIES).dirtyAsFarAsItFits(rules, folder.resolve("series"));
        List<LedgerEntry> found = entries(folder.resolve("tables"));
        found.addAll(entries(folder.resolve("series")));
        assertThat(found).isNotEmpty().allMatch(entry -> entry.kind().equals(kind.word()));
    }

    static List<LedgerEntry> entries(Path dirty) throws IOException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (LedgerReader ledger = new LedgerReader(dirty.resolve(LedgerEntry.FILE))) {
            for (LedgerEntry entry = ledger.next(); entry != null; entry = ledger.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
