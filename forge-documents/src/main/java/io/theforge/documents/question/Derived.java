package io.theforge.documents.question;

import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.shop.Months;
import io.theforge.documents.shop.Shop;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which figures follow from stated ones because a whole is the sum of its parts: of months, stores, categories, products. */
final class Derived {
    /** More parts than this are never all stated. */
    private static final int MOST_PARTS = 100;

    private final Shop shop;
    private final Stated stated;
    private final Set<String> known = new HashSet<>();
    private final List<List<String>> sums = new ArrayList<>();

    Derived(Shop shop, Stated stated) {
        this.shop = shop;
        this.stated = stated;
        for (String measure : List.of(Measures.UNITS_SOLD.id(), Measures.REVENUE.id())) {
            addSums(measure);
        }
        int before;
        do {
            before = known.size();
            sums.forEach(this::follow);
        } while (known.size() > before);
    }

    /** Returns whether a figure is stated or follows from stated ones. */
    boolean isKnown(String key) {
        return known.contains(key) || stated.has(key);
    }

    /** Learns the last member of a sum when all others are known. */
    private void follow(List<String> sum) {
        String missing = null;
        for (String member : sum) {
            if (!isKnown(member)) {
                if (missing != null) {
                    return;
                }
                missing = member;
            }
        }
        if (missing != null) {
            known.add(missing);
        }
    }

    private void addSums(String measure) {
        Subject chain = shop.chain().subject();
        addYears(measure, chain);
        List<Subject> regions = new ArrayList<>();
        for (int r = 0; r < shop.regions().size(); r++) {
            Subject region = shop.region(r).subject();
            regions.add(region);
            addParts(
                    measure,
                    region,
                    shop.stores().stream()
                            .filter(store -> store.region().equals(region.key()))
                            .map(Shop::subject)
                            .toList());
        }
        List<Subject> categories = new ArrayList<>();
        for (int c = 0; c < shop.categories().size(); c++) {
            int category = c;
            Subject subject = shop.category(c).subject();
            categories.add(subject);
            addParts(
                    measure,
                    subject,
                    shop.stores().stream()
                            .map(store ->
                                    shop.storeCategory(store.index(), category).subject())
                            .toList());
            addParts(
                    measure,
                    subject,
                    shop.productsOf(subject.key()).stream().map(Shop::subject).toList());
        }
        for (Store store : shop.stores()) {
            List<Subject> parts = new ArrayList<>();
            for (int c = 0; c < categories.size(); c++) {
                parts.add(shop.storeCategory(store.index(), c).subject());
            }
            addParts(measure, Shop.subject(store), parts);
            parts.forEach(part -> addYears(measure, part));
        }
        addParts(measure, chain, regions);
        addParts(measure, chain, categories);
        shop.stores().forEach(store -> addYears(measure, Shop.subject(store)));
        regions.forEach(region -> addYears(measure, region));
        categories.forEach(category -> addYears(measure, category));
        for (Product product : shop.products()) {
            Subject subject = Shop.subject(product);
            if (shop.years().stream().anyMatch(year -> stated.has(Stated.key(measure, subject, year.toString())))) {
                addYears(measure, subject);
            }
        }
    }

    private void addParts(String measure, Subject whole, List<Subject> parts) {
        if (parts.size() > MOST_PARTS) {
            return;
        }
        Months months = shop.months();
        List<String> periods = new ArrayList<>();
        for (int m = 0; m < months.count(); m++) {
            periods.add(months.key(m));
        }
        shop.years().forEach(year -> periods.add(year.toString()));
        for (String period : periods) {
            List<String> sum = new ArrayList<>(List.of(Stated.key(measure, whole, period)));
            parts.forEach(part -> sum.add(Stated.key(measure, part, period)));
            sums.add(sum);
        }
    }

    private void addYears(String measure, Subject subject) {
        Months months = shop.months();
        for (int year : shop.years()) {
            List<String> sum = new ArrayList<>(List.of(Stated.key(measure, subject, Integer.toString(year))));
            for (int m = 0; m < months.count(); m++) {
                if (months.month(m).getYear() == year) {
                    sum.add(Stated.key(measure, subject, months.key(m)));
                }
            }
            sums.add(sum);
        }
    }
}
