package io.theforge.config.model;

import io.theforge.config.ConfigReader;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a dataset depends on. Two equal configurations give the same dataset, byte for byte, on any machine.
 *
 * <p>Instances are complete (defaults filled in) and validated: {@link ConfigReader} is the way to one. What only steers
 * the work (workers, batch size) is {@link Operational} and never reaches a value.
 *
 * @param seed any 64-bit integer
 * @param calendarCountry ISO 3166 country, or country and subdivision ("US", "DE-BY"), whose public holidays the calendar shows
 * @param scenario the preset that it began with, by name; null when it began with the defaults. Everything that the preset says
 *     stands in the other components, so this names it and decides nothing
 * @param segments stretches after the first that have seeds of their own, by start
 */
public record ForgeConfig(
        @Nullable String scenario,
        long seed,
        StoresConfig stores,
        ProductsConfig products,
        DateRange dateRange,
        String calendarCountry,
        TimeSeriesConfig timeSeries,
        RetailConfig retail,
        PromotionsConfig promotions,
        StockConfig stock,
        SparsityConfig sparsity,
        List<DataGap> dataGaps,
        List<HolidayRule> holidays,
        List<Shock> shocks,
        MovementConfig movement,
        List<Segment> segments) {

    /**
     * The law by which rows are made: it goes up with each change that lets a configuration make other rows. 1 had no movement in time;
     * 2 with all of it off is the same law. 3 has campaigns, and stock as shops keep it; with all of that off it is the same law again.
     */
    public static final int MODEL_VERSION = 3;

    public ForgeConfig {
        dataGaps = List.copyOf(dataGaps);
        holidays = List.copyOf(holidays);
        shocks = List.copyOf(shocks);
        segments = List.copyOf(segments);
    }

    /** Returns the same dataset up to another last day and with other later segments. */
    public ForgeConfig with(LocalDate end, List<Segment> laterSegments) {
        return new ForgeConfig(
                scenario,
                seed,
                stores,
                products,
                new DateRange(dateRange.start(), end, dateRange.horizon()),
                calendarCountry,
                timeSeries,
                retail,
                promotions,
                stock,
                sparsity,
                dataGaps,
                holidays,
                shocks,
                movement,
                laterSegments);
    }

    /** Returns the chance that a product of a category starts a promotion in a month. */
    public double promotionProbability(String category) {
        return promotions.probability(category, retail.promotionProbability());
    }

    /** Returns the number of store-product pairs, sparse ones included. */
    public long pairs() {
        return (long) stores.count() * products.count();
    }
}
