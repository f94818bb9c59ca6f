package io.theforge.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export that is not what it says it is: what is wrong is told in one line, the row by its file and number. */
class FingerprintTest {
    @TempDir
    Path folder;

    private Ran export(String format, String... more) {
        String[] words = ("export --out shop --stores 2 --products 3 --end-date 2024-02-29 --force --format " + format
                        + " " + String.join(" ", more))
                .strip()
                .split(" ");
        Ran ran = Ran.in(folder, words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private Path file(String name) {
        return folder.resolve("shop").resolve(name);
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).contains(from);
        Files.writeString(file(name), text.replaceFirst(Pattern.quote(from), to));
    }

    /** @return the message of the failure */
    private String wrong() {
        Ran ran = Ran.in(folder, "fingerprint", "shop", "--json", "--no-progress");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(4);
        assertThat(ran.err().lines()).hasSize(1);
        JsonNode json = ran.json();
        assertThat(json.at("/error/code").asText()).isEqualTo("verification");
        assertThat(json.get("passed").asBoolean()).isFalse();
        assertThat(json.get("problems")).isNotEmpty();
        return json.at("/error/message").asText();
    }

    private void editLine(String name, int number, String line) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        if (line.isEmpty()) {
            lines.remove(number - 1);
        } else {
            lines.set(number - 1, line);
        }
        Files.writeString(file(name), String.join("\n", lines) + "\n");
    }

    @ParameterizedTest(name = "line {1} of {0} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sales_daily.csv | 18 | 17,2024-01-17,1,1,77777,2.70,100.00 | sales_daily.csv: row 17: quantity is 77777, and",
                "sales_daily.csv | 18 | 99,2024-01-17,1,1,QTY | sales_daily.csv",
                "sales_daily.csv | 18 | '' | sales_daily.csv: row 17: date is 2024-01-18, and 2024-01-17 is what the configuration makes",
                "sales_daily.csv | 361 | '' | sales_daily.csv: row 360 is missing: date=2024-02-29 store_id=S00002",
                "sales_daily.csv | 18 | 17,yesterday,1,1,5,2.70,100.00 | sales_daily.csv: row 17: date yesterday is no date",
                "sales_daily.csv | 18 | 17,2024-01-17,9,1,5,2.70,100.00 | store_id is 9, which no row has as its id",
                "sales_daily.csv | 1 | id,date,store_id,product_id,qty,unit_price,total_amount | sales_daily.csv has no column quantity",
                "store.csv | 3 | 2,S00099,a,b,c,d | store.csv: row 2: code is S00099, and S00002 is what",
                "calendar.csv | 2 | 2024-01-01,1,1,1,2024,true,Old Year | calendar.csv: row 1: ",
            })
    void aRowThatWasChangedIsNamed(String name, int number, String line, String message) throws Exception {
        export("csv");
        editLine(name, number, line);
        assertThat(wrong()).contains(message);
    }

    @Test
    void aRowTooManyIsNamed() throws Exception {
        export("csv");
        Files.writeString(
                file("sales_daily.csv"),
                Files.readString(file("sales_daily.csv")) + "361,2024-02-29,2,3,1,1.00,1.00\n");
        assertThat(wrong())
                .isEqualTo("sales_daily.csv: row 361 is one too many: date=2024-02-29 store_id=S00002"
                        + " product_id=SKU-000003");
    }

    @Test
    void anIdThatIsNotTheRowsIsNamed() throws Exception {
        export("jsonl");
        edit("sales_daily.jsonl", "{\"id\":29,", "{\"id\":290000,");
        assertThat(wrong()).contains("sales_daily.jsonl: row 29: id is 290000, and 29 is what");
    }

    @Test
    void rowsOfScriptsAndLayoutsAreNamedToo() throws Exception {
        export("sql");
        edit("forge.sql", "\t2024-01-17\t1\t1\t", "\t2024-01-17\t1\t2\t");
        assertThat(wrong()).contains("forge.sql: line ").contains("product_id is SKU-000002, and SKU-000001 is what");
        export("csv", "--layout", "series");
        edit("series.csv", "2024-01-17", "2024-01-16");
        assertThat(wrong()).contains("series.csv: row 17: ds is 2024-01-16, and 2024-01-17 is what");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rows\" : 360 | \"rows\" : 361 | has 360 rows, and the manifest says 361",
                "\"fingerprint\" : \" | \"fingerprint\" : \"f | the rows have the fingerprint",
                "\"sha256\" : \" | \"sha256\" : \"0 | store.csv has the SHA-256",
                "'\"bytes\" : ' | \"bytes\" : 1 | bytes, and the manifest says 1",
                "\"path\" : \"store.csv\" | \"path\" : \"shop.csv\" | shop.csv is missing",
                "\"path\" : \"store.csv\" | \"path\" : \"../store.csv\" | leads out of the folder",
                "\"layout\" : \"tables\" | \"layout\" : \"tabels\" | manifest.json.layout is \"tabels\", and none of tables, series",
                "\"base_demand\" | \"base_demnad\" | base_demnad",
                "\"seed\" : 42 | \"seed\" : 7 | seed is 7, and its configuration says 42",
                "\"start\" : \"2024-01-01\" | \"start\" : \"2024-01-02\" | date_range is ",
                "\"table\" : \"store\" | \"table\" : \"shop\" | has a file store.csv of a table shop",
                "\"promotion_probability\" : 0.1 | \"promotion_probability\" : 0.2 | the configuration in manifest.json makes",
                "\"partial\" : false | \"partial\" : 0 | manifest.json.partial is no true or false",
                "{ | [ | is no JSON",
            })
    void aManifestThatLiesIsTold(String from, String to, String message) throws Exception {
        export("csv");
        edit("manifest.json", from, to);
        assertThat(wrong()).contains(message);
    }

    @Test
    void aPartThatNamesTheFingerprintOfAnotherDatasetIsTold() throws Exception {
        export("csv", "--tables", "sales_daily");
        edit("manifest.json", "\"seed\" : 42", "\"seed\" : 7");
        edit("manifest.json", "\"model_version\" : 3,\n    \"seed\" : 42", "\"model_version\" : 3,\n    \"seed\" : 7");
        assertThat(wrong()).startsWith("the configuration in manifest.json makes a dataset with the fingerprint ");
    }

    @Test
    void aRowWithAFieldTooManyIsNamed() throws Exception {
        export("csv");
        Files.delete(file("manifest.json"));
        editLine(
                "sales_daily.csv",
                3,
                Files.readAllLines(file("sales_daily.csv")).get(2) + ",5");
        assertThat(wrong()).startsWith("sales_daily.csv cannot be read: ").contains("ine: 3");
    }

    @Test
    void aManifestThatIsWrongAboutRightRowsIsKnownByMakingThemAgain() throws Exception {
        export("csv");
        edit("manifest.json", "\"rows\" : 360", "\"rows\" : 361");
        assertThat(Ran.in(folder, "fingerprint", "shop").out()).contains("every row is the one that the manifest's");
    }

    @Test
    void aMissingAndAnExtraFileAreTold() throws Exception {
        export("csv");
        Files.writeString(file("notes.txt"), "mine");
        assertThat(wrong()).isEqualTo("notes.txt is not in the manifest");
        Files.delete(file("notes.txt"));
        Files.delete(file("product.csv"));
        assertThat(wrong()).isEqualTo("product.csv is missing");
    }

    @Test
    void theRowOfTheAnswerKeyThatWasChangedIsNamed() throws Exception {
        export("csv", "--truth");
        String name = "truth/truth_daily.csv";
        String line = Files.readAllLines(file(name)).get(49);
        editLine(name, 50, line.replaceFirst(",0\\.[0-9]*,", ",0.77,"));
        assertThat(wrong()).startsWith("truth/truth_daily.csv: row 49: ").contains(" is 0.77");
    }

    @Test
    void anAnswerKeyThatIsWithheldIsNothingWrong() throws Exception {
        export("csv", "--truth");
        Files.delete(file("truth/truth_daily.csv"));
        Files.delete(file("truth"));
        Ran ran = Ran.in(folder, "fingerprint", "shop");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("note: the answer key has been withheld: no file of truth/ is here")
                .contains("7 files as the manifest says");
    }

    @Test
    void whatIsNoParquetAndATruncatedOneAreTold() throws Exception {
        export("parquet");
        byte[] whole = Files.readAllBytes(file("sales_daily.parquet"));
        Files.write(file("sales_daily.parquet"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(wrong()).startsWith("sales_daily.parquet cannot be read: ").contains("No magic bytes");
        Files.writeString(file("sales_daily.parquet"), "date");
        assertThat(wrong()).startsWith("sales_daily.parquet cannot be read: File 'sales_daily.parquet' too small");
        Files.delete(file("manifest.json"));
        assertThat(wrong()).startsWith("sales_daily.parquet cannot be read: ");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "csv | (?m)^(17,2024-01-17,1,1),[0-9]+ | $1,82.4 | quantity 82.4 is no whole number",
                "csv | (?m)^(17,2024-01-17,1,1,[0-9]+),[^,]+ | $1,3.954 | unit_price 3.954 is no amount with 2 decimals",
                "csv | (?m)^17,2024 | 17.3,2024 | id 17.3 is no whole number",
                "csv | (?m)^17,2024-01-17 | 17,2024-01-17 10:00:00 | date 2024-01-17 10:00:00 is no date",
                "csv | (?m)^17,2024-01-17,1 | 17,2024-01-17, 1 | store_id \" 1\" is no whole number",
                "csv | (?m)^(17,2024-01-17,1,1),[0-9]+ | $1, | quantity is empty",
                "csv | (?m)^(17,2024-01-17,1,1),[0-9]+ | '$1,8\t' | 'quantity \"8\t\" is no whole number'",
                "jsonl | (\"id\":17,.*)\"quantity\":[0-9]+, | $1 | quantity is empty",
                "jsonl | (\"id\":17,.*\"quantity\"):[0-9]+ | $1:90.4 | quantity 90.4 is no whole number",
                "jsonl | (\"id\":17,.*\"unit_price\"):[0-9.]+ | $1:3.9512 | unit_price 3.9512 is no amount with 2 decimals",
            })
    void nothingIsRoundedOrTrimmed(String format, String from, String to, String message) throws Exception {
        export(format);
        Files.delete(file("manifest.json"));
        String name = "sales_daily." + format;
        String text = Files.readString(file(name));
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file(name), changed);
        assertThat(wrong()).isEqualTo(name + ": row 17: " + message);
    }

    @Test
    void theSameNumberMayBeWrittenOtherwise() throws Exception {
        String fingerprint = export("csv", "--json").json().get("fingerprint").asText();
        Files.delete(file("manifest.json"));
        String text = Files.readString(file("sales_daily.csv"));
        String changed = text.replaceFirst("(?m)^(17,2024-01-17)(,1,1,[0-9]+),", "$1 00:00:00$2.0,")
                .replaceAll("(?m)0$", "");
        Files.writeString(file("sales_daily.csv"), changed);
        Ran read = Ran.in(folder, "fingerprint", "shop", "--json");
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.json().get("fingerprint").asText()).isEqualTo(fingerprint);
    }

    @Test
    void orcIsReadByNobodyHereAndThatIsNoFaultOfTheFiles() throws Exception {
        export("csv");
        edit("manifest.json", "\"layout\" : \"tables\"", "\"layout\" : \"codes\"");
        edit("manifest.json", "\"format\" : \"csv\"", "\"format\" : \"orc\"");
        Ran ran = Ran.in(folder, "fingerprint", "shop");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("forge: PATH: these files are ORC, which DuckDB does not read, and we read files by it;"
                        + " read them with Spark and write its tables as Parquet, or have the dataset written so:"
                        + " --format parquet\n");
    }

    @Test
    void aTruncatedScriptIsTold() throws Exception {
        export("sql");
        String whole = Files.readString(file("forge.sql"));
        Files.writeString(file("forge.sql"), whole.substring(0, whole.lastIndexOf("\\.")));
        assertThat(wrong()).startsWith("forge.sql ends at line ");
    }

    @ParameterizedTest
    @CsvSource({"csv, none", "jsonl, gzip", "json, zstd", "parquet, none"})
    void withoutAManifestTheNamesOfTheFilesTellWhatIsThere(String format, String compression) throws Exception {
        String fingerprint = (compression.equals("none")
                        ? export(format, "--json")
                        : export(format, "--json", "--compress", compression))
                .json()
                .get("fingerprint")
                .asText();
        Files.delete(file("manifest.json"));
        Files.delete(file("croissant.json"));
        // as clusters write them
        String ending = Files.exists(file("sales_daily." + format))
                ? format
                : format + (compression.equals("gzip") ? ".gz" : ".zst");
        Files.createDirectory(file("sales_daily"));
        Files.move(file("sales_daily." + ending), file("sales_daily/part-0." + ending));
        Files.writeString(file("sales_daily/_SUCCESS"), "");
        Ran read = Ran.in(folder, "fingerprint", "shop", "--json");
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.json().get("fingerprint").asText()).isEqualTo(fingerprint);
        Files.delete(file("calendar." + ending));
        Ran some = Ran.in(folder, "fingerprint", "shop");
        assertThat(some.exit()).isZero();
        assertThat(some.out()).contains("not all of the seven tables are here");
    }
}
