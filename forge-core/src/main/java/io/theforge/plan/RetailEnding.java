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

    /** Returns all retail prices from {@code lowCents} to {@code highCents}, both included, ascending. */
    public static int[] between(int lowCents, int highCents) {
        return IntStream.rangeClosed(lowCents, highCents)
                .filter(RetailEnding::isRetail)
                .toArray();
    }
}
