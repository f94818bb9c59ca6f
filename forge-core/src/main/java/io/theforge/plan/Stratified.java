package io.theforge.plan;

import io.theforge.random.Keys;

/**
 * A share of things, chosen by lot and yet met at every count: the indices are cut into consecutive groups, group g
 * being those with {@code floor(index * share) = g}, and each group has exactly one that is chosen.
 */
final class Stratified {
    /** Keeps {@code 100 * 0.29} from counting as 28. */
    private static final double ROUNDING = 1e-9;
    /** No index reaches a first chosen one below this. */
    private static final double NONE = 1e-12;

    private Stratified() {}

    /**
     * Returns whether the index is chosen. It does not depend on how many indices there are.
     *
     * @param index 0 or more
     * @param share 0 (none) to 1 (all)
     */
    static boolean selects(int index, double share, long key) {
        if (share < NONE) {
            return false;
        }
        long group = group(index, share);
        long first = first(group, share);
        long size = first(group + 1, share) - first;
        return index == first + (long) (Keys.uniform(key, group) * size);
    }

    private static long group(long index, double share) {
        return (long) Math.floor(index * share + ROUNDING);
    }

    /** Returns the smallest index of a group; division alone may miss it by one. */
    private static long first(long group, double share) {
        long index = Math.max(0, (long) Math.ceil((group - ROUNDING) / share) - 1);
        while (group(index, share) < group) {
            index++;
        }
        return index;
    }
}
