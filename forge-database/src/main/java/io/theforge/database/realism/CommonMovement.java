package io.theforge.database.realism;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mean correlations between series of what their weeks are off their trend, in logs: of the same product in two stores, and of series with
 * neither product nor store in common. On the first 150 products that are in two stores: a mean over pairs of series needs no
 * more than sums over series, since correlations are products of vectors of length 1.
 */
final class CommonMovement {
    private static final int PRODUCTS = 150;

    private final int weeks;
    private final double[] trend;
    private final Map<Integer, double[]> ofProduct = new LinkedHashMap<>();
    private final Map<Integer, double[]> ofStore = new HashMap<>();
    private final Map<Integer, Integer> seriesOfStore = new HashMap<>();
    private final double[] ofAll;
    private int product;
    private int products;
    private long series;
    private double sameProduct;
    private long sameProductPairs;

    CommonMovement(int weeks) {
        this.weeks = weeks;
        ofAll = new double[weeks];
        trend = new double[weeks];
        double squares = 0;
        for (int w = 0; w < weeks; w++) {
            trend[w] = w - (weeks - 1) / 2.0;
            squares += trend[w] * trend[w];
        }
        for (int w = 0; w < weeks; w++) {
            trend[w] /= Math.sqrt(squares);
        }
    }

    /** The series of a product come one after another. */
    void add(int productOfSeries, int store, double[] units) {
        if (productOfSeries != product) {
            end();
            product = productOfSeries;
        }
        if (products < PRODUCTS) {
            double[] direction = direction(units);
            if (length(direction) > 0) {
                ofProduct.put(store, direction);
            }
        }
    }

    /** Ends a product; to be called after the last one, too. */
    void end() {
        int n = ofProduct.size();
        if (n > 1) {
            double[] sum = new double[weeks];
            ofProduct.forEach((store, direction) -> {
                add(sum, direction);
                add(ofAll, direction);
                add(ofStore.computeIfAbsent(store, unused -> new double[weeks]), direction);
                seriesOfStore.merge(store, 1, Integer::sum);
            });
            products++;
            series += n;
            sameProduct += ofPairs(sum, n);
            sameProductPairs += pairs(n);
        }
        ofProduct.clear();
    }

    private double[] direction(double[] units) {
        double[] log = new double[weeks];
        double mean = 0;
        for (int w = 0; w < weeks; w++) {
            log[w] = Math.log(units[w] + 0.5);
            mean += log[w] / weeks;
        }
        double slope = 0;
        for (int w = 0; w < weeks; w++) {
            log[w] -= mean;
            slope += log[w] * trend[w];
        }
        for (int w = 0; w < weeks; w++) {
            log[w] -= slope * trend[w];
        }
        double length = length(log);
        for (int w = 0; w < weeks && length > 0; w++) {
            log[w] /= length;
        }
        return log;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double each : vector) {
            squares += each * each;
        }
        return Math.sqrt(squares);
    }

    private static void add(double[] to, double[] each) {
        for (int w = 0; w < to.length; w++) {
            to[w] += each[w];
        }
    }

    /** The correlations of all pairs of so many series, summed, from the sum of the series. */
    private static double ofPairs(double[] sum, long n) {
        double length = length(sum);
        return (length * length - n) / 2;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Null without a product in two stores. */
    @Nullable
    Double sameProduct() {
        return sameProductPairs == 0 ? null : sameProduct / sameProductPairs;
    }

    /** Null without two such series. */
    @Nullable
    Double unrelated() {
        double sum = ofPairs(ofAll, series) - sameProduct;
        long pairs = pairs(series) - sameProductPairs;
        for (Map.Entry<Integer, double[]> store : ofStore.entrySet()) {
            int n = seriesOfStore.getOrDefault(store.getKey(), 0);
            sum -= ofPairs(store.getValue(), n);
            pairs -= pairs(n);
        }
        return pairs == 0 ? null : sum / pairs;
    }
}
