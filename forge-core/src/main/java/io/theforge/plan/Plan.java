package io.theforge.plan;

import io.theforge.config.model.ForgeConfig;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The small things of a dataset, in memory: a pure function of the configuration. Days count from the first day. */
public final class Plan {
    /** Demand is a formula, so a shop that orders can know what will be asked for in the coming days. */
    public static final int LOOK_AHEAD_DAYS = 45;

    private final ForgeConfig config;
    private final int firstEpochDay;
    private final int firstNewDay;
    private final int days;
    private final List<Store> stores;
    private final List<Product> products;
    private final List<CalendarDay> plannedCalendar;
    private final double[] holidayMultipliers;
    private final List<EffectDays> calendarEffects;
    private final int[] segmentStarts;

    private Plan(ForgeConfig config) {
        this.config = config;
        firstEpochDay = Math.toIntExact(config.dateRange().start().toEpochDay());
        firstNewDay = 0;
        days = config.dateRange().days();
        stores = StorePlan.of(config);
        products = ProductPlan.of(config);
        CalendarPlan calendarPlan = CalendarPlan.of(config, plannedDays());
        plannedCalendar =
                IntStream.range(0, plannedDays()).mapToObj(calendarPlan::day).toList();
        holidayMultipliers = IntStream.range(0, plannedDays())
                .mapToDouble(calendarPlan::multiplier)
                .toArray();
        calendarEffects = List.copyOf(calendarPlan.effects());
        segmentStarts = segmentStarts(config);
    }

    private Plan(Plan whole, ForgeConfig config, int firstNewDay) {
        this.config = config;
        this.firstNewDay = firstNewDay;
        firstEpochDay = whole.firstEpochDay;
        days = config.dateRange().days();
        stores = whole.stores;
        products = whole.products;
        plannedCalendar = whole.plannedCalendar.subList(0, plannedDays());
        holidayMultipliers = Arrays.copyOf(whole.holidayMultipliers, plannedDays());
        calendarEffects = whole.calendarEffects;
        segmentStarts = segmentStarts(config);
    }

    private static int[] segmentStarts(ForgeConfig config) {
        IntStream later = config.segments().stream().mapToInt(segment ->
                (int) ChronoUnit.DAYS.between(config.dateRange().start(), segment.start()));
        return IntStream.concat(IntStream.of(0), later).toArray();
    }

    /** @throws io.theforge.config.model.ConfigException where a holiday or its country is not known */
    public static Plan of(ForgeConfig config) {
        return new Plan(config);
    }

    /** Returns the same dataset as it was when it ended earlier. @param earlier its configuration of then */
    public Plan asOf(ForgeConfig earlier) {
        return new Plan(this, earlier, 0);
    }

    /** Returns the same dataset, of which only the rows from a day on are made: those that a later step adds. */
    public Plan from(int day) {
        return new Plan(this, config, day);
    }

    /** Returns the number of segments, each with a seed of its own. */
    public int segments() {
        return segmentStarts.length;
    }

    /** Returns the first day of a segment. */
    public int segmentStart(int segment) {
        return segmentStarts[segment];
    }

    /** Returns the dataset as it was when a segment was its last: what comes after is not known yet. */
    public Plan asOfSegment(int segment) {
        if (segment == segments() - 1) {
            return this;
        }
        LocalDate end = config.dateRange().start().plusDays(segmentStarts[segment + 1] - 1L);
        return new Plan(this, config.with(end, config.segments().subList(0, segment)), firstNewDay);
    }

    /** Returns the seed that draws what happens on a day, be it beyond the last one generated. */
    public long seedOf(int day) {
        int segment = segments() - 1;
        while (segmentStarts[segment] > day) {
            segment--;
        }
        return segment == 0 ? config.seed() : config.segments().get(segment - 1).seed();
    }

    public ForgeConfig config() {
        return config;
    }

    /** Returns the dataset's first day, in days since 1970-01-01. */
    public int firstEpochDay() {
        return firstEpochDay;
    }

    /** Returns the first day whose rows are made, 0 unless something is appended. */
    public int firstNewDay() {
        return firstNewDay;
    }

    /** Returns the number of days up to the last one generated. */
    public int days() {
        return days;
    }

    /** Returns the number of days that are laid out: those generated, and as many more as a shop looks ahead when it orders. */
    public int plannedDays() {
        return days + LOOK_AHEAD_DAYS;
    }

    /** Returns what the configured holidays do to the demand of each planned day. */
    public double[] holidayMultipliers() {
        return holidayMultipliers.clone();
    }

    /** Returns what the configured calendar effects do to demand by planned day; there may be more days than are planned. */
    public List<EffectDays> calendarEffects() {
        return calendarEffects;
    }

    public List<Store> stores() {
        return stores;
    }

    public List<Product> products() {
        return products;
    }

    /** Returns the days up to the last one generated. */
    public List<CalendarDay> calendar() {
        return plannedCalendar.subList(0, days);
    }

    /** Returns the days that are laid out, {@link #plannedDays} of them. */
    public List<CalendarDay> plannedCalendar() {
        return plannedCalendar;
    }

    /** Returns the number of store-product pairs; pair {@code i} is store {@code i / products} and product {@code i % products}. */
    public int pairs() {
        return Math.multiplyExact(stores.size(), products.size());
    }

    public int pair(int storeIndex, int productIndex) {
        return storeIndex * products.size() + productIndex;
    }

    public int storeOf(int pair) {
        return pair / products.size();
    }

    public int productOf(int pair) {
        return pair % products.size();
    }

    /** Returns a day of the dataset in days since 1970-01-01. */
    public int epochDay(int day) {
        return firstEpochDay + day;
    }

    /** Returns the ordinal of a pair's row of a day in the two large tables: each pair has room for all days whose rows are made. */
    public long ordinal(int storeIndex, int productIndex, int day) {
        return ((long) storeIndex * products.size() + productIndex) * (days - firstNewDay) + day - firstNewDay;
    }
}
