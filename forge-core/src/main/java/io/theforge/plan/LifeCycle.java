package io.theforge.plan;

import io.theforge.config.model.ForgeConfig;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Launch and last day of one product after another. Days are laid in blocks of {@code date_range} start to horizon:
 * {@code new_product_share} of the products launch inside the first block, and in every block
 * {@code discontinued_share} of those still alive have their last day.
 *
 * <p>Nothing depends on the dataset's end or on the number of products. Each product takes one draw for its launch, one
 * for its last day; who is chosen is a draw of the group ({@link Stratified}).
 */
final class LifeCycle {
    /** 30 years, the longest date range, and two months; nothing ends later. */
    static final int DAY_LIMIT = 11_020;

    record Life(int launchDay, int lastDay) {}

    private final int blockDays;
    private final double newShare;
    private final double discontinuedShare;
    private final long launchKey;
    private final long launchDayKey;
    private final long lastDayKey;
    private final long endKey;
    /** How many of the earlier products were still alive when a block began. */
    private final List<Integer> alive = new ArrayList<>();

    private int index;

    LifeCycle(ForgeConfig config) {
        blockDays = config.dateRange().blockDays();
        newShare = blockDays > 1 ? config.retail().newProductShare() : 0;
        discontinuedShare = config.retail().discontinuedShare();
        long key = Keys.key(config.seed(), Stream.PRODUCT_LIFECYCLE);
        launchKey = Keys.derive(key, 0);
        launchDayKey = Keys.derive(key, 1);
        lastDayKey = Keys.derive(key, 2);
        endKey = Keys.derive(key, 3);
    }

    /** Returns the life of the next product, from index 0 on. */
    Life next() {
        boolean launches = Stratified.selects(index, newShare, launchKey);
        int endBlock = endBlock();
        // A launch and an end within one block keep a third of it between them.
        int third = Math.max(1, blockDays / 3);
        int launchDay = 0;
        if (launches) {
            launchDay = 1 + Keys.below(launchDayKey, index, endBlock == 0 ? third : blockDays - 1);
        }
        int lastDay = Product.ENDLESS;
        if (endBlock >= 0) {
            int days = launches && endBlock == 0 ? third : blockDays;
            lastDay = (endBlock + 1) * blockDays - 1 - Keys.below(lastDayKey, index, days);
        }
        index++;
        return new Life(launchDay, lastDay);
    }

    /** Returns the block in which the product ends, -1 when in none. */
    private int endBlock() {
        if (discontinuedShare == 0) {
            return -1;
        }
        for (int block = 0; (long) block * blockDays < DAY_LIMIT; block++) {
            if (block == alive.size()) {
                alive.add(0);
            }
            int rank = alive.get(block);
            alive.set(block, rank + 1);
            if (Stratified.selects(rank, discontinuedShare, Keys.derive(endKey, block))) {
                return block;
            }
        }
        return -1;
    }
}
