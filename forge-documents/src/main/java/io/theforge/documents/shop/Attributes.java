package io.theforge.documents.shop;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Value;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a store and a product are. */
public final class Attributes {
    private final Months months;
    private final Tally tally;

    Attributes(Months months, Tally tally) {
        this.months = months;
        this.tally = tally;
    }

    public Fact city(Store store) {
        return of(store, Measures.CITY, "city", store.city());
    }

    public Fact region(Store store) {
        return of(store, Measures.REGION, "region", store.region());
    }

    public Fact type(Store store) {
        return of(store, Measures.STORE_TYPE, "store_type", store.type());
    }

    public Fact category(Product product) {
        return of(product, Measures.CATEGORY, "category", Value.of(product.category()));
    }

    public Fact brand(Product product) {
        return of(product, Measures.BRAND, "brand", Value.of(product.brand()));
    }

    public Fact basePrice(Product product) {
        return of(product, Measures.BASE_PRICE, "base_price", Value.ofCents(product.basePriceCents()));
    }

    public Fact baseCost(Product product) {
        return of(product, Measures.BASE_COST, "base_cost", Value.ofCents(product.baseCostCents()));
    }

    /** Returns the first day with a record of a product that came into the range within the dataset; null for the others. */
    public @Nullable Fact firstSale(Product product) {
        int day = tally.firstSale[product.index()];
        return product.launchDay() > 0 && day < Integer.MAX_VALUE
                ? saleDay(product, Measures.FIRST_SALE, "min", months.date(day))
                : null;
    }

    /** Returns the last day with a record of a product that left the range within the dataset; null for the others. */
    public @Nullable Fact lastSale(Product product) {
        int day = tally.lastSale[product.index()];
        return product.lastDay() < months.lastDay(months.count() - 1) && day >= 0
                ? saleDay(product, Measures.LAST_SALE, "max", months.date(day))
                : null;
    }

    private static Fact saleDay(Product product, Measure measure, String edge, LocalDate day) {
        return new Fact(measure, Shop.subject(product), "", Value.of(day), Sql.saleDay(edge, product.sku()));
    }

    private static Fact of(Store store, Measure measure, String column, String value) {
        String sql = Sql.attribute(column, "store", "code", store.code());
        return new Fact(measure, Shop.subject(store), "", Value.of(value), sql);
    }

    private static Fact of(Product product, Measure measure, String column, Value value) {
        String sql = Sql.attribute(column, "product", "sku", product.sku());
        return new Fact(measure, Shop.subject(product), "", value, sql);
    }
}
