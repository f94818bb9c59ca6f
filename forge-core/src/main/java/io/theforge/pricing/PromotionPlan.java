package io.theforge.pricing;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import io.theforge.text.MonthNames;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Promotions. In each month a product starts one with the configured probability: mostly in the whole chain, else in some
 * stores, each with dates and a discount of its own; never both in a month, so that none overlap for a pair. They start on
 * day 1 to 14 and run 3 to 14 days, so that they end within their month.
 */
public final class PromotionPlan {
    static final double CHAIN_SHARE = 0.85;
    private static final double STORE_SHARE = 0.3;
    static final double AMOUNT_SHARE = 0.3;
    static final int LATEST_START = 14;
    static final int MIN_DAYS = 3;
    static final int MAX_DAYS = 14;
    /** Depths on offer, in 1/10,000; shallow ones are commoner. */
    static final int[] DEPTHS = {500, 1000, 1000, 1500, 1500, 2000, 2000, 2500, 3000, 4000};

    private final Plan plan;
    private final Months months;
    private final double probability;

    public PromotionPlan(Plan plan) {
        this.plan = plan;
        // Customers wait for a promotion as long before as it runs
        months = new Months(plan, plan.plannedDays() + MAX_DAYS);
        probability = plan.config().retail().promotionProbability();
    }

    /** Those that touch a pair, the chain's included, by day. */
    public void forEachOfPair(Product product, int storeIndex, Consumer<Promotion> consumer) {
        for (int i = 0; i < months.count; i++) {
            long productKey = productKey(product, i);
            if (Keys.uniform(productKey, months.first + i) < probability) {
                long monthKey = Keys.derive(productKey, months.first + i);
                if (isChainWide(monthKey)) {
                    offer(product, PriceWindow.CHAIN, i, monthKey, consumer);
                } else if (takesPart(monthKey, storeIndex)) {
                    offer(product, storeIndex, i, Keys.derive(monthKey, storeIndex), consumer);
                }
            }
        }
    }

    /** Every row of {@code promotion}: those that start by the last day, with their planned end. */
    public void forEachStored(Consumer<Promotion> consumer) {
        Consumer<Promotion> started = promotion -> {
            if (promotion.startDay() < plan.days()) {
                consumer.accept(promotion);
            }
        };
        for (Product product : plan.products()) {
            for (int i = 0; i < months.count; i++) {
                long productKey = productKey(product, i);
                if (Keys.uniform(productKey, months.first + i) < probability) {
                    long monthKey = Keys.derive(productKey, months.first + i);
                    if (isChainWide(monthKey)) {
                        offer(product, PriceWindow.CHAIN, i, monthKey, started);
                    } else {
                        for (int s = 0; s < plan.stores().size(); s++) {
                            if (takesPart(monthKey, s)) {
                                offer(product, s, i, Keys.derive(monthKey, s), started);
                            }
                        }
                    }
                }
            }
        }
    }

    private long productKey(Product product, int month) {
        return Keys.derive(Keys.key(months.seed(month), Stream.PROMOTION), product.index());
    }

    private static boolean isChainWide(long monthKey) {
        return Keys.uniform(monthKey, -1) < CHAIN_SHARE;
    }

    /** Returns whether a store takes part; the first always does, so that a month with a promotion has one for any number of stores. */
    private static boolean takesPart(long monthKey, int storeIndex) {
        return Keys.uniform(Keys.derive(monthKey, -1), storeIndex) < shareOf(storeIndex);
    }

    static double shareOf(int storeIndex) {
        return storeIndex == 0 ? 1 : STORE_SHARE;
    }

    /** Returns a share of the base price in round cents. */
    static int amountCents(Product product, int basisPoints) {
        // Prices stay above 80 per cent of the base, so 40 per cent of it is at most half of any price
        int most = product.basePriceCents() * 2 / 5 / 5 * 5;
        int amount = (int) ((long) product.basePriceCents() * basisPoints / 10_000 + 2) / 5 * 5;
        return Math.min(most, Math.max(5, amount));
    }

    private void offer(Product product, int storeIndex, int month, long offerKey, Consumer<Promotion> consumer) {
        int start = months.firstDay(month) + Keys.below(offerKey, 0, LATEST_START);
        if (start < Math.max(0, product.launchDay()) || start > product.lastDay()) {
            return;
        }
        int days = MIN_DAYS + Keys.below(offerKey, 1, MAX_DAYS - MIN_DAYS + 1);
        int basisPoints = DEPTHS[Keys.below(offerKey, 2, DEPTHS.length)];
        int cents = 0;
        if (Keys.uniform(offerKey, 3) < AMOUNT_SHARE) {
            cents = amountCents(product, basisPoints);
        }
        consumer.accept(new Promotion(
                product.index(), storeIndex, cents > 0 ? 0 : basisPoints, cents, start, start + days - 1));
    }

    /** Returns what a promotion is called: month, year and what is taken off. */
    public String name(Promotion promotion) {
        LocalDate start = plan.config().dateRange().start().plusDays(promotion.startDay());
        int cents = promotion.discountCents();
        String off = cents > 0
                ? cents / 100 + "." + cents % 100 / 10 + cents % 10 + " off"
                : promotion.discountBasisPoints() / 100 + "% off";
        return MonthNames.of(start) + " " + start.getYear() + ": " + off;
    }
}
