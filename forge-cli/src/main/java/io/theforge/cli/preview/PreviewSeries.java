package io.theforge.cli.preview;

import io.theforge.demand.DemandFactor;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a preview shows, day by day: a series, or the total of many. */
final class PreviewSeries {
    private static final double SAME = 1e-6;
    /** What does less, on all days, is said to do nothing. */
    private static final double MIN_EFFECT = 0.005;

    /** "S00001 SKU-000001", or "total". */
    final String name;
    /** What it is, for people; empty for a total. */
    final String about;
    /** How many series are in it. */
    int series = 1;
    /** Units expected before noise, anomalies and stockouts; in a total those of days with a record, as its sales. */
    final double[] expected;
    /** Units sold; in a series NaN on a day without a record. */
    final double[] sold;
    /** Share of its series with an inventory row that ended the day with nothing on hand. */
    final double[] stockouts;
    /** Share of its series on sale that have no record. */
    final double[] missing;
    /** How many of its series are on sale. */
    final double[] onSale;
    /** How many of them have an inventory row. */
    final double[] counted;
    /** Of a total: means over its series, weighted by their levels. */
    final Map<DemandFactor, double[]> factors = new EnumMap<>(DemandFactor.class);
    /** Sum of the levels of the series in it. */
    double level;

    private PreviewSeries(String name, String about, int days) {
        this.name = name;
        this.about = about;
        expected = new double[days];
        sold = new double[days];
        stockouts = new double[days];
        missing = new double[days];
        onSale = new double[days];
        counted = new double[days];
        for (DemandFactor factor : DemandFactor.values()) {
            factors.put(factor, new double[days]);
        }
    }

    static PreviewSeries of(Store store, Product product, int days) {
        return new PreviewSeries(
                store.code() + " " + product.sku(),
                product.name() + " (" + product.category() + ") in " + store.name() + " (" + store.region() + ")",
                days);
    }

    /** With nothing in it yet. */
    static PreviewSeries total(int days) {
        PreviewSeries total = new PreviewSeries("total", "", days);
        total.series = 0;
        return total;
    }

    boolean isTotal() {
        return about.isEmpty();
    }

    double[] factor(DemandFactor factor) {
        return Objects.requireNonNull(factors.get(factor));
    }

    /** Whether a factor is on all days what it is in another. */
    boolean shares(DemandFactor factor, PreviewSeries other) {
        double[] mine = factor(factor);
        double[] others = other.factor(factor);
        for (int d = 0; d < mine.length; d++) {
            if (Math.abs(mine[d] - others[d]) > SAME * Math.abs(others[d])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a factor is more than next to nothing on any day. */
    static boolean hasEffect(double[] factor) {
        return Arrays.stream(factor).anyMatch(value -> Math.abs(value - 1) >= MIN_EFFECT);
    }

    /** How many factors do something to a series; 0 where it sells on less than half of the days, -1 where it never does. */
    long effects() {
        long recorded =
                Arrays.stream(sold).filter(units -> !Double.isNaN(units)).count();
        if (recorded * 2 < sold.length) {
            return recorded == 0 ? -1 : 0;
        }
        return factors.values().stream().filter(PreviewSeries::hasEffect).count();
    }

    /** Adds a series to a total whose shares and factors are still sums. */
    void add(PreviewSeries one) {
        series += one.series;
        level += one.level;
        for (int d = 0; d < expected.length; d++) {
            boolean recorded = !Double.isNaN(one.sold[d]);
            expected[d] += recorded ? one.expected[d] : 0;
            sold[d] += recorded ? one.sold[d] : 0;
        }
        plus(stockouts, one.stockouts, 1);
        plus(missing, one.missing, 1);
        plus(onSale, one.onSale, 1);
        plus(counted, one.counted, 1);
        one.factors.forEach((factor, column) -> plus(factor(factor), column, one.level));
    }

    /** Adds the sums of another part. */
    void merge(PreviewSeries part) {
        series += part.series;
        level += part.level;
        plus(expected, part.expected, 1);
        plus(sold, part.sold, 1);
        plus(stockouts, part.stockouts, 1);
        plus(missing, part.missing, 1);
        plus(onSale, part.onSale, 1);
        plus(counted, part.counted, 1);
        part.factors.forEach((factor, column) -> plus(factor(factor), column, 1));
    }

    /** From sums to a finished total. @param scale what makes the units of the sample those of all */
    void finish(double scale) {
        times(expected, scale);
        times(sold, scale);
        share(stockouts, counted);
        share(missing, onSale);
        factors.values().forEach(column -> times(column, 1 / level));
    }

    private static void plus(double[] column, double[] other, double times) {
        for (int d = 0; d < column.length; d++) {
            column[d] += times * other[d];
        }
    }

    private static void times(double[] column, double factor) {
        for (int d = 0; d < column.length; d++) {
            column[d] *= factor;
        }
    }

    private static void share(double[] column, double[] all) {
        for (int d = 0; d < column.length; d++) {
            column[d] = all[d] > 0 ? column[d] / all[d] : 0;
        }
    }

    /** Mean units sold on a day with a record; NaN without any. */
    double unitsADay() {
        return Arrays.stream(sold)
                .filter(units -> !Double.isNaN(units))
                .average()
                .orElse(Double.NaN);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("about", about);
        json.put("expected", rounded(expected));
        json.put("sold", rounded(sold));
        json.put("stockouts", rounded(stockouts));
        json.put("missing", rounded(missing));
        Map<String, Object> columns = new LinkedHashMap<>();
        factors.forEach((factor, column) -> columns.put(factor.word(), rounded(column)));
        json.put("factors", columns);
        return json;
    }

    /** To four decimal places; null where there is no value, which JSON has no number for. */
    private static Double[] rounded(double[] column) {
        Double[] rounded = new Double[column.length];
        for (int d = 0; d < column.length; d++) {
            rounded[d] = Double.isNaN(column[d]) ? null : Double.valueOf(Math.round(column[d] * 1e4) / 1e4);
        }
        return rounded;
    }
}
