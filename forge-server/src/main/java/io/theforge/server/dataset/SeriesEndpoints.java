package io.theforge.server.dataset;

import io.theforge.cli.preview.Preview;
import io.theforge.config.model.ForgeConfig;
import io.theforge.plan.Plan;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shop day by day: all of it, or one series. */
public final class SeriesEndpoints {
    private static final Schema DAYS = Schema.list(Schema.object()
            .needs("date", Schema.date())
            .needs("units", Schema.whole())
            .needs("revenue", Schema.text().meaning("a decimal number"))
            .needs("holiday", Schema.text().orNull())
            .needs("promotions", Schema.whole().meaning("of a product in a store, those that run on this day")));

    private static final Schema DIMENSIONS = Schema.object()
            .needs(
                    "stores",
                    Schema.list(Schema.object()
                            .needs("id", Schema.whole())
                            .needs("code", Schema.text())
                            .needs("name", Schema.text())
                            .needs("region", Schema.text().orNull())))
            .needs(
                    "products",
                    Schema.list(Schema.object()
                            .needs("id", Schema.whole())
                            .needs("sku", Schema.text())
                            .needs("name", Schema.text())
                            .needs("category", Schema.text().orNull())));

    private static final Schema ONE = Schema.object()
            .needs(
                    "days",
                    Schema.list(Schema.object()
                            .needs("date", Schema.date())
                            .needs("sold", Schema.whole().orNull())
                            .needs("unit_price", Schema.number().orNull())
                            .needs("on_hand", Schema.whole().orNull())
                            .needs("stockout", Schema.bool())
                            .needs("promoted", Schema.bool())))
            .needs("start", Schema.date().orNull().meaning("the first day of truth"))
            .needs(
                    "truth",
                    ConfigEndpoints.SERIES.orNull().meaning("as recorded: expected units and what they come of"));

    /** Days with what begins on them before and what ends after. A promotion without a store is one in each. */
    private static final String DAYS_QUERY = """
            WITH running AS (SELECT start_date, end_date,
                    count(store_id) + (count(*) - count(store_id)) * (SELECT count(*) FROM store) AS number
                FROM promotion GROUP BY start_date, end_date),
            step AS (SELECT date, 1 AS place, sum(quantity) AS units, sum(total_amount) AS revenue, 0 AS more
                    FROM sales_daily GROUP BY date
                UNION ALL SELECT start_date, 0, NULL, NULL, number FROM running
                UNION ALL SELECT end_date, 2, NULL, NULL, -number FROM running),
            day AS (SELECT date, place, units, revenue, sum(more) OVER (ORDER BY date, place) AS promotions FROM step)
            SELECT d.date, d.units, d.revenue, CASE WHEN c.is_holiday THEN coalesce(c.holiday_name, 'holiday') END, d.promotions
            FROM day d JOIN calendar c ON c.date = d.date WHERE d.place = 1 ORDER BY d.date""";

    private final ServedDatabase database;

    public SeriesEndpoints(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(
                Endpoint.get(
                        "/api/v1/days", "All sales, day by day", Form.json(200, DAYS), call -> Answer.json(days())),
                Endpoint.get(
                        "/api/v1/dimensions",
                        "Stores and products, the first 1000 of each",
                        Form.json(200, DIMENSIONS),
                        call -> Answer.json(dimensions())),
                Endpoint.get("/api/v1/series", "One product in one store", Form.json(200, ONE), this::series)
                        .with(
                                Parameter.needed("store", Schema.text(1, 20)),
                                Parameter.needed("product", Schema.text(1, 50))));
    }

    private List<Map<String, Object>> days() throws Exception {
        return database.rows(DAYS_QUERY, row -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("date", row.getString(1));
            json.put("units", row.getLong(2));
            json.put("revenue", row.getBigDecimal(3).toPlainString());
            json.put("holiday", row.getString(4));
            json.put("promotions", row.getLong(5));
            return json;
        });
    }

    private Map<String, Object> dimensions() throws Exception {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "stores",
                database.rows(
                        "SELECT id, code, name, region FROM store ORDER BY code LIMIT 1000",
                        row -> named(row, "code", "region")));
        json.put(
                "products",
                database.rows(
                        "SELECT id, sku, name, category FROM product ORDER BY sku LIMIT 1000",
                        row -> named(row, "sku", "category")));
        return json;
    }

    private static Map<String, Object> named(java.sql.ResultSet row, String key, String group)
            throws java.sql.SQLException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.getLong(1));
        json.put(key, row.getString(2));
        json.put("name", row.getString(3));
        json.put(group, row.getString(4));
        return json;
    }

    private Answer series(Call call) throws Exception {
        String store = call.query("store", "");
        String product = call.query("product", "");
        List<Map<String, Object>> days = database.rows(
                "SELECT coalesce(s.date, i.date), s.quantity, s.unit_price, i.on_hand_qty, i.is_stockout,"
                        + " EXISTS (SELECT 1 FROM promotion p WHERE p.product_id = coalesce(s.product_id, i.product_id)"
                        + " AND (p.store_id IS NULL OR p.store_id = coalesce(s.store_id, i.store_id))"
                        + " AND coalesce(s.date, i.date) BETWEEN p.start_date AND p.end_date) FROM"
                        + " (SELECT * FROM sales_daily WHERE store_id = (SELECT id FROM store WHERE code = ?)"
                        + " AND product_id = (SELECT id FROM product WHERE sku = ?)) s FULL JOIN"
                        + " (SELECT * FROM inventory_snapshot_daily WHERE store_id = (SELECT id FROM store WHERE code = ?)"
                        + " AND product_id = (SELECT id FROM product WHERE sku = ?)) i ON i.date = s.date ORDER BY 1",
                row -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("date", row.getString(1));
                    json.put("sold", row.getObject(2));
                    json.put("unit_price", row.getBigDecimal(3));
                    json.put("on_hand", row.getObject(4));
                    json.put("stockout", row.getBoolean(5));
                    json.put("promoted", row.getBoolean(6));
                    return json;
                },
                store,
                product,
                store,
                product);
        ForgeConfig config = database.status().fingerprint() == null
                ? null
                : database.reading(() -> database.warehouse().dataset());
        Map<String, Object> truth = config == null ? null : truth(Plan.of(config), store, product);
        if (days.isEmpty() && truth == null) {
            throw Problem.of(404, "not_found", "there is no series of this store and product", "see /api/v1/dimensions")
                    .asException();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("days", days);
        json.put(
                "start",
                truth == null || config == null
                        ? null
                        : config.dateRange().start().toString());
        json.put("truth", truth);
        return Answer.json(json);
    }

    private static @Nullable Map<String, Object> truth(Plan plan, String store, String product) {
        int storeAt = plan.stores().stream().map(each -> each.code()).toList().indexOf(store);
        int productAt =
                plan.products().stream().map(each -> each.sku()).toList().indexOf(product);
        return storeAt < 0 || productAt < 0 ? null : Preview.series(plan, storeAt, productAt);
    }
}
