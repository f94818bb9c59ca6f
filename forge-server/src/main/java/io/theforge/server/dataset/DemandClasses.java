package io.theforge.server.dataset;

import io.theforge.cli.result.Json;
import io.theforge.oracle.score.DemandClass;
import io.theforge.server.openapi.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demand class of each series, as scores have them: over all of its days, those without a row not among them. */
final class DemandClasses {
    private static final int MAX_SERIES = 2000;

    static final Schema SCHEMA = Schema.object()
            .needs(
                    "counts",
                    withClasses(Schema.object())
                            .meaning(
                                    "series that have rows, by class; too_little_data: less than two days with a sale"))
            .needs("cuts", Schema.object().needs("adi", Schema.number()).needs("cv2", Schema.number()))
            .needs(
                    "series",
                    Schema.list(Schema.object()
                                    .needs("store", Schema.text())
                                    .needs("product", Schema.text())
                                    .needs("adi", Schema.amount().meaning("days by days with a sale"))
                                    .needs("cv2", Schema.amount().meaning("CV^2 of the quantities on these"))
                                    .needs("class", Schema.word("smooth", "erratic", "intermittent", "lumpy")))
                            .meaning("at most " + MAX_SERIES + " of those with a class, spread evenly"));

    private DemandClasses() {}

    private static Schema withClasses(Schema object) {
        Schema all = object;
        for (DemandClass each : DemandClass.values()) {
            all = all.needs(each.word(), Schema.whole());
        }
        return all;
    }

    private record Series(String store, String product, double interval, double variation, DemandClass of) {}

    static Map<String, Object> of(ServedDatabase database) throws Exception {
        long[] counts = new long[DemandClass.values().length];
        List<Series> classed = new ArrayList<>();
        database.rows("""
                        SELECT s.code, p.sku, t.days, t.sold, t.units, t.squares
                        FROM (SELECT store_id, product_id, count(*) AS days, sum(CASE WHEN quantity > 0 THEN 1 ELSE 0 END) AS sold,
                                sum(CAST(quantity AS double precision)) AS units,
                                sum(CAST(quantity AS double precision) * quantity) AS squares
                            FROM sales_daily GROUP BY store_id, product_id) t
                        JOIN store s ON s.id = t.store_id JOIN product p ON p.id = t.product_id ORDER BY s.code, p.sku""", row -> {
            long days = row.getLong(3);
            long sold = row.getLong(4);
            double units = row.getDouble(5);
            double squares = row.getDouble(6);
            DemandClass of = DemandClass.of(days, sold, units, squares);
            counts[of.ordinal()]++;
            return of != DemandClass.TOO_LITTLE_DATA
                    && classed.add(new Series(
                            row.getString(1),
                            row.getString(2),
                            DemandClass.interval(days, sold),
                            DemandClass.variation(sold, units, squares),
                            of));
        });
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> byClass = new LinkedHashMap<>();
        Arrays.stream(DemandClass.values()).forEach(each -> byClass.put(each.word(), counts[each.ordinal()]));
        json.put("counts", byClass);
        json.put("cuts", Json.object("adi", DemandClass.LONG_INTERVAL, "cv2", DemandClass.GREAT_VARIATION));
        json.put(
                "series",
                Spread.evenly(classed, MAX_SERIES).stream()
                        .map(DemandClasses::json)
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Series series) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("store", series.store);
        json.put("product", series.product);
        json.put("adi", rounded(series.interval));
        json.put("cv2", rounded(series.variation));
        json.put("class", series.of.word());
        return json;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1e6) / 1e6;
    }
}
