package io.theforge.pricing;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.RetailEnding;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Regular prices. A product begins at its base price; in each month it changes with the configured probability, on a drawn
 * day, to another retail price within 20 per cent of the base price, or, where the size of changes is configured, by up to twice that
 * size either way, to a price in 9 or 5. One pair in twenty has a price of its own, from the
 * first change drawn for it on; until then, and in all other stores, the price of the chain holds.
 */
public final class PricePlan {
    /** Share of pairs whose store sets its own price once it changes one. */
    public static final double OWN_PRICE_SHARE = 0.05;

    private static final int OWN = 0;
    private static final int CHAIN = 1;
    private static final int DRAWS_PER_MONTH = 3;

    private final Plan plan;
    private final Months months;
    private final double changeProbability;
    private final double changeSize;

    public PricePlan(Plan plan) {
        this.plan = plan;
        months = new Months(plan, plan.plannedDays());
        changeProbability = plan.config().retail().priceChangeProbability();
        changeSize = plan.config().retail().priceChangeSize();
    }

    /** Returns the chain's prices of a product, without a hole, from the first day beyond the last planned one. */
    public List<PriceWindow> chainWindows(Product product) {
        return windows(product, PriceWindow.CHAIN, product.basePriceCents());
    }

    /** Returns a store's own prices of a product; empty where it follows the chain. They take precedence over the chain's. */
    public List<PriceWindow> storeWindows(Product product, int storeIndex) {
        long pairKey = scopeKey(plan.config().seed(), product, storeIndex);
        if (changeProbability == 0 || Keys.uniform(pairKey, -1) >= OWN_PRICE_SHARE) {
            return List.of();
        }
        return windows(product, storeIndex, 0);
    }

    private static long scopeKey(long seed, Product product, int storeIndex) {
        long productKey = Keys.derive(Keys.key(seed, Stream.PRICE_CHANGE), product.index());
        return storeIndex == PriceWindow.CHAIN
                ? Keys.derive(productKey, CHAIN)
                : Keys.derive(Keys.derive(productKey, OWN), storeIndex);
    }

    /** @param firstCents price on the first day, 0 when there is none before the first change */
    private List<PriceWindow> windows(Product product, int storeIndex, int firstCents) {
        List<PriceWindow> windows = new ArrayList<>();
        int cents = firstCents;
        int validFrom = 0;
        for (int i = 0; i < months.count; i++) {
            long scopeKey = scopeKey(months.seed(i), product, storeIndex);
            long draw = (months.first + i) * DRAWS_PER_MONTH;
            if (Keys.uniform(scopeKey, draw) >= changeProbability) {
                continue;
            }
            int day = months.firstDay(i) + Keys.below(scopeKey, draw + 1, months.length(i));
            int changed = otherPrice(product.basePriceCents(), cents, Keys.uniform(scopeKey, draw + 2));
            if (day <= 0 || day >= plan.plannedDays() || changed == cents) {
                continue;
            }
            if (cents > 0) {
                windows.add(new PriceWindow(product.index(), storeIndex, cents, validFrom, day - 1));
            }
            cents = changed;
            validFrom = day;
        }
        if (cents > 0) {
            windows.add(new PriceWindow(product.index(), storeIndex, cents, validFrom, PriceWindow.OPEN));
        }
        return windows;
    }

    /** Returns a retail price within 20 per cent of the base that is not the present one, unless there is no other. */
    private int otherPrice(int baseCents, int presentCents, double u) {
        int lowest = (baseCents * 4 + 4) / 5;
        int highest = baseCents * 6 / 5;
        if (changeSize > 0) {
            return nearbyPrice(presentCents > 0 ? presentCents : baseCents, lowest, highest, changeSize * (4 * u - 2));
        }
        int[] prices = RetailEnding.between(lowest, highest);
        int present = Arrays.binarySearch(prices, presentCents);
        int others = present >= 0 ? prices.length - 1 : prices.length;
        if (others == 0) {
            return presentCents;
        }
        int choice = (int) (u * others);
        return prices[present >= 0 && choice >= present ? choice + 1 : choice];
    }

    /** Returns a price that differs by a share, or by as much the other way where that leads too far. */
    private static int nearbyPrice(int presentCents, int lowest, int highest, double share) {
        double wanted = presentCents * (1 + share);
        boolean isTooFar = wanted < lowest || wanted > highest;
        boolean isUp = share > 0 != isTooFar;
        double cents = Math.max(lowest, Math.min(highest, isTooFar ? presentCents * (1 - share) : wanted));
        int price = RetailEnding.nearestDigit((int) (cents + 0.5));
        if (price == presentCents) {
            price = RetailEnding.beside(price, isUp ? 1 : -1);
        }
        if (price < lowest) {
            price = RetailEnding.beside(lowest - 1, 1);
        } else if (price > highest) {
            price = RetailEnding.beside(highest + 1, -1);
        }
        return price >= lowest && price <= highest ? price : presentCents;
    }

    /** Every row of {@code price_history}: windows that begin by the last day, the last of them open. */
    public void forEachStored(Consumer<PriceWindow> consumer) {
        plan.products().forEach(product -> forEachStored(product, consumer));
    }

    /** Those of one product. */
    public void forEachStored(Product product, Consumer<PriceWindow> consumer) {
        store(chainWindows(product), consumer);
        for (int s = 0; s < plan.stores().size(); s++) {
            store(storeWindows(product, s), consumer);
        }
    }

    private void store(List<PriceWindow> windows, Consumer<PriceWindow> consumer) {
        for (PriceWindow window : windows) {
            if (window.validFrom() < plan.days()) {
                consumer.accept(window.validTo() < plan.days() - 1 ? window : window.open());
            }
        }
    }
}
