package io.theforge.plan;

import io.theforge.config.ForgeConfig;
import java.util.List;
import java.util.stream.IntStream;

/** The small things of a dataset, in memory: a pure function of the configuration. Days count from the first day. */
public final class Plan {
    /** Demand is a formula, so a shop that orders can know what will be asked for in the coming days. */
    public static final int LOOK_AHEAD_DAYS = 45;

    private final ForgeConfig config;
    private final int firstEpochDay;
    private final int days;
    private final List<Store> stores;
    private final List<Product> products;
    private final List<CalendarDay> calendar;
    private final double[] holidayMultipliers;

    private Plan(ForgeConfig config) {
        this.config = config;
        firstEpochDay = Math.toIntExact(config.dateRange().start().toEpochDay());
        days = config.dateRange().days();
        stores = StorePlan.of(config);
        products = ProductPlan.of(config);
        CalendarPlan calendarPlan = CalendarPlan.of(config, plannedDays());
        calendar = IntStream.range(0, days).mapToObj(calendarPlan::day).toList();
        holidayMultipliers = IntStream.range(0, plannedDays())
                .mapToDouble(calendarPlan::multiplier)
                .toArray();
    }

    /** @throws io.theforge.config.ConfigException where a holiday or its country is not known */
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

    /** Days that are laid out: those generated, and as many more as a shop looks ahead when it orders. */
    public int plannedDays() {
        return days + LOOK_AHEAD_DAYS;
    }

    /** What the configured holidays do to the demand of each planned day. */
    public double[] holidayMultipliers() {
        return holidayMultipliers.clone();
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
