package io.theforge.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The truth behind a day of a series: the heart of a row of {@code theforge.truth_daily}. All factors of demand are in the series' block.
 *
 * @param expectedDemand mean units of the day, before noise: the best forecast of the mean that anybody could make
 * @param latentDemand units asked for
 * @param availableQty units on the shelf to sell from
 * @param unitsSold at most {@code availableQty}
 * @param unitsLost units that customers went without
 * @param promotion name of the running promotion; null where none runs
 * @param notRecorded why the day has no row in {@code sales_daily}; null where it has one
 */
public record TruthRow(
        LocalDate date,
        String storeCode,
        String sku,
        double expectedDemand,
        int latentDemand,
        int availableQty,
        int unitsSold,
        int unitsLost,
        @Nullable String promotion,
        @Nullable String notRecorded) {}
