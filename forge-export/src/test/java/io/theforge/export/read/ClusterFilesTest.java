package io.theforge.export.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.report.Progress;
import io.theforge.export.ExportedShop;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder that a cluster wrote is read like an export: the same fingerprint, and one clear word about what is wrong. */
class ClusterFilesTest {
    private static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 2}, products: {count: 3}}
            date_range: {start: "2024-01-01", end: "2024-02-29"}
            """);

    private static ClusterFiles shop;

    @TempDir
    Path folder;

    @BeforeAll
    static void export(@TempDir Path work) throws Exception {
        shop = new ClusterFiles(PLAN, work);
    }

    @AfterAll
    static void close() throws Exception {
        shop.close();
    }

    private CheckedRows check() {
        return ExportCheck.of(folder, Progress.NONE);
    }

    private Path only(String table) throws Exception {
        try (var files = Files.list(folder.resolve(table))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"parquet, 1", "parquet, 3", "parquet, 9", "csv, 1", "csv, 4", "delta, 2"})
    void theFingerprintIsThatOfAnExport(String format, int files) throws Exception {
        CheckedRows checked = check(shop.write(folder, format, files, files));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.notes()).isEmpty();
        assertThat(checked.fingerprint()).isEqualTo(shop.fingerprint());
        assertThat(checked.tables()).hasSize(Table.values().length);
    }

    @ParameterizedTest
    @CsvSource({"parquet", "csv"})
    void withoutAManifestTheColumnsTellThatThereAreCodes(String format) throws Exception {
        shop.write(folder, format, 2, 4);
        Files.delete(folder.resolve(Manifest.FILE));
        assertThat(check().problems()).isEmpty();
        assertThat(check().fingerprint()).isEqualTo(shop.fingerprint());
    }

    @Test
    void filesThatAreStillBeingWrittenAreNoWholeExport() throws Exception {
        shop.write(folder, "parquet", 2, 4);
        Files.delete(folder.resolve(Manifest.FILE));
        Files.createFile(folder.resolve(Manifest.INCOMPLETE));
        assertThat(check().problems())
                .containsExactly("_INCOMPLETE is here: the job that writes these files is at work, or was stopped");
    }

    @Test
    void aManifestOfTablesWithIdsTakesNoCodes() throws Exception {
        shop.write(folder, "parquet", 1, 4);
        edit("\"layout\" : \"codes\"", "\"layout\" : \"tables\"");
        assertThat(check().problems()).anyMatch(problem -> problem.endsWith(".parquet has no column id"));
    }

    @Test
    void tablesMayBeEmpty() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        try (ClusterFiles quiet = new ClusterFiles(ExportedShop.plan("""
                dimensions: {stores: {count: 1}, products: {count: 2}}
                date_range: {start: "2024-01-01", end: "2024-01-31"}
                promotions: {campaigns_per_month: 0}
                retail: {promotion_probability: 0}
                """), work)) {
            for (String format : List.of("parquet", "csv")) {
                CheckedRows checked = check(quiet.write(folder.resolve(format), format, 2, 3));
                assertThat(checked.problems()).isEmpty();
                assertThat(checked.fingerprint()).isEqualTo(quiet.fingerprint());
                assertThat(checked.tables().get("promotion").rows()).isZero();
            }
        }
    }

    @RepeatedTest(6)
    void howRowsAreSharedOutAndOrderedDoesNotMatter(RepetitionInfo repetition) throws Exception {
        Random chance = new Random(repetition.getCurrentRepetition());
        String format = List.of("parquet", "csv", "delta").get(chance.nextInt(3));
        CheckedRows checked = check(shop.write(folder, format, 1 + chance.nextInt(6), chance.nextInt(1_000_000)));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.fingerprint()).isEqualTo(shop.fingerprint());
    }

    @Test
    void theRowThatIsNotAsTheConfigurationMakesItIsNamedWhereverItIs() throws Exception {
        try (ClusterFiles changed = new ClusterFiles(PLAN, Files.createDirectory(folder.resolve("work")))) {
            changed.run("UPDATE sales_daily SET quantity = quantity + 1 WHERE date = '2024-02-03' AND store_id = 2"
                    + " AND product_id = 3");
            CheckedRows checked = check(changed.write(folder.resolve("shop"), "parquet", 5, 8));
            assertThat(checked.problems().get(0))
                    .matches("sales_daily/part-0000\\d-.*\\.parquet: row \\d+: quantity is \\d+, and \\d+ is what the"
                            + " configuration makes \\(date=2024-02-03 store_code=S00002 sku=SKU-000003\\)");
        }
    }

    private static CheckedRows check(Path folder) {
        return ExportCheck.of(folder, Progress.NONE);
    }

    @Test
    void withoutTheAnswerKeyItIsTheSame() throws Exception {
        shop.write(folder, "parquet", 1, 1);
        try (var files = Files.walk(folder.resolve("truth"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
        assertThat(check().problems()).isEmpty();
        assertThat(check().notes()).containsExactly("the answer key has been withheld: no file of truth/ is here");
        assertThat(check().fingerprint()).isEqualTo(shop.fingerprint());
    }

    @Test
    void filesOfSomebodyElseAreToldAndThoseOfTheClusterAreNot() throws Exception {
        shop.write(folder, "delta", 1, 1);
        Files.writeString(folder.resolve("sales_daily/_committed_17"), "x");
        assertThat(check().problems()).isEmpty();
        Files.writeString(folder.resolve("sales_daily/part-7.parquet"), "mine");
        assertThat(check().problems()).containsExactly("sales_daily/part-7.parquet is not in the manifest");
    }

    /** Lines are found by their key, wherever they lie in the file. */
    @ParameterizedTest(name = "{1} becomes {2} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sales_daily | (?m)^(2024-01-17,S00001,SKU-000001),\\d+ | $1,77777 | quantity is 77777, and ",
                "sales_daily | (?m)^(2024-01-17,S00001,SKU-000001),\\d+ | $1, | quantity is empty",
                "sales_daily | (?m)^(2024-01-17,S00001,SKU-000001),\\d+ | $1,8.5 | quantity 8.5 is no whole number",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001 | 2024-01-17,S00009,SKU-000001 | store_code is \"S00009\", which is no store of the dataset",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001 | 2024-01-17,S00001,SKU-1 | sku is \"SKU-1\", which is no product of the dataset",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001 | 2024-01-17,,SKU-000001 | store_code is empty",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001 | 2024-01-17,\"\",SKU-000001 | store_code is \"\", which is no store of the dataset",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001,.*\\n | '' | sales_daily: a row is missing: date=2024-01-17 store_code=S00001 sku=SKU-000001",
                "sales_daily | (?m)^(2024-01-17,S00001,SKU-000001,.*\\n) | $1$1 | is one too many: date=2024-01-17 store_code=S00001 sku=SKU-000001",
                "sales_daily | (?m)^2024-01-17,S00001,SKU-000001 | 17.1.2024,S00001,SKU-000001 | date 17.1.2024 is no date",
                "sales_daily | date,store_code | date,store | sales_daily has no column store_code",
                "sales_daily | date,store_code,sku | date,store_code,sku,note | cannot be read",
                "store | S00002, | S00003, | is one too many: code=S00003",
            })
    void whatIsDamagedIsTold(String table, String from, String to, String message) throws Exception {
        shop.write(folder, "csv", 1, 5);
        Path file = only(table);
        String text = Files.readString(file);
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
        CheckedRows checked = check();
        assertThat(checked.problems()).isNotEmpty();
        assertThat(checked.problems().get(0).replaceAll("/part-\\S*csv", "")).contains(message);
        trust(file, table);
        assertThat(check().problems().get(0).replaceAll("/part-\\S*csv", "")).contains(message);
    }

    /** Has the manifest say what is in a file now. */
    private void trust(Path file, String table) throws Exception {
        String path = folder.relativize(file).toString().replace('\\', '/');
        Manifest manifest = ManifestReader.read(folder);
        List<ManifestFile> files = new ArrayList<>(manifest.files());
        files.replaceAll(each -> each.path().equals(path) ? entry(path, Table.named(table)) : each);
        Files.write(folder.resolve(Manifest.FILE), with(manifest, files).bytes());
    }

    private ManifestFile entry(String path, Table table) {
        try {
            return ClusterFiles.entry(folder, path, table);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Manifest with(Manifest manifest, List<ManifestFile> files) {
        return new Manifest(
                manifest.asked(),
                manifest.config(),
                manifest.fingerprint(),
                manifest.dateRange(),
                manifest.isPartial(),
                manifest.dirty(),
                manifest.tables(),
                files,
                manifest.unmanagedRows(),
                manifest.notes());
    }

    @Test
    void aMissingFileAndATornOneAreTold() throws Exception {
        shop.write(folder, "parquet", 2, 1);
        Path file = only("sales_daily");
        String name = "sales_daily/" + file.getFileName();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(check().problems().get(0)).startsWith(name + " cannot be read: ");
        Files.delete(file);
        assertThat(check().problems()).containsExactly(name + " is missing");
    }

    @Test
    void rowsOfAnotherDatasetAreTold() throws Exception {
        shop.write(folder, "parquet", 2, 1);
        edit("\"seed\" : 42", "\"seed\" : 7");
        assertThat(check().problems().get(0))
                .startsWith("the configuration in manifest.json makes a dataset with the fingerprint ");
    }

    private void edit(String from, String to) throws Exception {
        Path file = folder.resolve(Manifest.FILE);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void orcIsRefusedWithAWayOut() throws Exception {
        shop.write(folder, "parquet", 1, 1);
        edit("\"format\" : \"parquet\"", "\"format\" : \"orc\"");
        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        UnreadFormatException.class,
                        refused -> assertThat(refused.remedy()).contains("Parquet"))
                .hasMessageContaining("ORC, which DuckDB does not read");
    }

    @Test
    void aFormatThatNoClusterWritesIsTold() throws Exception {
        shop.write(folder, "parquet", 1, 1);
        edit("\"format\" : \"parquet\"", "\"format\" : \"jsonl\"");
        assertThat(check().problems())
                .containsExactly("manifest.json.format is \"jsonl\", and none of parquet, csv, orc, delta");
    }
}
