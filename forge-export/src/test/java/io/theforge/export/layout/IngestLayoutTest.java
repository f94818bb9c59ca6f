package io.theforge.export.layout;

import static io.theforge.export.ExportedShop.query;
import static io.theforge.export.ExportedShop.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.model.Operational;
import io.theforge.export.ExportedShop;
import io.theforge.export.file.FileFormat;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The layout ingest")
class IngestLayoutTest {
    /** 21,900 records less those that are missing. */
    private static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 6}, products: {count: 10}}
            date_range: {start: 2023-01-01, end: 2023-12-31}
            sparsity: {missing_days_pct: 0.01}
            """);

    private static final FileFormat JSON = PayloadFormat.of(TextFormat.JSON).orElseThrow();
    private static final FileFormat JSONL = PayloadFormat.of(TextFormat.JSONL).orElseThrow();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("has one payload a file, none of more than 10,000 records, with the fields of the request")
    void files() throws Exception {
        write(PLAN, Layout.INGEST, JSON, folder.resolve("json"));
        write(PLAN, Layout.TABLES, TextFormat.CSV, folder.resolve("tables"));
        assertThat(ExportedShop.files(folder.resolve("json")))
                .containsOnlyKeys("sales-daily/00000.json", "sales-daily/00001.json", "sales-daily/00002.json");
        int records = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode payload = new ObjectMapper()
                    .readTree(folder.resolve("json/sales-daily/0000" + i + ".json")
                            .toFile());
            assertThat(payload.fieldNames()).toIterable().containsExactly("records");
            assertThat(payload.path("records").size()).isBetween(1, 10_000);
            records += payload.path("records").size();
            assertThat(payload.path("records").get(0).fieldNames())
                    .toIterable()
                    .containsExactly("date", "store_code", "sku", "quantity", "unit_price", "total_amount");
        }
        assertThat(query(folder, """
                SELECT count(*), bool_and(coalesce(r.quantity = s.quantity AND r.unit_price = s.unit_price
                    AND r.total_amount = s.total_amount, false))
                FROM (SELECT unnest(records, recursive := true) FROM read_json('FOLDER/json/sales-daily/*.json',
                    maximum_object_size = 10000000)) r
                LEFT JOIN (SELECT d.*, st.code, p.sku FROM 'FOLDER/tables/sales_daily.csv' d
                    JOIN 'FOLDER/tables/store.csv' st ON st.id = d.store_id
                    JOIN 'FOLDER/tables/product.csv' p ON p.id = d.product_id) s
                ON s.date = r.date AND s.code = r.store_code AND s.sku = r.sku""")).containsExactly(records + "|true");
        assertThat(query(folder, "SELECT count(*) FROM 'FOLDER/tables/sales_daily.csv'"))
                .containsExactly(String.valueOf(records));
    }

    @Test
    @DisplayName("has one payload a line, the same as in files")
    void lines() throws Exception {
        write(PLAN, Layout.INGEST, JSON, folder.resolve("json"));
        write(PLAN, Layout.INGEST, JSONL, folder.resolve("jsonl"));
        List<String> lines = Files.readAllLines(folder.resolve("jsonl/sales-daily.jsonl"));
        assertThat(lines).hasSize(3);
        ObjectMapper json = new ObjectMapper();
        for (int i = 0; i < 3; i++) {
            assertThat(json.readTree(lines.get(i)))
                    .isEqualTo(json.readTree(folder.resolve("json/sales-daily/0000" + i + ".json")
                            .toFile()));
        }
    }

    @Test
    @DisplayName("is the same whatever the number of workers")
    void workers() throws Exception {
        SeriesSelection all = SeriesSelection.all(PLAN);
        List<ExportTable> tables = Layout.INGEST.tables(PLAN, all, Table.SEVEN, false);
        for (int workers : new int[] {1, 3}) {
            Path out = folder.resolve("workers" + workers);
            write(PLAN, all, tables, JSON, new Operational(workers, workers == 1 ? 50_000 : 1), out);
        }
        assertThat(ExportedShop.files(folder.resolve("workers1")))
                .isEqualTo(ExportedShop.files(folder.resolve("workers3")));
    }

    @Test
    @DisplayName("goes with the answer key in a folder of its own")
    void truth() throws Exception {
        SeriesSelection some = SeriesSelection.spread(PLAN, 2);
        Path out = folder.resolve("with-truth");
        write(PLAN, some, Layout.INGEST.tables(PLAN, some, Table.SEVEN, true), JSONL, ExportedShop.WORK, out);
        assertThat(ExportedShop.files(out)).containsOnlyKeys("sales-daily.jsonl", "truth/truth_daily.jsonl");
        assertThat(query(out, "SELECT count(*) FROM 'FOLDER/truth/truth_daily.jsonl'"))
                .containsExactly("730");
    }

    @Test
    @DisplayName("is JSON: other formats have no payloads")
    void otherFormats() {
        assertThat(PayloadFormat.of(TextFormat.CSV)).isEmpty();
    }
}
