package io.theforge.export.dirt.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.theforge.export.ExportedShop;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.Sha256;
import io.theforge.export.layout.Layout;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejections in each of their forms, on an export with its manifest: three rows of two stores and two products are dirty. */
class RejectionsTest {
    private static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 2}, products: {count: 2}}
            date_range: {start: "2024-01-01", end: "2024-01-31"}
            """);

    @TempDir
    Path folder;

    private void export(FileFormat format, Layout layout, String entries) throws IOException {
        Path shop = folder.resolve("shop");
        ExportedShop.write(PLAN, layout, format, shop);
        Path ledger = shop.resolve("dirt.csv");
        Files.writeString(ledger, "table,key,file,line,column,kind,clean,dirty,severity,detectable\n" + entries);
        Path manifest = shop.resolve("manifest.json");
        ObjectMapper json = new ObjectMapper();
        JsonNode document = json.readTree(manifest.toFile());
        ((ObjectNode) document).put("layout", layout.name().toLowerCase(Locale.ROOT));
        ((ArrayNode) document.get("files"))
                .addObject()
                .put("path", "dirt.csv")
                .putNull("table")
                .put("bytes", Files.size(ledger))
                .put("sha256", Sha256.of(ledger));
        json.writeValue(manifest.toFile(), document);
    }

    private void sales() throws IOException {
        export(TextFormat.CSV, Layout.TABLES, """
                sales_daily,2024-01-01|1|1,sales_daily.csv,2,quantity,quantity_negative,3,-3,error,true
                sales_daily,2024-01-02|1|1,sales_daily.csv,3,date,date_impossible,2024-01-02,2024-02-30,error,true
                sales_daily,2024-01-05|1|1,sales_daily.csv,6,quantity,quantity_missing,3,,error,true
                """);
    }

    private DirtScore score(String rejections) throws IOException {
        Files.writeString(folder.resolve("rejections"), rejections);
        return DirtScorer.score(folder, "rejections", "shop/dirt.csv");
    }

    private String refused(String rejections) throws IOException {
        Files.writeString(folder.resolve("rejections"), rejections);
        return told("rejections", "shop/dirt.csv");
    }

    private String told(String rejections, String ledger) {
        DirtFileException refused =
                catchThrowableOfType(DirtFileException.class, () -> DirtScorer.score(folder, rejections, ledger));
        return refused.place() + ": " + refused.getMessage() + "; " + refused.remedy();
    }

    @Test
    void rowsAreRejectedByTheirKeyAsItWasOrAsItIs() throws Exception {
        sales();
        String key = "date,store_id,product_id,table\n";
        DirtScore was =
                score(key + "2024-01-01,1,1,sales_daily\n2024-01-02,1,1,sales_daily\n2024-01-05,1,1,sales_daily\n");
        DirtScore is = score(key + "2024-02-30,1,1,sales_daily\n2024-01-07,2,2,sales_daily\n");

        assertThat(was.all().f1()).isEqualTo(1);
        assertThat(is.hits()).isEqualTo(1);
        assertThat(is.falseAlarms()).containsExactly("2024-01-07|2|2");
        assertThat(refused(key + "2024-01-07,2,2,sales_daily\n2025-01-07,2,2,sales_daily\n"))
                .startsWith(
                        "rejections:3: rejects 2025-01-07, 2, 2, which no row of sales_daily has as its date, store_id,"
                                + " product_id; ");
        assertThat(refused("date,store_id,product_id\n2024-01-01,1,1\n"))
                .contains("has the key of several tables: sales_daily, inventory_snapshot_daily; add a column table");
        assertThat(refused("date,store_code,sku\n2024-01-01,S00001,1\n"))
                .contains("neither file and line nor the key of a table", "sales_daily (date, store_id, product_id)");
    }

    @Test
    void rowsThatDoNotExistAreRefused() throws Exception {
        sales();
        assertThat(refused("file,line\nsales_daily.csv,2\nsales_daily.csv,126\n"))
                .isEqualTo("rejections:3: rejects line 126 of sales_daily.csv, which has 125;"
                        + " reject rows of the export that the ledger lies in");
        assertThat(refused("file,line\nsales_daily.csv,2\nsales_daily.csv,1\n"))
                .startsWith("rejections:3: rejects line 1 of sales_daily.csv, which is its header; ");
        assertThat(score("file,line\nsales_daily.csv,125\n").cleanRejected()).isEqualTo(1);
        assertThat(refused("file,line\nsales_dialy.csv,2\n"))
                .isEqualTo("rejections:2: rejects a row of sales_dialy.csv, which is no file of the export;"
                        + " name it as manifest.json does: did you mean sales_daily.csv?");
        assertThat(refused("file,line\nsales_daily.csv,2\nsales_daily.csv,zero\n"))
                .startsWith("rejections:3: line \"zero\" is no whole number from 1; ");
        assertThat(refused("file,line\n,2\n")).startsWith("rejections:2: names no file; ");
        assertThat(refused("file,line\nsales_daily.csv,\n")).startsWith("rejections:2: has no line; ");
        assertThat(refused("file,line\nsales_daily.csv,1.5\n")).contains("\"1.5\" is no whole number");
        assertThat(score("file,line\r\nshop\\sales_daily.csv,2.0\r\n").hits()).isEqualTo(1);
    }

    @Test
    void filesThatAreNoneAreRefused() throws Exception {
        sales();
        assertThat(refused("")).startsWith("rejections: is empty; ");
        assertThat(refused("line,rule\n2,x\n"))
                .isEqualTo(
                        "rejections: has no columns file and line; its columns are line, rule; add the one that is missing");
        assertThat(told("rejections", "shop"))
                .isEqualTo(
                        "shop: is a folder, not a file; give the file dirt.csv that an export with --dirty has written:"
                                + " shop/dirt.csv");
        assertThat(told("rejections", "none.csv")).startsWith("none.csv: there is no such file; ");
        assertThat(told("rejections", "shop/store.csv"))
                .startsWith("shop/store.csv: is no ledger: it has no column table, key, file");
        assertThat(told("none.csv", "shop/dirt.csv")).startsWith("none.csv: there is no such file; ");
        assertThat(refused("file,line\nsales_daily.csv,2\n\"sales_daily.csv,3\n"))
                .contains("cannot be read");
    }

    @Test
    void aLedgerOfAnotherExportIsRefusedAndSoIsAPartOfOne() throws Exception {
        sales();
        Files.writeString(folder.resolve("rejections"), "file,line\nsales_daily.csv,2\n");
        Path ledger = folder.resolve("shop/dirt.csv");
        String whole = Files.readString(ledger);

        Files.writeString(ledger, whole.substring(0, whole.indexOf("sales_daily,2024-01-05")));
        assertThat(told("rejections", "shop/dirt.csv"))
                .startsWith("shop/dirt.csv: is not the ledger that manifest.json beside it names: it belongs to another"
                        + " export, was cut off or was edited (");
        Files.writeString(ledger, whole.replace("-3", "-4"));
        assertThat(told("rejections", "shop/dirt.csv"))
                .contains("is not the ledger that manifest.json beside it names");

        Files.writeString(folder.resolve("alone.csv"), whole.substring(0, whole.length() - 20));
        assertThat(told("rejections", "alone.csv")).contains("ends within a line: it was cut off");
        Files.writeString(folder.resolve("alone.csv"), whole.replace(",3,date", ",three,date"));
        assertThat(told("rejections", "alone.csv")).startsWith("alone.csv:3: its line is none: the ledger was edited");
        Files.writeString(folder.resolve("alone.csv"), whole.replace(",error,true", ",error"));
        assertThat(told("rejections", "alone.csv")).startsWith("alone.csv: cannot be read");
        Files.writeString(folder.resolve("alone.csv"), whole);
        assertThat(DirtScorer.score(folder, "rejections", "alone.csv").notes().toString())
                .contains("no manifest.json lies beside the ledger");
    }

    @Test
    void answersOfTheEndpointAreRejections() throws Exception {
        export(PayloadFormat.JSON, Layout.INGEST, """
                sales-daily,2024-01-03|S00001|SKU-000001,sales-daily/00000.json,3,store_code,unknown_store,S00001,S99,error,true
                sales-daily,2024-01-04|S00001|SKU-000001,sales-daily/00000.json,4,sku,unknown_product,SKU-000001,X,error,true
                """);
        String answer = """
                {"processed_count": 121, "rejected_count": 3, "total_received": 124, "duration_ms": 3.5, "errors": [
                  {"row_index": 2, "store_code": "S99", "sku": "SKU-000001", "date": "2024-01-03",
                   "error_code": "UNKNOWN_STORE", "error_message": "no store S99"},
                  {"row_index": 5, "store_code": "S00001", "sku": "SKU-000001", "date": "2024-01-06",
                   "error_code": "UNKNOWN_DATE", "error_message": "?"}]}
                """;
        DirtScore score = score(answer);

        assertThat(score.all().precision()).isEqualTo(0.5);
        assertThat(score.all().recall()).isEqualTo(0.5);
        assertThat(score.kinds().get(0).precision()).as("store_code").isEqualTo(1);
        assertThat(score.falseAlarms()).containsExactly("sales-daily/00000.json:6");
        assertThat(score(answer.replace("{\"proc", "{\"file\": \"shop/sales-daily/00000.json\", \"proc")))
                .isEqualTo(score);
        assertThat(refused(answer.replace(": 5,", ": 124,")))
                .startsWith("rejections:1: has an error with a row_index beyond the 124 records that it received; ");
        assertThat(refused(answer + answer)).contains("has 2 answers without file, and the export has 1 payload");
        assertThat(refused("{\"title\": \"Unprocessable\", \"status\": 422, \"detail\": \"quantity is negative\"}"))
                .contains("is a refusal of the whole payload (422: quantity is negative), which tells of no row");
        assertThat(refused(answer.substring(0, 200))).contains("cannot be read");
        assertThat(refused("{}")).contains("is no answer of POST /ingest/sales-daily");
    }
}
