package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Value;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Supplier;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a supplier writes in a month: terms, surcharges, contacts. */
public final class SupplierLetter extends MonthKind {
    public SupplierLetter(Shop shop, House house) {
        super(
                shop,
                house,
                "supplier-letters",
                house.suppliers().size(),
                supplier -> shop.category(house.suppliers().get(supplier).category()));
    }

    @Override
    public int share() {
        return 14;
    }

    @Override
    public Entry entry(int i) {
        Supplier supplier = house.suppliers().get(thing(i));
        Draw draw = house.draw("title/" + name() + supplier.code() + month(i));
        LocalDate day = months.month(month(i)).atDay(draw.between(1, 26));
        String title = phrases.say(
                draw,
                "title",
                "supplier",
                supplier.name(),
                "day",
                Forms.day(workday(day)),
                "topic",
                phrases.part(draw, "topic"));
        String key = months.key(month(i)) + "-" + supplier.code();
        return new Entry(this, i, path(supplier.code(), month(i)), "SL-" + key, title, workday(day));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Supplier supplier = house.suppliers().get(thing(entry.number()));
        int month = month(entry.number());
        String category = shop.categories().get(supplier.category());
        String buyer = house.person("category manager " + category);
        begin(
                entry,
                page,
                supplier.contact(),
                "supplier",
                supplier.code(),
                "to",
                quoted(buyer),
                "received_by",
                "Buying");
        page.say(phrases.say(draw, "dear", "person", buyer)).blank();
        page.say(phrases.say(draw, "open"));
        colour(page, draw);
        page.blank();
        terms(page, draw, supplier, entry.date());
        page.blank();
        List<Product> articles = shop.products().stream()
                .filter(product -> house.supplier(product).equals(supplier))
                .toList();
        if (!articles.isEmpty()) {
            articles(page, draw, articles, month);
        }
        for (int i = draw.between(1, 2); i > 0; i--) {
            colour(page, draw);
        }
        Fact contact = supplier.contactFact();
        page.say(phrases.say(draw, "contact", "person", Forms.of(contact)), contact)
                .blank();
        List<String> paths = new ArrayList<>(List.of("policies/supplierterms-v3.md", "policies/supplierterms-v2.md"));
        articles.forEach(product -> paths.add("products/" + product.sku() + ".md"));
        page.line(phrases.say(draw, "close")).blank();
        page.line(supplier.contact() + ", " + supplier.name()).blank();
        if (draw.chance(0.7)) {
            links(entry, page, draw, catalogue, paths);
        }
    }

    private void colour(Page page, Draw draw) {
        page.say(phrases.say(
                draw,
                "colour",
                "store",
                draw.pick(shop.stores()).name(),
                "category",
                draw.pick(shop.categories()),
                "n",
                Integer.toString(draw.between(6, 48))));
    }

    private void terms(Page page, Draw draw, Supplier supplier, LocalDate date) {
        List<Runnable> terms = new ArrayList<>(List.of(
                () -> term(page, draw, "lead", supplier.leadDaysFact()),
                () -> term(page, draw, "payment", supplier.paymentDaysFact()),
                () -> term(page, draw, "minimum", supplier.minimumOrderFact())));
        Collections.swap(terms, 0, draw.below(3));
        for (Runnable term : terms.subList(0, draw.between(2, 3))) {
            term.run();
        }
        if (draw.chance(0.5)) {
            LocalDate from = date.plusMonths(draw.between(1, 2)).withDayOfMonth(1);
            Fact surcharge = new Fact(
                    Measures.SURCHARGE,
                    supplier.subject(),
                    from.toString(),
                    Value.of(house.draw("surcharge/" + supplier.code() + from).between(1, 9)),
                    null);
            page.say(phrases.say(draw, "surcharge", "value", amount(surcharge), "day", Forms.day(from)), surcharge);
        }
    }

    private void term(Page page, Draw draw, String section, Fact fact) {
        page.say(phrases.say(draw, section, "value", amount(fact)), fact);
    }

    private void articles(Page page, Draw draw, List<Product> articles, int month) {
        int first = draw.below(articles.size());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(3, articles.size()); i++) {
            names.add(articles.get((first + i) % articles.size()).name());
        }
        String listed = names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        page.say(phrases.say(draw, "articles", "articles", listed));
        if (month > 0) {
            for (int i = 0; i < Math.min(2, articles.size()); i++) {
                volume(page, draw, articles.get((first + i) % articles.size()), month - 1);
            }
        }
    }

    private void volume(Page page, Draw draw, Product product, int month) {
        Fact units = shop.product(product.index()).units(month);
        page.say(
                phrases.say(
                        draw,
                        "volume",
                        "product",
                        product.name(),
                        "units",
                        Forms.of(units),
                        "month",
                        months.words(month)),
                units);
    }
}
