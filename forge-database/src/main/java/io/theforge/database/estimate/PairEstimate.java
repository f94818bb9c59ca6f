package io.theforge.database.estimate;

import io.theforge.random.Keys;
import io.theforge.random.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that further days of one store-product pair are drawn from.
 *
 * @param storeId its id in the database
 * @param storeCode what its draws hang on, with the SKU: never on ids or order
 * @param priceCents of every unit
 * @param stock null for a pair without inventory
 */
public record PairEstimate(
        int storeId,
        int productId,
        String storeCode,
        String sku,
        long priceCents,
        SalesEstimate sales,
        @Nullable StockEstimate stock) {

    /** The key of the pair's draws. */
    long key(long seed) {
        return text(text(Keys.key(seed, Stream.ESTIMATED_DAY), storeCode), sku);
    }

    private static long text(long key, String text) {
        long derived = Keys.derive(key, text.length());
        for (int i = 0; i < text.length(); i++) {
            derived = Keys.derive(derived, text.charAt(i));
        }
        return derived;
    }
}
