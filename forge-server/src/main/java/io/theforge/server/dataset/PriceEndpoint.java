package io.theforge.server.dataset;

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

/** What a product has been sold at, and how much of it. */
public final class PriceEndpoint {
    private static final int MAX_PRICES = 500;
    private static final Schema PRICES = Schema.list(Schema.object()
                    .needs("unit_price", Schema.amount())
                    .needs("promoted", Schema.bool().meaning("whether a promotion ran"))
                    .needs("days", Schema.whole().meaning("days of a store at this price"))
                    .needs(
                            "units_per_day",
                            Schema.amount().meaning("the mean of these days, those without a sale among them")))
            .meaning("from the lowest price on, at most " + MAX_PRICES + " of them, spread evenly");

    private final ServedDatabase database;

    public PriceEndpoint(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.get(
                        "/api/v1/prices", "Price against units of one product", Form.json(200, PRICES), this::prices)
                .with(Parameter.needed("product", Schema.text(1, 50))));
    }

    private Answer prices(Call call) throws Exception {
        List<Long> ids =
                database.rows("SELECT id FROM product WHERE sku = ?", row -> row.getLong(1), call.query("product", ""));
        if (ids.isEmpty()) {
            throw Problem.of(404, "not_found", "there is no such product", "see /api/v1/dimensions")
                    .asException();
        }
        List<Map<String, Object>> prices = database.rows(
                """
                        SELECT unit_price, promoted, count(*), avg(CAST(quantity AS double precision))
                        FROM (SELECT s.unit_price, s.quantity, EXISTS (SELECT 1 FROM promotion p
                                WHERE p.product_id = s.product_id AND (p.store_id IS NULL OR p.store_id = s.store_id)
                                    AND s.date BETWEEN p.start_date AND p.end_date) AS promoted
                            FROM sales_daily s WHERE s.product_id = ?) t
                        GROUP BY unit_price, promoted ORDER BY unit_price, promoted""",
                row -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("unit_price", row.getBigDecimal(1));
                    json.put("promoted", row.getBoolean(2));
                    json.put("days", row.getLong(3));
                    json.put("units_per_day", Math.round(row.getDouble(4) * 1e6) / 1e6);
                    return json;
                },
                ids.get(0));
        return Answer.json(Spread.evenly(prices, MAX_PRICES));
    }
}
