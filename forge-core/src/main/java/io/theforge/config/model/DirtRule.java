package io.theforge.config.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of dirt, how much of it, and where. It reaches the rows that match every limit.
 *
 * @param rate share of the rows that the kind is for, or of a store's days, or of files, 0 to 1
 * @param table null for every table that the kind is for
 * @param column null for every column that the kind is for
 * @param stores codes; empty for all
 * @param products SKUs; empty for all
 * @param start first day; null for the first of all
 * @param end last day; null for the last of all
 * @param place where it was given, for messages
 */
public record DirtRule(
        DirtKind kind,
        double rate,
        @Nullable String table,
        @Nullable String column,
        List<String> stores,
        List<String> products,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String place) {

    public DirtRule {
        stores = List.copyOf(stores);
        products = List.copyOf(products);
    }
}
