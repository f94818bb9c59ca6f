package io.theforge.documents.house;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Lines;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The company around a dataset: a pure function of its seed, each thing by its own name, so that all documents agree. */
public final class House {
    private static final int SUPPLIERS_PER_CATEGORY = 3;

    private final Shop shop;
    private final long seed;
    private final List<String> firstNames = Lines.of("words/first-names");
    private final List<String> surnames = Lines.of("words/surnames");
    private final List<Supplier> suppliers = new ArrayList<>();
    private final Policies policies;

    public House(Shop shop) {
        this.shop = shop;
        seed = shop.plan().config().seed();
        List<String> names = Lines.of("words/supplier-forms");
        List<String> places = Lines.of("words/suppliers");
        int first = draw("suppliers").below(places.size());
        for (int i = 0; i < shop.categories().size() * SUPPLIERS_PER_CATEGORY; i++) {
            Draw draw = draw("supplier/" + i);
            String place = places.get((first + i * 11) % places.size());
            int form = i / places.size() + draw("supplier form " + place).below(names.size());
            String code = String.format(Locale.ROOT, "SUP-%03d", i + 1);
            suppliers.add(new Supplier(
                    code,
                    place + " " + names.get(form % names.size()),
                    i / SUPPLIERS_PER_CATEGORY,
                    person("supplier/" + i),
                    draw.between(2, 12),
                    draw.pick(List.of(14, 21, 30, 30, 45, 60)),
                    draw.between(4, 50) * 50));
        }
        policies = new Policies(shop);
    }

    /** Returns the choices of a thing. */
    public Draw draw(String about) {
        return Draw.of(seed, about);
    }

    /** Returns the name of who holds a post, "store manager S00003". */
    public String person(String post) {
        Draw draw = draw("person/" + post);
        return draw.pick(firstNames) + " " + draw.pick(surnames);
    }

    public Fact manager(Store store) {
        return new Fact(
                Measures.MANAGER, Shop.subject(store), "", Value.of(person("store manager " + store.code())), null);
    }

    public Fact manager(int category) {
        String name = shop.categories().get(category);
        Subject subject = shop.category(category).subject();
        return new Fact(Measures.MANAGER, subject, "", Value.of(person("category manager " + name)), null);
    }

    public List<Supplier> suppliers() {
        return suppliers;
    }

    public Supplier supplier(Product product) {
        int category = shop.categories().indexOf(product.category());
        return suppliers.get(category * SUPPLIERS_PER_CATEGORY + product.index() % SUPPLIERS_PER_CATEGORY);
    }

    public Fact supplierFact(Product product) {
        return new Fact(
                Measures.SUPPLIER,
                Shop.subject(product),
                "",
                Value.of(supplier(product).name()),
                null);
    }

    public Policies policies() {
        return policies;
    }

    /** Returns the target that was set for the units of a month, in round numbers. */
    public Fact target(Sales sales, int month) {
        String period = shop.months().key(month);
        long units = sales.unitsOf(month);
        double factor = draw("target/" + sales.subject().key() + "/" + period).between(930, 1070) / 1000.0;
        long step = units >= 100_000 ? 1000 : units >= 10_000 ? 500 : units >= 1000 ? 50 : 5;
        long target = Math.max(step, Math.round(units * factor / step) * step);
        return new Fact(Measures.TARGET_UNITS, sales.subject(), period, Value.of(target), null);
    }
}
