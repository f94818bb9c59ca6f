package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Prices;
import io.theforge.documents.shop.Prices.Change;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import io.theforge.pricing.PriceWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The regular prices of a category that change in a month. */
public final class PriceCircular extends Kind {
    private final Prices prices = shop.prices();
    private final Groups<Change> groups = new Groups<>(shop.categories().size());
    private final Spread order;

    public PriceCircular(Shop shop, House house) {
        super(shop, house, "price-circulars");
        for (Product product : shop.products()) {
            int category = shop.categories().indexOf(product.category());
            prices.changes(product).forEach(change -> groups.add(months.of(change.day()), category, change));
        }
        groups.close();
        order = spread(groups.size());
    }

    @Override
    public int capacity() {
        return groups.size();
    }

    @Override
    public int share() {
        return 13;
    }

    @Override
    public Entry entry(int i) {
        int month = groups.month(order.at(i));
        int category = groups.category(order.at(i));
        String key = months.key(month) + "-" + (category + 1);
        Draw draw = house.draw("title/" + name() + key);
        String title =
                phrases.say(draw, "title", "category", shop.categories().get(category), "month", months.words(month));
        LocalDate date = months.month(month).atDay(1).minusDays(draw.between(4, 12));
        return new Entry(this, i, name() + "/" + key + ".md", "PC-" + key, title, workday(date));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        int month = groups.month(order.at(entry.number()));
        String category = shop.categories().get(groups.category(order.at(entry.number())));
        String author = house.person("pricing desk " + category);
        begin(entry, page, author, "to", quoted("all stores"), "category", quoted(category), "department", "Pricing");
        page.say(phrases.say(draw, "opening", "category", category, "month", months.words(month)));
        page.blank();
        List<Change> changes = groups.of(order.at(entry.number()));
        List<Change> told = changes.subList(0, Math.min(changes.size(), 3));
        boolean list = draw.chance(0.5);
        for (Change change : told) {
            Fact before = prices.onDay(change.product(), change.day() - 1);
            Fact after = prices.onDay(change.product(), change.day());
            String said = phrases.say(
                    draw,
                    "change",
                    "day",
                    Forms.day(months.date(change.day())),
                    "product",
                    change.product().name(),
                    "old",
                    amount(before),
                    "new",
                    amount(after));
            Fact[] facts = said.contains(amount(before)) ? new Fact[] {before, after} : new Fact[] {after};
            if (list) {
                page.item(said, facts);
            } else {
                page.say(said, facts);
            }
        }
        page.blank();
        if (changes.size() > 1) {
            table(page, draw, changes);
        }
        own(page, draw, told, months.lastDay(month));
        for (int i = draw.between(2, 3); i > 0; i--) {
            page.say(phrases.say(draw, "colour", "n", Integer.toString(draw.between(2100, 4899))));
        }
        page.blank();
        List<String> paths = new ArrayList<>();
        paths.add("policies/pricechange-v3.md");
        paths.add("policies/pricechange-v2.md");
        changes.forEach(change -> paths.add("products/" + change.product().sku() + ".md"));
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Pricing Desk");
    }

    private void table(Page page, Draw draw, List<Change> changes) {
        page.heading(2, phrases.say(draw, "all"));
        page.head("SKU", "Article", "Old price (USD)", "New price (USD)", "From");
        for (Change change : changes) {
            Fact before = prices.onDay(change.product(), change.day() - 1);
            Fact after = prices.onDay(change.product(), change.day());
            page.row(
                    List.of(
                            change.product().sku(),
                            change.product().name(),
                            Forms.of(before),
                            Forms.of(after),
                            months.date(change.day()).toString()),
                    before,
                    after);
        }
        page.blank();
    }

    private void own(Page page, Draw draw, List<Change> changes, int until) {
        for (Change change : changes) {
            List<PriceWindow> own = prices.ofStores(change.product()).stream()
                    .filter(window -> window.validFrom() <= until)
                    .toList();
            if (!own.isEmpty() && draw.chance(0.7)) {
                Fact price = prices.ofStore(own.get(draw.below(own.size())));
                String code =
                        price.subject().key().substring(0, price.subject().key().indexOf('/'));
                String store = shop.stores().stream()
                        .filter(of -> of.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .name();
                String day = Forms.day(LocalDate.parse(price.period()));
                page.say(
                        phrases.say(
                                draw,
                                "own",
                                "store",
                                store,
                                "product",
                                change.product().name(),
                                "price",
                                amount(price),
                                "day",
                                day),
                        price);
                return;
            }
        }
    }
}
