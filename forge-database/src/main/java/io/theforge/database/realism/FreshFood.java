package io.theforge.database.realism;

import io.theforge.database.verify.Queries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What shows fresh food with shelves that run out, beside the figures of FreshRetailNet-50K: how often, what is sold before, and what simple
 * forecasts make of it. Rows are streamed series by series; memory holds the days of one, and few numbers for each of the others.
 */
final class FreshFood {
    private final int firstEpochDay;
    private final int[] units;
    private final boolean[] stockout;
    private int days;
    private long series = -1;

    private final Map<Integer, Long> unitsOfProduct = new HashMap<>();
    private final TreeMap<Integer, Integer> rowsWithUnits = new TreeMap<>();
    private final DoubleStream.Builder shareOfSeries = DoubleStream.builder();
    private final SimpleForecasts forecasts = new SimpleForecasts();
    private long rows;
    private long totalUnits;
    private long stockouts;
    private long partial;
    private long withoutSales;
    private long withoutSalesForStockouts;

    /** @param days of the dataset, from its first on */
    FreshFood(Queries queries, LocalDate firstDay, int days) throws SQLException {
        firstEpochDay = (int) firstDay.toEpochDay();
        units = new int[days];
        stockout = new boolean[days];
        queries.forEach("""
                SELECT s.store_id, s.product_id, s.date, s.quantity, i.on_hand_qty
                FROM {sales_daily} s JOIN {inventory_snapshot_daily} i
                    ON i.date = s.date AND i.store_id = s.store_id AND i.product_id = s.product_id
                ORDER BY s.product_id, s.store_id, s.date""", this::read);
        endSeries();
    }

    private void read(ResultSet row) throws SQLException {
        int product = row.getInt(2);
        long seriesOfRow = row.getLong(1) << 32 | product;
        int day = (int) row.getObject(3, LocalDate.class).toEpochDay() - firstEpochDay;
        int quantity = row.getInt(4);
        if (seriesOfRow != series) {
            endSeries();
            series = seriesOfRow;
        }
        if (day < 0 || day >= units.length) {
            return;
        }
        units[day] = quantity;
        stockout[day] = row.getInt(5) == 0;
        days++;
        unitsOfProduct.merge(product, (long) quantity, Long::sum);
        rowsWithUnits.merge(quantity, 1, Integer::sum);
        rows++;
        totalUnits += quantity;
        partial += stockout[day] && quantity > 0 ? 1 : 0;
        withoutSales += quantity == 0 ? 1 : 0;
        withoutSalesForStockouts += stockout[day] && quantity == 0 ? 1 : 0;
    }

    private void endSeries() {
        if (days > 0) {
            int own = 0;
            for (boolean isStockout : stockout) {
                own += isStockout ? 1 : 0;
            }
            stockouts += own;
            shareOfSeries.add((double) own / days);
            if (days == units.length) {
                forecasts.add(units);
            }
        }
        days = 0;
        Arrays.fill(units, 0);
        Arrays.fill(stockout, false);
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The figures by name, in the order of the card; null where there are too few rows. To be asked for once. */
    Map<String, @Nullable Double> figures() {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("stockout_day_share", ratio(stockouts, rows));
        double[] shares = shareOfSeries.build().sorted().toArray();
        figures.put("stockout_share_q25", quantile(shares, 0.25));
        figures.put("stockout_share_median", quantile(shares, 0.5));
        figures.put("stockout_share_q75", quantile(shares, 0.75));
        figures.put("partial_stockout_share", ratio(partial, stockouts));
        figures.put("no_sale_day_share", ratio(withoutSales, rows));
        figures.put("no_sale_stockout_share", ratio(withoutSalesForStockouts, withoutSales));
        figures.put("sales_over_mean_q50", overMean(0.5));
        figures.put("sales_over_mean_q90", overMean(0.9));
        figures.put("sales_over_mean_q99", overMean(0.99));
        figures.putAll(forecasts.errors());
        figures.put("products_of_80_percent", productsOf(0.8));
        return figures;
    }

    private static @Nullable Double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? null : sorted[(int) (share * (sorted.length - 1))];
    }

    private @Nullable Double overMean(double share) {
        long seen = 0;
        for (Map.Entry<Integer, Integer> entry : rowsWithUnits.entrySet()) {
            seen += entry.getValue();
            if (seen >= share * rows) {
                return totalUnits == 0 ? null : (double) entry.getKey() * rows / totalUnits;
            }
        }
        return null;
    }

    /** The smallest share of products that makes this share of all units. */
    private @Nullable Double productsOf(double share) {
        long[] sorted = unitsOfProduct.values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long sum = 0;
        int products = 0;
        while (products < sorted.length && sum < share * totalUnits) {
            sum += sorted[sorted.length - ++products];
        }
        return totalUnits == 0 ? null : (double) products / sorted.length;
    }
}
