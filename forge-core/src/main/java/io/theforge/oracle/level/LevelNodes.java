package io.theforge.oracle.level;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * What series are added up into: each into its category of its store, and its item. Stores, categories and the total are sums of the former, so that
 * they are not kept.
 */
final class LevelNodes {
    private final Plan plan;
    private final int stores;
    private final int[] categoryOfProduct;
    private final int categories;

    LevelNodes(Plan plan) {
        this.plan = plan;
        stores = plan.stores().size();
        categoryOfProduct = new int[plan.products().size()];
        List<String> names = new ArrayList<>();
        for (Product product : plan.products()) {
            if (!names.contains(product.category())) {
                names.add(product.category());
            }
            categoryOfProduct[product.index()] = names.indexOf(product.category());
        }
        categories = names.size();
    }

    /** How many are kept. */
    int kept() {
        return stores * categories + categoryOfProduct.length;
    }

    /** Where the category of the pair's store is kept. */
    int storeCategory(int pair) {
        return plan.storeOf(pair) * categories + categoryOfProduct[plan.productOf(pair)];
    }

    /** Where its item is kept. */
    int item(int pair) {
        return stores * categories + plan.productOf(pair);
    }

    /** How many a level has; {@link Level#SERIES} is not added up. */
    int count(Level level) {
        return switch (level) {
            case TOTAL -> 1;
            case STORE -> stores;
            case CATEGORY -> categories;
            case STORE_CATEGORY -> stores * categories;
            case ITEM -> categoryOfProduct.length;
            case SERIES -> 0;
        };
    }

    /** Those kept that make up the i-th of a level. */
    int[] parts(Level level, int i) {
        return switch (level) {
            case TOTAL -> range(0, stores * categories, 1);
            case STORE -> range(i * categories, (i + 1) * categories, 1);
            case CATEGORY -> range(i, stores * categories, categories);
            case STORE_CATEGORY -> new int[] {i};
            case ITEM -> new int[] {stores * categories + i};
            case SERIES -> new int[0];
        };
    }

    private static int[] range(int from, int end, int step) {
        int[] parts = new int[(end - from + step - 1) / step];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = from + k * step;
        }
        return parts;
    }
}
