package io.theforge.pricing;

import io.theforge.config.model.Share;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import io.theforge.text.MonthNames;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Promotions. In each month a product starts one with the configured probability: mostly in the whole chain, else in some
 * stores, each with dates and a discount of its own; never both in a month, so that none overlap for a pair. They start on
 * day 1 to 14 and run 3 to 14 days, so that they end within their month. Where there are {@link Campaigns}, those say when and where, on any
 * days of the month.
 */
public final class PromotionPlan {
    /** Share of promotions that run in the whole chain. */
    public static final double CHAIN_SHARE = 0.85;
    /** Share of the stores that takes part in one of the others, beside the first. */
    public static final double STORE_SHARE = 0.3;

    static final double AMOUNT_SHARE = 0.3;
    static final int LATEST_START = 14;
    static final int MIN_DAYS = 3;
    static final int MAX_DAYS = 14;

    private final Plan plan;
    private final Months months;
    private final Depths depths;
    private final Map<String, Double> probabilities = new HashMap<>();
    private final @Nullable Campaigns campaigns;

    public PromotionPlan(Plan plan) {
        this.plan = plan;
        // Customers wait for a promotion as long before as it runs
        months = new Months(plan, plan.plannedDays() + MAX_DAYS);
        depths = new Depths(plan);
        for (Share category : plan.config().products().categories()) {
            probabilities.put(category.name(), plan.config().promotionProbability(category.name()));
        }
        campaigns = plan.config().promotions().campaignsPerMonth() == 0 ? null : new Campaigns(plan, months);
    }

    /** Those that touch a pair, the chain's included, by day. */
    public void forEachOfPair(Product product, int storeIndex, Consumer<Promotion> consumer) {
        for (int i = 0; i < months.count; i++) {
            inMonth(product, i, storeIndex, storeIndex + 1, consumer);
        }
    }

    /** Every row of {@code promotion}: those that start by the last day, with their planned end. */
    public void forEachStored(Consumer<Promotion> consumer) {
        plan.products().forEach(product -> forEachStored(product, consumer));
    }

    /** Those of one product. */
    public void forEachStored(Product product, Consumer<Promotion> consumer) {
        Consumer<Promotion> started = promotion -> {
            if (promotion.startDay() < plan.days()) {
                consumer.accept(promotion);
            }
        };
        for (int i = 0; i < months.count; i++) {
            inMonth(product, i, 0, plan.stores().size(), started);
        }
    }

    /** Passes on those of a month in the whole chain, or in the stores from one index up to another. */
    private void inMonth(Product product, int month, int fromStore, int toStore, Consumer<Promotion> consumer) {
        if (campaigns == null) {
            alone(product, month, fromStore, toStore, consumer);
            return;
        }
        Campaign campaign = campaigns.of(product, month);
        if (campaign == null) {
            return;
        }
        if (campaign.isChainWide()) {
            offer(product, PriceWindow.CHAIN, campaign, consumer);
            return;
        }
        for (int s = fromStore; s < toStore; s++) {
            if (takesPart(campaign.key(), s)) {
                offer(product, s, campaign, consumer);
            }
        }
    }

    private void alone(Product product, int month, int fromStore, int toStore, Consumer<Promotion> consumer) {
        long productKey = Keys.derive(Keys.key(months.seed(month), Stream.PROMOTION), product.index());
        if (Keys.uniform(productKey, months.first + month) >= probability(product)) {
            return;
        }
        long monthKey = Keys.derive(productKey, months.first + month);
        if (Keys.uniform(monthKey, -1) < CHAIN_SHARE) {
            offer(product, PriceWindow.CHAIN, month, monthKey, consumer);
            return;
        }
        for (int s = fromStore; s < toStore; s++) {
            if (takesPart(monthKey, s)) {
                offer(product, s, month, Keys.derive(monthKey, s), consumer);
            }
        }
    }

    private double probability(Product product) {
        return probabilities.getOrDefault(product.category(), 0.0);
    }

    /** Returns whether a store takes part; the first always does, so that a month with a promotion has one for any number of stores. */
    private static boolean takesPart(long monthKey, int storeIndex) {
        return Keys.uniform(Keys.derive(monthKey, -1), storeIndex) < shareOf(storeIndex);
    }

    static double shareOf(int storeIndex) {
        return storeIndex == 0 ? 1 : STORE_SHARE;
    }

    /** Returns a length in days. */
    static int days(long key, int index) {
        return MIN_DAYS + Keys.below(key, index, MAX_DAYS - MIN_DAYS + 1);
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
        offer(product, storeIndex, offerKey, start, start + days(offerKey, 1) - 1, null, consumer);
    }

    private void offer(Product product, int storeIndex, Campaign campaign, Consumer<Promotion> consumer) {
        long offerKey = Keys.derive(campaign.key(), product.index());
        offer(product, storeIndex, offerKey, campaign.startDay(), campaign.endDay(), campaign, consumer);
    }

    private void offer(
            Product product,
            int storeIndex,
            long offerKey,
            int start,
            int end,
            @Nullable Campaign campaign,
            Consumer<Promotion> consumer) {
        if (start < Math.max(0, product.launchDay()) || start > product.lastDay()) {
            return;
        }
        int[] ofProduct = depths.of(product);
        int basisPoints = ofProduct[Keys.below(offerKey, 2, ofProduct.length)];
        int cents = Keys.uniform(offerKey, 3) < AMOUNT_SHARE ? amountCents(product, basisPoints) : 0;
        consumer.accept(new Promotion(
                product.index(),
                storeIndex,
                cents > 0 ? 0 : basisPoints,
                cents,
                start,
                end,
                campaign == null ? null : campaign.theme(),
                campaign != null && campaign.isAdvertised()));
    }

    /** Returns what a promotion is called: month, year, its campaign where it has one, and what is taken off. */
    public String name(Promotion promotion) {
        LocalDate start = plan.config().dateRange().start().plusDays(promotion.startDay());
        int cents = promotion.discountCents();
        String off = cents > 0
                ? cents / 100 + "." + cents % 100 / 10 + cents % 10 + " off"
                : promotion.discountBasisPoints() / 100 + "% off";
        String campaign = promotion.theme() == null ? "" : " " + promotion.theme();
        String advertised = promotion.isAdvertised() ? ", advertised" : "";
        return MonthNames.of(start) + " " + start.getYear() + campaign + advertised + ": " + off;
    }
}
