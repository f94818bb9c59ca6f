package io.theforge.cli;

import io.theforge.demand.DemandFactor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a preview, day by day: a series, or the total of many. */
final class PreviewSeries {
    final String name;
    /** Units expected before noise, anomalies and stockouts. */
    final double[] expected;
    /** Units sold; in a series NaN on a day without a record. */
    final double[] sold;
    /** Series that ended the day with nothing on hand. */
    final int[] stockouts;
    /** Of a total: means over its series, weighted by their levels. */
    final Map<DemandFactor, double[]> factors = new EnumMap<>(DemandFactor.class);
    /** Sum of the levels of the series in it. */
    double level;

    PreviewSeries(String name, int days) {
        this.name = name;
        expected = new double[days];
        sold = new double[days];
        stockouts = new int[days];
        for (DemandFactor factor : DemandFactor.values()) {
            factors.put(factor, new double[days]);
        }
    }

    double[] factor(DemandFactor factor) {
        return factors.getOrDefault(factor, expected);
    }

    /** Adds a series to a total whose factors are still sums. */
    void add(PreviewSeries series) {
        level += series.level;
        for (int d = 0; d < expected.length; d++) {
            expected[d] += series.expected[d];
            sold[d] += Double.isNaN(series.sold[d]) ? 0 : series.sold[d];
            stockouts[d] += series.stockouts[d];
            for (DemandFactor factor : DemandFactor.values()) {
                factor(factor)[d] += series.level * series.factor(factor)[d];
            }
        }
    }

    /** Adds the sums of another part. */
    void merge(PreviewSeries part) {
        level += part.level;
        for (int d = 0; d < expected.length; d++) {
            expected[d] += part.expected[d];
            sold[d] += part.sold[d];
            stockouts[d] += part.stockouts[d];
            for (DemandFactor factor : DemandFactor.values()) {
                factor(factor)[d] += part.factor(factor)[d];
            }
        }
    }

    /** From sums to a finished total, scaled up from the sample that was added. */
    void finish(double scale) {
        for (int d = 0; d < expected.length; d++) {
            expected[d] *= scale;
            sold[d] *= scale;
            stockouts[d] = (int) Math.round(stockouts[d] * scale);
            for (DemandFactor factor : DemandFactor.values()) {
                factor(factor)[d] /= level;
            }
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("expected", rounded(expected));
        json.put("sold", rounded(sold));
        json.put("stockouts", stockouts);
        Map<String, Object> columns = new LinkedHashMap<>();
        factors.forEach((factor, column) -> columns.put(factor.word(), rounded(column)));
        json.put("factors", columns);
        return json;
    }

    /** To six decimal places; null where there is no value, which JSON has no number for. */
    private static Double[] rounded(double[] column) {
        Double[] rounded = new Double[column.length];
        for (int d = 0; d < column.length; d++) {
            rounded[d] = Double.isNaN(column[d]) ? null : Double.valueOf(Math.round(column[d] * 1e6) / 1e6);
        }
        return rounded;
    }
}
