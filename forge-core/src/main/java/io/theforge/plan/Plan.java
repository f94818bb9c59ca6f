package io.theforge.plan;

import io.theforge.config.ForgeConfig;
import java.util.ArrayList;
import java.util.List;

/** The small things of a dataset, in memory: a pure function of the configuration. Days count from the first day. */
public final class Plan {
    private final ForgeConfig config;
    private final int firstEpochDay;
    private final int days;
    private final List<Store> stores;
    private final List<Product> products;
    private final List<CalendarDay> calendar;

    private Plan(ForgeConfig config) {
        this.config = config;
        firstEpochDay = Math.toIntExact(config.dateRange().start().toEpochDay());
        days = config.dateRange().days();
        // TEMPORARY until the dimensions are merged
        stores = new ArrayList<>();
        for (int i = 0; i < config.stores().count(); i++) {
            stores.add(new Store(i, String.format("S%05d", i + 1), "Store " + i, "North", "City", "express", 1));
        }
        products = new ArrayList<>();
        for (int i = 0; i < config.products().count(); i++) {
            products.add(new Product(
                    i,
                    String.format("SKU-%06d", i + 1),
                    "Product " + i,
                    "Dairy",
                    "Brand",
                    199 + 50 * (i % 7),
                    99,
                    1,
                    -0.5,
                    3,
                    0,
                    Product.ENDLESS));
        }
        calendar = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            calendar.add(new CalendarDay(firstEpochDay + d, null));
        }
    }

    public static Plan of(ForgeConfig config) {
        return new Plan(config);
    }

    public ForgeConfig config() {
        return config;
    }

    /** The dataset's first day, in days since 1970-01-01. */
    public int firstEpochDay() {
        return firstEpochDay;
    }

    /** Number of days generated. */
    public int days() {
        return days;
    }

    public List<Store> stores() {
        return stores;
    }

    public List<Product> products() {
        return products;
    }

    public List<CalendarDay> calendar() {
        return calendar;
    }

    /** Number of store-product pairs; pair {@code i} is store {@code i / products} and product {@code i % products}. */
    public int pairs() {
        return Math.multiplyExact(stores.size(), products.size());
    }

    public int storeOf(int pair) {
        return pair / products.size();
    }

    public int productOf(int pair) {
        return pair % products.size();
    }

    /** A day of the dataset in days since 1970-01-01. */
    public int epochDay(int day) {
        return firstEpochDay + day;
    }

    /** Ordinal of the pair's first day in the two large tables: each pair has room for all days. */
    public long firstOrdinal(int storeIndex, int productIndex) {
        return ((long) storeIndex * products.size() + productIndex) * days;
    }
}
