package io.theforge.pricing;

import io.theforge.plan.Product;

/**
 * Products of a theme that are on offer on the same days.
 *
 * @param key draws which products and stores take part, and the discounts
 * @param theme a category or a brand, by name
 * @param startDay days since the dataset's first day, negative when the month begins before it
 * @param endDay inclusive, in the same days
 */
record Campaign(
        long key,
        String theme,
        boolean isOfBrand,
        int startDay,
        int endDay,
        boolean isChainWide,
        boolean isAdvertised) {

    /** Returns whether it is about a product. */
    boolean isAbout(Product product) {
        return theme.equals(isOfBrand ? product.brand() : product.category());
    }
}
