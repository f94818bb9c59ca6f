package io.theforge.plan;

import java.util.stream.IntStream;

/**
 * Prices as shops write them: from 2.00 on they end in .99, .49 or .95; below 2.00 every price does that ends in the
 * digit 9 or 5.
 */
public final class RetailEnding {
    private RetailEnding() {}

    /** Returns whether a shop would print this price; never for amounts below 5 cents. */
    public static boolean isRetail(int cents) {
        if (cents < 200) {
            return cents > 0 && (cents % 10 == 9 || cents % 10 == 5);
        }
        int ending = cents % 100;
        return ending == 99 || ending == 49 || ending == 95;
    }

    /** Returns the retail price nearest to an amount (the lower one of two as near), at least 5 cents. */
    public static int nearest(int cents) {
        int distance = 0;
        while (!isRetail(cents - distance) && !isRetail(cents + distance)) {
            distance++;
        }
        return isRetail(cents - distance) ? cents - distance : cents + distance;
    }

    /** Returns the nearest amount that ends in the digit 9 or 5 (the lower one of two as near), at least 5 cents. */
    public static int nearestDigit(int cents) {
        int lower = beside(cents, -1, true);
        int higher = beside(cents, 1, true);
        return lower > 0 && cents - lower <= higher - cents ? lower : higher;
    }

    /** Returns the next amount that ends in the digit 9 or 5. @param step 1 for a higher one, -1 for a lower one, which may be below 0 */
    public static int beside(int cents, int step) {
        return beside(cents, step, false);
    }

    private static int beside(int cents, int step, boolean isItself) {
        int next = isItself ? cents : cents + step;
        while (Math.floorMod(next, 5) != 0 && Math.floorMod(next, 10) != 9 || Math.floorMod(next, 10) == 0) {
            next += step;
        }
        return next;
    }

    /** Returns all retail prices from {@code lowCents} to {@code highCents}, both included, ascending. */
    public static int[] between(int lowCents, int highCents) {
        return IntStream.rangeClosed(lowCents, highCents)
                .filter(RetailEnding::isRetail)
                .toArray();
    }
}
