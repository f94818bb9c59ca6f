package io.theforge.documents.shop;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import java.util.ArrayList;
import java.util.List;

/** Regular prices. */
public final class Prices {
    private final Plan plan;
    private final Months months;
    private final PricePlan prices;

    Prices(Plan plan, Months months) {
        this.plan = plan;
        this.months = months;
        prices = new PricePlan(plan);
    }

    /** A price that replaces another, of a product in the whole chain. */
    public record Change(Product product, int beforeCents, int afterCents, int day) {}

    /** Returns the changes of a product's price in the whole chain, by time. */
    public List<Change> changes(Product product) {
        List<PriceWindow> windows = prices.chainWindows(product);
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < windows.size(); i++) {
            PriceWindow window = windows.get(i);
            if (window.validFrom() < plan.days()) {
                changes.add(
                        new Change(product, windows.get(i - 1).priceCents(), window.priceCents(), window.validFrom()));
            }
        }
        return changes;
    }

    /** Returns the price of a product in the whole chain on a day. */
    public Fact onDay(Product product, int day) {
        int cents = prices.chainWindows(product).stream()
                .filter(window -> window.validFrom() <= day && day <= window.validTo())
                .findFirst()
                .orElseThrow()
                .priceCents();
        return fact(Shop.subject(product), product, "", cents, day);
    }

    /** Returns the prices that stores have set for a product themselves. */
    public List<PriceWindow> ofStores(Product product) {
        List<PriceWindow> own = new ArrayList<>();
        for (Store store : plan.stores()) {
            for (PriceWindow window : prices.storeWindows(product, store.index())) {
                if (window.validFrom() < plan.days()) {
                    own.add(window);
                }
            }
        }
        return own;
    }

    /** Returns a store's own price, from the day on which it sets it. */
    public Fact ofStore(PriceWindow window) {
        Store store = plan.stores().get(window.storeIndex());
        Product product = plan.products().get(window.productIndex());
        return fact(Shop.subject(store, product), product, store.code(), window.priceCents(), window.validFrom());
    }

    private Fact fact(Subject subject, Product product, String storeCode, int cents, int day) {
        String sql = Sql.price(product.sku(), Sql.scope(storeCode), months.date(day));
        return new Fact(Measures.REGULAR_PRICE, subject, months.date(day).toString(), Value.ofCents(cents), sql);
    }
}
