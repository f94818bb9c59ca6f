package io.theforge.config.model;

/**
 * {@code sparsity}: which records are missing. The shop sells all the same and its stock moves.
 *
 * @param missingCombinations share of store-product pairs without sales rows, 0 to 1
 * @param randomGapsPerSeries missing runs of days in each series, in each planning block
 * @param missingDays share of single store-product-days without a sales row, 0 to 1
 * @param gapMinDays shortest run, at least 1
 * @param gapMaxDays longest run, at least {@code gapMinDays}; {@link #longestGap} where the block is short
 */
public record SparsityConfig(
        double missingCombinations,
        int randomGapsPerSeries,
        double missingDays,
        int gapMinDays,
        int gapMaxDays,
        AppliesTo appliesTo) {

    /** Returns the longest run that occurs where all of them, each with a day between, are to fit into a planning block. */
    public int longestGap(int blockDays) {
        return randomGapsPerSeries == 0 ? gapMaxDays : Math.min(gapMaxDays, blockDays / randomGapsPerSeries - 1);
    }

    /** Which tables miss the rows. */
    public enum AppliesTo {
        /** {@code sales_daily} only; inventory stays complete. */
        SALES,
        /** {@code sales_daily} and {@code inventory_snapshot_daily}. */
        ALL
    }
}
