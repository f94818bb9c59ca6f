package io.theforge.config.model;

import java.util.List;

/**
 * {@code dimensions.products}.
 *
 * @param count at least 1
 * @param demandSpread sigma of the log-normal spread of product popularity, 0 to 3; 0 makes all products equal
 */
public record ProductsConfig(int count, List<Share> categories, List<Share> brands, double demandSpread) {
    public ProductsConfig {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
    }
}
