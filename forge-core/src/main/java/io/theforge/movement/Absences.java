package io.theforge.movement;

import io.theforge.config.model.MovementConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Runs of days on which an article is off the shelf of a store, or of all stores, while it is listed. In each block of 182 days there is
 * one at most of the pair's own and one of the product's: it begins on any day of the block alike, and its length is log-normal. A
 * spell is drawn by the seed of the segment of its first day, or, before the dataset, by the first segment's. One instance per thread: the column is reused.
 */
public final class Absences {
    /** Time is cut into blocks of half a year. */
    public static final int BLOCK_DAYS = 182;

    /** No spell is longer. */
    public static final int MAX_DAYS = 728;

    private static final int DRAWS = 4;

    /** On the shelf. */
    public static final byte PRESENT = 0;
    /** Off it, and its stock stays in the store. */
    public static final byte STOCK_STAYS = 1;
    /** Off it, and sold off before. */
    public static final byte CLEARED = 2;

    /**
     * One run of days.
     *
     * @param end day after the last one
     * @param cleared whether the stock is sold off before it
     * @param ofProduct whether the product leaves all stores
     */
    public record Spell(int start, int end, boolean cleared, boolean ofProduct) {}

    private final Plan plan;
    private final MovementConfig.Absences config;

    /** By planned day {@link #PRESENT}, {@link #STOCK_STAYS} or {@link #CLEARED}; all present where there are no absences. */
    public final byte[] state;

    public Absences(Plan plan) {
        this.plan = plan;
        config = plan.config().movement().absences();
        state = new byte[plan.plannedDays()];
    }

    /** Fills the column with that of a pair. @return whether it is ever absent */
    public boolean fill(Store store, Product product) {
        if (config.areOff()) {
            return false;
        }
        Arrays.fill(state, PRESENT);
        boolean[] any = {false};
        forEachSpell(store, product, spell -> {
            any[0] |= spell.end() > 0;
            int end = Math.min(state.length, spell.end());
            for (int d = Math.max(0, spell.start()); d < end; d++) {
                state[d] = spell.cleared() || state[d] == CLEARED ? CLEARED : STOCK_STAYS;
            }
        });
        return any[0];
    }

    /**
     * Passes on the spells that begin on planned days or in the two years before them, whose draws are the first segment's; they may
     * overlap. So as many articles are absent on the first day as on any other.
     */
    public void forEachSpell(Store store, Product product, Consumer<Spell> consumer) {
        for (int segment = 0; segment < plan.segments(); segment++) {
            int from = segment == 0 ? -MAX_DAYS : plan.segmentStart(segment);
            int to = segment + 1 < plan.segments() ? plan.segmentStart(segment + 1) : plan.plannedDays();
            long seed = plan.seedOf(Math.max(0, from));
            if (config.productProbability() > 0) {
                long key = Keys.derive(Keys.key(seed, Stream.ABSENCE_PRODUCT), product.index());
                spells(key, config.productProbability(), from, to, true, consumer);
            }
            if (config.seriesProbability() > 0) {
                long key =
                        Keys.derive(Keys.derive(Keys.key(seed, Stream.ABSENCE_SERIES), store.index()), product.index());
                spells(key, config.seriesProbability(), from, to, false, consumer);
            }
        }
    }

    private void spells(long key, double probability, int from, int to, boolean ofProduct, Consumer<Spell> consumer) {
        for (int block = Math.floorDiv(from, BLOCK_DAYS); block * BLOCK_DAYS < to; block++) {
            if (Keys.uniform(key, (long) DRAWS * block) < probability) {
                int start = block * BLOCK_DAYS + Keys.below(key, (long) DRAWS * block + 1, BLOCK_DAYS);
                if (start >= from && start < to) {
                    int days = days(NormalQuantile.of(Keys.uniform(key, (long) DRAWS * block + 2)));
                    boolean cleared = Keys.uniform(key, (long) DRAWS * block + 3) < config.clearedShare();
                    consumer.accept(new Spell(start, start + days, cleared, ofProduct));
                }
            }
        }
    }

    private int days(double z) {
        double days = config.medianDays() * StrictMath.exp(config.lengthSpread() * z);
        return (int) Math.max(1, Math.min(MAX_DAYS, Math.floor(days + 0.5)));
    }
}
