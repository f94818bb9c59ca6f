package io.theforge.server.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.server.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every endpoint of a server's document, asked so that it would answer or act. */
final class EveryEndpoint {
    private static final String MORE = "{\"stores\": 1, \"products\": 1, \"seed\": 666, \"confirm\": true}";
    private static final String GONE = "{\"confirm\": true, \"database\": \"shop.duckdb\"}";
    private static final String DAYS = "{\"end_date\": \"2024-03-31\", \"confirm\": true}";
    private static final Map<String, String> BODIES = Map.of(
            "/seeder/generate",
            MORE,
            "/api/v1/operations/generate",
            MORE,
            "/seeder/append",
            DAYS,
            "/api/v1/operations/append",
            DAYS,
            "/seeder/data",
            GONE,
            "/api/v1/operations/delete",
            GONE,
            "/ingest/sales-daily",
            "{\"records\": [{\"date\": \"2024-01-01\", \"store_code\": \"S0001\", \"sku\": \"SKU-0001\", \"quantity\": 666,"
                    + " \"unit_price\": 1, \"total_amount\": 666}]}");
    private static final Map<String, String> QUERIES = Map.of(
            "/analytics/kpis", "?start_date=2024-01-01&end_date=2024-02-29",
            "/api/v1/series", "?store=S0001&product=SKU-0001");

    private EveryEndpoint() {}

    /**
     * Returns method, path and, where it takes one, body of each.
     *
     * @param id of an operation
     */
    static List<Map<String, String>> of(Served server, String id) throws Exception {
        List<Map<String, String>> endpoints = new ArrayList<>();
        JsonNode paths = server.get("/openapi.json").json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String asked = path.getKey().replaceAll("\\{\\w+}", id) + QUERIES.getOrDefault(path.getKey(), "");
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                endpoints.add(
                        method.equals("GET")
                                ? Map.of("method", method, "path", asked)
                                : Map.of(
                                        "method",
                                        method,
                                        "path",
                                        asked,
                                        "body",
                                        BODIES.getOrDefault(path.getKey(), "{\"confirm\": true}")));
            }
        }
        return endpoints;
    }
}
