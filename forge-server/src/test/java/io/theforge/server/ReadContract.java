package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What there is to look at, and sales of others. */
abstract class ReadContract extends BackupContract {
    private static final String RANGE = "/analytics/kpis?start_date=2024-01-01&end_date=2024-02-29";

    private JsonNode json(String path) throws Exception {
        Reply reply = server.get(path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private void make() throws Exception {
        Reply made = server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static String record(String date, String store, String sku, int quantity) {
        return "{\"date\": \"" + date + "\", \"store_code\": \"" + store + "\", \"sku\": \"" + sku
                + "\", \"quantity\": " + quantity + ", \"unit_price\": 1.25, \"total_amount\": " + quantity * 1.25
                + "}";
    }

    @Test
    void figuresAreThoseOfTheRows() throws Exception {
        assertThat(json(RANGE).at("/metrics/total_transactions").asInt()).isZero();
        assertThat(json(RANGE).at("/metrics/avg_unit_price").isNull()).isTrue();
        make();
        JsonNode all = json(RANGE);
        JsonNode days = json("/api/v1/days");

        assertThat(all.at("/metrics/total_transactions").asInt()).isEqualTo(360);
        assertThat(days).hasSize(60);
        long units = 0;
        for (JsonNode day : days) {
            units += day.get("units").asLong();
        }
        assertThat(all.at("/metrics/total_units").asLong()).isEqualTo(units);
        assertThat(all.at("/metrics/total_revenue").asText()).matches("[0-9]+\\.[0-9]{2}");
        JsonNode dimensions = json("/api/v1/dimensions");
        String store = dimensions.at("/stores/0/id").asText();
        String product = dimensions.at("/products/0/id").asText();
        String category = dimensions.at("/products/0/category").asText();
        assertThat(json(RANGE + "&store_id=" + store + "&product_id=" + product + "&category=" + category)
                        .at("/metrics/total_transactions")
                        .asInt())
                .isEqualTo(60);
        assertThat(json(RANGE + "&category=none")
                        .at("/metrics/total_transactions")
                        .asInt())
                .isZero();
        assertThat(server.get("/analytics/kpis?start_date=2024-02-02&end_date=2024-02-01")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/analytics/kpis?start_date=2020-01-01&end_date=2024-02-01")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/analytics/kpis?start_date=2024-02-30&end_date=2024-03-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void salesOfOthersComeInAndStayTheirs() throws Exception {
        make();
        String body = "{\"records\": ["
                + String.join(
                        ", ",
                        record("2024-02-28", "S00001", "SKU-000001", 7),
                        record("2024-02-28", "nowhere", "SKU-000001", 7),
                        record("2024-02-28", "S00001", "nothing", 7),
                        record("2031-01-01", "S00001", "SKU-000001", 7),
                        record("2024-02-28", "S00001", "SKU-000001", 8))
                + "]}";

        Reply ingested = server.post("/ingest/sales-daily", body);

        assertThat(ingested.status()).as(ingested.toString()).isEqualTo(200);
        assertThat(ingested.json().get("processed_count").asInt()).isEqualTo(2);
        assertThat(ingested.json().get("rejected_count").asInt()).isEqualTo(3);
        assertThat(ingested.json().findValuesAsText("error_code"))
                .containsExactly("UNKNOWN_STORE", "UNKNOWN_PRODUCT", "UNKNOWN_DATE");
        assertThat(ingested.json().findValuesAsText("row_index")).containsExactly("1", "2", "3");
        JsonNode sales = json("/api/v1/dataset").at("/tables/sales_daily");
        assertThat(sales.get("rows").asInt()).isEqualTo(360);
        assertThat(sales.get("managed_rows").asInt()).isEqualTo(359);
        JsonNode series = json("/api/v1/series?store=S00001&product=SKU-000001");
        assertThat(series.at("/days/58/date").asText()).isEqualTo("2024-02-28");
        assertThat(series.at("/days/58/sold").asInt()).as("the last word").isEqualTo(8);

        assertThat(json("/analytics/kpis?start_date=2024-02-28&end_date=2024-02-28&store_id=1&product_id=1")
                        .at("/metrics/total_revenue")
                        .asText())
                .isEqualTo("10.00");

        server.post("/ingest/sales-daily", body);
        assertThat(json("/api/v1/dataset").at("/tables/sales_daily/rows").asInt())
                .isEqualTo(360);
        String tiny = record("2024-02-28", "S00002", "SKU-000001", 3).replace("1.25", "1e-999999999");
        assertThat(server.post("/ingest/sales-daily", "{\"records\": [" + tiny + "]}")
                        .status())
                .isEqualTo(200);
        server.delete("/seeder/data", "{\"scope\": \"facts\", \"confirm\": true, \"database\": \"" + name() + "\"}");
        assertThat(json("/seeder/status").get("sales").asInt())
                .as("left where they are")
                .isEqualTo(2);
    }

    @Test
    void theDatasetIsToldInFull() throws Exception {
        JsonNode empty = json("/api/v1/dataset");
        assertThat(empty.get("exists").asBoolean()).isFalse();
        assertThat(empty.get("last_run").isNull()).isTrue();
        assertThat(empty.get("may_write").asBoolean()).isFalse();
        make();
        JsonNode dataset = json("/api/v1/dataset");

        assertThat(dataset.get("database_name").asText()).isEqualTo(name());
        assertThat(dataset.toString()).doesNotContain("s3cret");
        assertThat(dataset.at("/date_range/end").asText()).isEqualTo("2024-02-29");
        assertThat(dataset.at("/last_run/seed").asInt()).isEqualTo(42);
        assertThat(dataset.at("/last_run/configuration").asText()).contains("seed: 42");
        assertThat(dataset.get("fingerprint")).isEqualTo(dataset.at("/last_run/fingerprint"));
        assertThat(json("/api/v1/runs")).hasSize(1);
    }

    @Test
    void promotionsAreThoseOfTheirTable() throws Exception {
        make();
        run("DELETE FROM promotion");
        run("INSERT INTO promotion (product_id, store_id, name, start_date, end_date)"
                + " SELECT p.id, s.id, 'one', DATE '2024-01-10', DATE '2024-01-12' FROM product p, store s"
                + " WHERE p.sku = 'SKU-000003' AND s.code = 'S00002'");
        run(
                "INSERT INTO promotion (product_id, store_id, name, start_date, end_date)"
                        + " SELECT id, NULL, 'everywhere', DATE '2024-01-12', DATE '2024-03-31' FROM product WHERE sku = 'SKU-000003'");
        JsonNode days = json("/api/v1/days");
        JsonNode series = json("/api/v1/series?store=S00002&product=SKU-000003").get("days");
        JsonNode other = json("/api/v1/series?store=S00001&product=SKU-000003").get("days");

        for (int day = 0; day < 60; day++) {
            boolean one = day >= 9 && day <= 11;
            boolean everywhere = day >= 11;
            assertThat(days.get(day).get("promotions").asInt()).isEqualTo((one ? 1 : 0) + (everywhere ? 2 : 0));
            assertThat(series.get(day).get("promoted").asBoolean()).isEqualTo(one || everywhere);
            assertThat(other.get(day).get("promoted").asBoolean()).isEqualTo(everywhere);
        }
    }

    @Test
    void aSeriesIsShownWithItsTruth() throws Exception {
        make();
        JsonNode series = json("/api/v1/series?store=S00002&product=SKU-000003");

        assertThat(series.get("days")).hasSize(60);
        assertThat(series.at("/truth/expected")).hasSize(60);
        for (int day = 0; day < 60; day++) {
            assertThat(series.at("/days/" + day + "/sold").asDouble())
                    .isEqualTo(series.at("/truth/sold/" + day).asDouble());
        }
        assertThat(server.get("/api/v1/series?store=S00009&product=SKU-000003").status())
                .isEqualTo(404);
    }

    @Test
    void theDatasetIsJudged() throws Exception {
        assertThat(server.get("/api/v1/oracle").status()).as("nothing to judge").isEqualTo(409);
        make();
        assertThat(json("/api/v1/realism").get("figures")).isNotEmpty();
        JsonNode oracle = json("/api/v1/oracle");
        assertThat(oracle.get("scores")).isNotEmpty();
        assertThat(json("/api/v1/oracle")).isEqualTo(oracle);
        assertThat(json("/api/v1/oracle?ours_only=true")).isEqualTo(oracle);

        server.post("/ingest/sales-daily", "{\"records\": [" + record("2024-02-28", "S00001", "SKU-000001", 7) + "]}");
        Reply refused = server.get("/api/v1/oracle");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("remedy").asText()).contains("give ours_only=true");
    }

    @Test
    void aSingleDayIsJudgedAsFarAsItCanBe() throws Exception {
        server.post(
                "/seeder/generate",
                "{\"stores\": 2, \"products\": 3, \"start_date\": \"2024-01-05\", \"end_date\": \"2024-01-05\", \"confirm\": true}");
        for (JsonNode figure : json("/api/v1/realism").get("figures")) {
            if (figure.get("name").asText().startsWith("weekday_")) {
                assertThat(figure.get("status").asText()).isEqualTo("unjudged");
                assertThat(figure.get("low").isNumber()).isTrue();
            }
        }
    }

    @Test
    void demandClassesAreThoseOfScores() throws Exception {
        JsonNode none = json("/api/v1/demand-classes");
        assertThat(none.at("/counts/smooth").asInt()).isZero();
        assertThat(none.get("series")).isEmpty();
        server.post(
                "/seeder/generate",
                "{\"stores\": 3, \"products\": 40, \"scenario\": \"m5_like\", \"end_date\": \"2024-05-31\", \"confirm\": true}");
        JsonNode classes = json("/api/v1/demand-classes");

        Map<String, Integer> counted = new TreeMap<>();
        for (JsonNode series : classes.get("series")) {
            boolean rare =
                    series.get("adi").asDouble() >= classes.at("/cuts/adi").asDouble();
            boolean varied =
                    series.get("cv2").asDouble() >= classes.at("/cuts/cv2").asDouble();
            String word = rare ? (varied ? "lumpy" : "intermittent") : (varied ? "erratic" : "smooth");
            assertThat(series.get("class").asText()).isEqualTo(word);
            counted.merge(word, 1, Integer::sum);
        }
        assertThat(counted).hasSizeGreaterThan(1);
        counted.forEach((word, count) ->
                assertThat(classes.at("/counts/" + word).asInt()).isEqualTo(count));
        Map<String, Integer> scored = new TreeMap<>();
        for (JsonNode score : json("/api/v1/oracle").get("scores")) {
            String group = score.get("group").asText();
            if (group.startsWith("class ") && !group.endsWith("too_little_data")) {
                scored.put(group.substring(6), score.get("series").asInt());
            }
        }
        // those that sold nothing before the cutoff have no score; they sell rarely
        for (String rare : List.of("intermittent", "lumpy")) {
            assertThat(scored.remove(rare)).isLessThanOrEqualTo(counted.remove(rare));
        }
        assertThat(scored).isEqualTo(counted).isNotEmpty();

        run("UPDATE sales_daily SET quantity = 0 WHERE store_id = (SELECT min(id) FROM store)");
        server.post("/ingest/sales-daily", "{\"records\": [" + record("2024-02-28", "S00001", "SKU-000001", 7) + "]}");
        assertThat(json("/api/v1/demand-classes").at("/counts/too_little_data").asInt())
                .isGreaterThan(classes.at("/counts/too_little_data").asInt());
    }

    @Test
    void aProductsPricesStandBesideItsUnits() throws Exception {
        assertThat(server.get("/api/v1/prices?product=SKU-000001").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/prices").status()).isEqualTo(422);
        make();
        run("UPDATE sales_daily SET quantity = 4, unit_price = 2");
        run("DELETE FROM promotion");
        run("INSERT INTO promotion (product_id, store_id, name, start_date, end_date)"
                + " SELECT p.id, s.id, 'one', DATE '2024-01-10', DATE '2024-01-12' FROM product p, store s"
                + " WHERE p.sku = 'SKU-000003' AND s.code = 'S00002'");
        run("UPDATE sales_daily SET quantity = 10, unit_price = 1.5 WHERE date = DATE '2024-01-11'");
        run(
                "UPDATE sales_daily SET quantity = 5 WHERE date = DATE '2024-01-31' AND store_id = (SELECT min(id) FROM store)");
        List<String> told = new ArrayList<>();
        for (JsonNode price : json("/api/v1/prices?product=SKU-000003")) {
            told.add(price.get("unit_price").asDouble() + " " + price.get("promoted") + " " + price.get("days") + " "
                    + price.get("units_per_day").asDouble());
        }

        assertThat(told)
                .containsExactly("1.5 false 1 10.0", "1.5 true 1 10.0", "2.0 false 116 4.008621", "2.0 true 2 4.0");
        assertThat(server.get("/api/v1/prices?product=SKU-000009").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/prices?product=%27%20OR%201=1").status()).isEqualTo(404);
    }

    @Test
    void whoHangsUpLeavesNoFilesOfHisExportBehind() throws Exception {
        make();
        Set<Path> before = exports();
        String request = "GET /api/v1/export HTTP/1.1\r\nHost: 127.0.0.1:" + server.port + "\r\n\r\n";
        try (Socket first = new Socket("127.0.0.1", server.port)) {
            first.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        }
        try (Socket second = new Socket("127.0.0.1", server.port)) {
            second.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(second.getInputStream().read()).isEqualTo('H');
        }
        // as soon as both count as answered nothing happens to them any more
        String metrics = "";
        while (metrics.lines()
                        .filter(line -> line.matches("forge_http_requests_seconds_count\\{.*/api/v1/export.*"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
                        .sum()
                < 2) {
            metrics = server.get("/metrics").text();
        }

        assertThat(exports()).isEqualTo(before);
    }

    private static Set<Path> exports() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("forge-export"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void allRowsAreTakenHomeInAnArchive() throws Exception {
        make();
        Reply archive = server.get("/api/v1/export?format=csv");

        assertThat(archive.status()).isEqualTo(200);
        assertThat(archive.header("Content-Disposition")).contains("shop.zip");
        List<String> names = new ArrayList<>();
        long salesLines = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                salesLines =
                        entry.getName().equals("sales_daily.csv") ? text.lines().count() : salesLines;
            }
        }
        assertThat(names).contains("manifest.json", "store.csv", "sales_daily.csv");
        assertThat(salesLines).isEqualTo(361);
        assertThat(server.get("/api/v1/export?format=parquet&compress=gzip").status())
                .isEqualTo(422);
        assertThat(server.get("/api/v1/export?format=../../etc").status()).isEqualTo(422);
    }
}
