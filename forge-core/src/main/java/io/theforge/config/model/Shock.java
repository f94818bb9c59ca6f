package io.theforge.config.model;

import java.util.List;

/**
 * A named demand event. It reaches the pairs that match every filter that is not empty.
 *
 * <p>With {@code n = rampUpDays} the i-th day (from 0) has the factor {@code 1 + (factor - 1) * min(1, (i + 1) / (n + 1))};
 * its last {@code rampDownDays} days lead back to 1 in the same way. A factor of 0 from the dataset's first day on means that the
 * shop has not opened: until there is demand, the pairs have no rows.
 *
 * @param dates when it happens, once or in every year
 * @param factor of demand, 0 to 20
 */
public record Shock(
        String name,
        EventDates dates,
        int rampUpDays,
        int rampDownDays,
        double factor,
        List<String> regions,
        List<String> stores,
        List<String> storeTypes,
        List<String> categories,
        List<String> brands,
        List<String> products) {
    public Shock {
        regions = List.copyOf(regions);
        stores = List.copyOf(stores);
        storeTypes = List.copyOf(storeTypes);
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        products = List.copyOf(products);
    }
}
