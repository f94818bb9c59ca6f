package io.theforge.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    private static final List<String> SHOP = List.of("--stores", "2", "--products", "3", "--end-date", "2024-02-29");

    @TempDir
    Path folder;

    private Ran export(String... more) {
        List<String> arguments = new ArrayList<>(List.of("export"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--from-database")) {
            arguments.addAll(SHOP);
        }
        return Ran.in(folder, arguments.toArray(String[]::new));
    }

    @Test
    void aDatasetIsOneFingerprintWhereverItIs() {
        List<String> arguments = new ArrayList<>(List.of("--full-new", "--confirm", "--json"));
        arguments.addAll(SHOP);
        String fingerprint = Ran.in(folder, arguments.toArray(String[]::new))
                .json()
                .get("fingerprint")
                .asText();
        for (String format : List.of("csv", "jsonl", "json", "parquet", "duckdb", "sql")) {
            for (String source : List.of("", "--from-database")) {
                String out = format + source;
                Ran exported = source.isEmpty()
                        ? export("--format", format, "--out", out, "--json")
                        : export("--format", format, "--out", out, "--json", source);
                assertThat(exported.exit()).as(exported.err()).isZero();
                assertThat(exported.json().get("fingerprint").asText()).as(out).isEqualTo(fingerprint);
                Ran read = Ran.in(folder, "fingerprint", out, "--json");
                assertThat(read.exit()).as(out + read.err()).isZero();
                assertThat(read.json().get("fingerprint").asText()).as(out).isEqualTo(fingerprint);
            }
        }
        assertThat(Ran.in(folder, "fingerprint", "duckdb:.forge/forge.duckdb", "--json")
                        .json()
                        .get("fingerprint")
                        .asText())
                .isEqualTo(fingerprint);
    }

    @Test
    void jsonIsTheManifestAndTheUsualFields() throws Exception {
        JsonNode json = export("--format", "csv", "--out", "shop", "--json").json();
        JsonNode manifest = Ran.parse(Files.readString(folder.resolve("shop/manifest.json")));
        assertThat(json.get("operation").asText()).isEqualTo("export");
        assertThat(json.get("outcome").asText()).isEqualTo("completed");
        assertThat(json.get("database").isNull()).isTrue();
        manifest.fields()
                .forEachRemaining(field ->
                        assertThat(json.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void noDatabaseIsOpenedAndAProductionMarkDoesNotMatter() {
        Ran ran = Ran.in(
                folder,
                Map.of("APP_ENV", "production", "DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing"),
                "export",
                "--format",
                "csv",
                "--out",
                "shop",
                "--stores",
                "1",
                "--products",
                "1");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void theSameExportIsTheSameBytesWithAnyNumberOfWorkers() throws Exception {
        export("--format", "parquet", "--out", "one", "--workers", "1");
        export("--format", "parquet", "--out", "four", "--workers", "4");
        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(folder.resolve("four").resolve(file.getFileName()))
                            .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void itTellsHowToReadWhatItHasWritten() {
        assertThat(export("--format", "csv", "--out", "shop").out())
                .contains("duckdb -c \"FROM 'shop/sales_daily.csv'\"")
                .contains("./forge fingerprint shop");
        assertThat(export("--format", "sql", "--out", "script", "--compress", "gzip")
                        .out())
                .contains("gunzip -c script/forge.sql.gz | psql");
        assertThat(export("--format", "json", "--out", "api", "--layout", "ingest")
                        .out())
                .contains("--data-binary @api/sales-daily/00000.json");
    }

    @Test
    void chosenTablesAndSeriesAreAPartOfTheDataset() {
        JsonNode tables = export("--format", "csv", "--out", "a", "--tables", "store,sales_daily", "--json")
                .json();
        assertThat(tables.get("tables").fieldNames()).toIterable().containsExactly("store", "sales_daily");
        assertThat(tables.get("partial").asBoolean()).isTrue();
        JsonNode series = export("--format", "csv", "--out", "b", "--series", "1", "--json")
                .json();
        assertThat(series.at("/tables/store/rows").asInt()).isEqualTo(1);
        assertThat(series.get("fingerprint")).isEqualTo(tables.get("fingerprint"));
        for (String out : List.of("a", "b")) {
            Ran read = Ran.in(folder, "fingerprint", out);
            assertThat(read.exit()).as(read.err()).isZero();
            assertThat(read.out()).contains("a part of the dataset");
        }
    }

    @Test
    void theAnswerKeyLiesInAFolderThatCanBeWithheld() throws Exception {
        export("--format", "csv", "--out", "shop", "--truth");
        assertThat(folder.resolve("shop/truth/truth_daily.csv")).isRegularFile();
        assertThat(Ran.in(folder, "fingerprint", "shop").exit()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--out shop | --format: is missing | ./forge export --format csv --out shop",
                "--format csv | --out: is missing | ./forge export --format csv --out shop",
                "--format cvs --out shop | --format: \"cvs\" is no format | did you mean csv?",
                "--format csv --out= | --out: names no folder | shop",
                "--format csv --out shop --layout m6 | --layout: \"m6\" is no layout | did you mean m5?",
                "--format csv --out shop --tables sales_dialy | --tables: \"sales_dialy\" is no table | did you mean sales_daily?",
                "--format csv --out shop --tables store,,product | --tables: \"\" is no table | there are store",
                "--format csv --out shop --compress gzpi | --compress: \"gzpi\" is no compression | did you mean gzip?",
                "--format csv --out shop --series 0 | --series: \"0\" is less than 1 | from 1 on",
                "--format csv --out shop --series many | --series: \"many\" is not a whole number | 10",
                "--format csv --out shop --series 3 --series 4 | --series: is given twice | once",
                "--format parquet --out shop --compress gzip | --compress: does not go with --format parquet | leave it out",
                "--format duckdb --out shop --compress zstd | --compress: does not go with --format duckdb | leave it out",
                "--format csv --out shop --layout ingest | --layout: ingest does not go with --format csv | json or jsonl",
                "--format duckdb --out shop --layout m5 | --layout: m5 does not go with --format duckdb | csv",
                "--format json --out shop --layout ingest --compress gzip | --compress: does not go with --layout ingest | leave it out",
                "--format csv --out shop --layout m5 --tables store | --tables: does not go with --layout m5 | leave it out",
                "--format csv --out shop --database duckdb:x.duckdb | --database: does not go with export without --from-database | add --from-database",
                "--format csv --out shop --from-database --seed 7 | --seed: does not go with --from-database | leave one of them out",
                "--format csv --out shop --confirm | --confirm: does not go with export | leave it out",
                "--format csv --out shop --batch-size 7 | --batch-size: does not go with export | leave it out",
                "--format csv --out shop --stores many | --stores: \"many\" is not a whole number | 10",
                "--format csv --out a-file | --out: | name a folder",
                "--format csv --out a-file/shop | --out: | name a folder whose parent is a folder",
                "--format csv --out a-link | --out: | make that folder",
                "fingerprint | has no value | ./forge fingerprint shop",
                "fingerprint nowhere | PATH: there is no file or folder | give the folder of an export",
                "fingerprint a-file | PATH: | give the folder that it is in",
                "fingerprint . | PATH: | give the folder that --out",
                "fingerprint mysql://host/shop | PATH: there is no file or folder | address of a database",
                "fingerprint postgresql://host:port/shop | URL: | port",
            })
    void whatCannotBeMeantSoIsRefusedBeforeAnythingIsWritten(String arguments, String message, String remedy)
            throws Exception {
        Files.writeString(folder.resolve("a-file"), "a file");
        Files.createSymbolicLink(folder.resolve("a-link"), folder.resolve("nowhere"));
        String[] words = (arguments.startsWith("fingerprint") ? arguments : "export " + arguments).split(" ");
        Ran ran = Ran.in(folder, words);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(message).contains(remedy);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aFolderThatIsNotEmptyStaysAsItIs() throws Exception {
        assertThat(export("--format", "csv", "--out", "shop").exit()).isZero();
        Ran again = export("--format", "jsonl", "--out", "shop");
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("shop holds an earlier export").contains("--force");
        Ran forced = export("--format", "jsonl", "--out", "shop", "--force");
        assertThat(forced.exit()).as(forced.err()).isZero();
        assertThat(folder.resolve("shop/store.csv")).doesNotExist();
        Ran home = export("--format", "csv", "--out", ".", "--force");
        assertThat(home.exit()).isEqualTo(3);
        assertThat(home.err()).contains("is no export of the Forge");
        assertThat(folder.resolve("shop/store.jsonl")).exists();
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        Ran ran = export("--format", "csv", "--out", "shop", "--from-database");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("there is no database");
        assertThat(folder).isEmptyDirectory();
    }
}
