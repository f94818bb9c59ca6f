package io.theforge.config.model;

import java.util.List;

/**
 * {@code dimensions.stores}.
 *
 * @param count at least 1
 * @param sizeSpread sigma of the log-normal spread of store sizes, 0 to 3; 0 makes all stores equal
 */
public record StoresConfig(int count, List<Share> regions, List<Share> types, double sizeSpread) {
    public StoresConfig {
        regions = List.copyOf(regions);
        types = List.copyOf(types);
    }
}
