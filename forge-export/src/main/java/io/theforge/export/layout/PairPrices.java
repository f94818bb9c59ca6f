package io.theforge.export.layout;

import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import java.util.Arrays;

/** Prices and promotions of one pair, day by day; the columns are reused by the next pair. One instance per thread. */
public abstract class PairPrices {
    /** The regular price in force, in cents; 0 where none is known. */
    final int[] regularCents;

    /** What is paid: the regular price less the discounts of running promotions. */
    final int[] paidCents;

    /** 1 while a promotion runs, else 0. */
    final int[] promoted;

    /** @param days how many, those ahead included */
    protected PairPrices(int days) {
        regularCents = new int[days];
        paidCents = new int[days];
        promoted = new int[days];
    }

    /** Fills the columns: {@link #begin}, then each {@link #price}, then each {@link #promote}. */
    protected abstract void fill(int storeIndex, int productIndex);

    protected final void begin() {
        Arrays.fill(regularCents, 0);
        Arrays.fill(paidCents, 0);
        Arrays.fill(promoted, 0);
    }

    /** Lets a regular price hold, in place of those before. */
    protected final void price(PriceWindow window) {
        int from = Math.max(0, window.validFrom());
        int end = Math.min(regularCents.length - 1, window.validTo()) + 1;
        if (from < end) {
            Arrays.fill(regularCents, from, end, window.priceCents());
            Arrays.fill(paidCents, from, end, window.priceCents());
        }
    }

    /** Takes the discount of a promotion off. */
    protected final void promote(Promotion promotion) {
        int end = Math.min(promoted.length - 1, promotion.endDay());
        for (int d = Math.max(0, promotion.startDay()); d <= end; d++) {
            paidCents[d] = Math.max(0, promotion.apply(paidCents[d]));
            promoted[d] = 1;
        }
    }

    /** Returns the share off the regular price, in 1/10,000, half of one rounded up; 0 where no regular price is known. */
    final int discount(int day, int paid) {
        long regular = regularCents[day];
        return regular <= paid ? 0 : (int) (((regular - paid) * 20_000 + regular) / (2 * regular));
    }
}
