package io.theforge.config.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Dates whose sales records are missing for everyone (or for the stores and products named), as after a failed feed.
 *
 * @param stores store codes; empty = all
 * @param products SKUs; empty = all
 */
public record DataGap(LocalDate start, LocalDate end, List<String> stores, List<String> products) {
    public DataGap {
        stores = List.copyOf(stores);
        products = List.copyOf(products);
    }
}
