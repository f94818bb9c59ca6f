package io.theforge.server.dataset;

import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been sold, in a few figures. */
public final class AnalyticsEndpoints {
    private static final int MAX_DAYS = 730;

    private static final Schema KPIS = Schema.object()
            .needs(
                    "metrics",
                    Schema.object()
                            .needs("total_revenue", Schema.text().meaning("a decimal number"))
                            .needs("total_units", Schema.whole())
                            .needs("total_transactions", Schema.whole().meaning("rows"))
                            .needs("avg_unit_price", Schema.text().orNull())
                            .needs("avg_basket_value", Schema.text().orNull()))
            .needs("start_date", Schema.date())
            .needs("end_date", Schema.date())
            .needs("store_id", Schema.whole().orNull())
            .needs("product_id", Schema.whole().orNull())
            .needs("category", Schema.text().orNull());

    private final ServedDatabase database;

    public AnalyticsEndpoints(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.get("/analytics/kpis", "What has been sold", Form.json(200, KPIS), this::kpis)
                .with(
                        Parameter.needed("start_date", Schema.date()),
                        Parameter.needed("end_date", Schema.date()),
                        Parameter.optional("store_id", Schema.whole(1, Integer.MAX_VALUE)),
                        Parameter.optional("product_id", Schema.whole(1, Integer.MAX_VALUE)),
                        Parameter.optional("category", Schema.text(1, 100))));
    }

    private Answer kpis(Call call) throws Exception {
        LocalDate start = call.queryDate("start_date");
        LocalDate end = call.queryDate("end_date");
        if (end.isBefore(start) || ChronoUnit.DAYS.between(start, end) > MAX_DAYS) {
            throw Problem.of(
                            400,
                            "range",
                            end.isBefore(start) ? "end_date is before start_date" : "the range has more than 730 days",
                            end.isBefore(start) ? "swap them" : "ask for at most 730 days at a time")
                    .asException();
        }
        Integer store = call.queryNumber("store_id");
        Integer product = call.queryNumber("product_id");
        String category = call.query("category");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metrics", metrics(sums(start, end, store, product, category)));
        json.put("start_date", start.toString());
        json.put("end_date", end.toString());
        json.put("store_id", store);
        json.put("product_id", product);
        json.put("category", category);
        return Answer.json(json);
    }

    private record Sums(BigDecimal revenue, long units, long rows) {}

    private Sums sums(
            LocalDate start,
            LocalDate end,
            @Nullable Integer store,
            @Nullable Integer product,
            @Nullable String category)
            throws Exception {
        StringBuilder query = new StringBuilder(
                "SELECT coalesce(sum(s.total_amount), 0), coalesce(sum(s.quantity), 0), count(*) FROM sales_daily s"
                        + " WHERE s.date BETWEEN CAST(? AS date) AND CAST(? AS date)");
        List<Object> values = new ArrayList<>(List.of(start.toString(), end.toString()));
        if (store != null) {
            query.append(" AND s.store_id = ?");
            values.add(store);
        }
        if (product != null) {
            query.append(" AND s.product_id = ?");
            values.add(product);
        }
        if (category != null) {
            query.append(" AND s.product_id IN (SELECT id FROM product WHERE category = ?)");
            values.add(category);
        }
        return database.asking(sql -> {
            if (sql == null || !database.target().tables(sql).contains("sales_daily")) {
                return new Sums(BigDecimal.ZERO, 0, 0);
            }
            return sql.list(
                            row -> new Sums(row.getBigDecimal(1), row.getLong(2), row.getLong(3)),
                            query.toString(),
                            values.toArray())
                    .get(0);
        });
    }

    private static Map<String, Object> metrics(Sums sums) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "total_revenue",
                sums.revenue().setScale(2, RoundingMode.HALF_UP).toPlainString());
        json.put("total_units", sums.units());
        json.put("total_transactions", sums.rows());
        json.put("avg_unit_price", mean(sums.revenue(), sums.units()));
        json.put("avg_basket_value", mean(sums.revenue(), sums.rows()));
        return json;
    }

    private static @Nullable String mean(BigDecimal sum, long count) {
        return count == 0
                ? null
                : sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP).toPlainString();
    }
}
