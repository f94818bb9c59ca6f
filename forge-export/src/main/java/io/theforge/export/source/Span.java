package io.theforge.export.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring series of one store that are read at a time.
 *
 * @param lastProduct inclusive
 */
record Span(int store, int firstProduct, int lastProduct) {
    /** Few enough to be held in memory. */
    private static final int ROWS = 100_000;

    /**
     * Returns the spans of some pairs.
     *
     * @param pairs ascending
     * @param days the most rows that a pair has
     */
    static List<Span> of(Keys keys, int[] pairs, int days) {
        int most = Math.max(1, ROWS / days);
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < pairs.length) {
            int first = i++;
            while (i < pairs.length
                    && i - first < most
                    && pairs[i] == pairs[i - 1] + 1
                    && keys.storeOf(pairs[i]) == keys.storeOf(pairs[first])) {
                i++;
            }
            spans.add(new Span(keys.storeOf(pairs[first]), keys.productOf(pairs[first]), keys.productOf(pairs[i - 1])));
        }
        return spans;
    }

    /** What the rows of a span fulfil; see {@link #values}. */
    static final String CONDITION = " WHERE store_id = ? AND product_id BETWEEN ? AND ? ORDER BY product_id, date";

    Object[] values(Keys keys) {
        return new Object[] {keys.storeIds()[store], keys.productIds()[firstProduct], keys.productIds()[lastProduct]};
    }
}
