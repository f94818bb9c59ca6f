package io.theforge.documents.shop;

import io.theforge.documents.fact.Subject;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;

/** What is true in a dataset, as far as documents tell of it. Immutable; its facts are exact. */
public final class Shop {
    private final Plan plan;
    private final Months months;
    private final List<String> categories;
    private final List<String> regions;
    private final Tally tally;
    private final Sums categorySums;
    private final Sums regionSums;
    private final Sums chainSums;

    private Shop(Plan plan, int workers) {
        this.plan = plan;
        months = new Months(plan.config().dateRange().start(), plan.days());
        categories = plan.products().stream().map(Product::category).distinct().toList();
        regions = plan.stores().stream().map(Store::region).distinct().toList();
        tally = Tally.of(plan, months, categories, workers);
        categorySums = new Sums(categories.size(), months.count());
        regionSums = new Sums(regions.size(), months.count());
        chainSums = new Sums(1, months.count());
        for (Store store : plan.stores()) {
            regionSums.add(regions.indexOf(store.region()), tally.stores, store.index());
            chainSums.add(0, tally.stores, store.index());
            for (int c = 0; c < categories.size(); c++) {
                categorySums.add(c, tally.storeCategories, store.index() * categories.size() + c);
            }
        }
    }

    /** Makes all series once. @param workers threads, at least 1; nothing depends on them */
    public static Shop of(Plan plan, int workers) {
        return new Shop(plan, workers);
    }

    public Plan plan() {
        return plan;
    }

    public Months months() {
        return months;
    }

    public List<Store> stores() {
        return plan.stores();
    }

    public List<Product> products() {
        return plan.products();
    }

    /** Returns the categories that have products. */
    public List<String> categories() {
        return categories;
    }

    /** Returns the regions that have stores. */
    public List<String> regions() {
        return regions;
    }

    public List<Product> productsOf(String category) {
        return plan.products().stream()
                .filter(product -> product.category().equals(category))
                .toList();
    }

    public Sales chain() {
        return new Sales(months, new Subject(Subject.Kind.CHAIN, "chain", "the chain"), "", chainSums, 0);
    }

    public Sales region(int region) {
        String name = regions.get(region);
        Subject subject = new Subject(Subject.Kind.REGION, name, "the " + name + " region");
        return new Sales(months, subject, "t.region = " + Sql.text(name), regionSums, region);
    }

    public Sales store(int store) {
        Store of = plan.stores().get(store);
        return new Sales(months, subject(of), "t.code = " + Sql.text(of.code()), tally.stores, store);
    }

    public Sales product(int product) {
        Product of = plan.products().get(product);
        return new Sales(months, subject(of), "p.sku = " + Sql.text(of.sku()), tally.products, product);
    }

    public Sales category(int category) {
        String name = categories.get(category);
        Subject subject = new Subject(Subject.Kind.CATEGORY, name, "the " + name + " category");
        return new Sales(months, subject, "p.category = " + Sql.text(name), categorySums, category);
    }

    public Sales storeCategory(int store, int category) {
        Store of = plan.stores().get(store);
        String name = categories.get(category);
        Subject subject = new Subject(
                Subject.Kind.STORE_CATEGORY,
                of.code() + "/" + name,
                name + " in " + subject(of).name());
        String where = "t.code = " + Sql.text(of.code()) + " AND p.category = " + Sql.text(name);
        return new Sales(months, subject, where, tally.storeCategories, store * categories.size() + category);
    }

    /** Returns what is known of a store and a product beside sales. */
    public Attributes attributes() {
        return new Attributes(months, tally);
    }

    public Prices prices() {
        return new Prices(plan, months);
    }

    public Promotions promotions() {
        return new Promotions(plan, months);
    }

    public StockFacts stock() {
        return new StockFacts(this, tally);
    }

    public Events events() {
        return new Events(this);
    }

    /** Returns the years that the dataset touches. */
    public List<Integer> years() {
        List<Integer> years = new ArrayList<>();
        for (int m = 0; m < months.count(); m++) {
            int year = months.month(m).getYear();
            if (!years.contains(year)) {
                years.add(year);
            }
        }
        return years;
    }

    public static Subject subject(Store store) {
        return new Subject(Subject.Kind.STORE, store.code(), store.name() + " (" + store.code() + ")");
    }

    public static Subject subject(Product product) {
        return new Subject(Subject.Kind.PRODUCT, product.sku(), product.name() + " (" + product.sku() + ")");
    }

    static Subject subject(Store store, Product product) {
        return new Subject(
                Subject.Kind.STORE_PRODUCT,
                store.code() + "/" + product.sku(),
                product.name() + " (" + product.sku() + ") in " + subject(store).name());
    }
}
