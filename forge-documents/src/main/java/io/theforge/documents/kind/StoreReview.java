package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;

/** What a store sold in a month, by category, against target, the month before and another store. */
public final class StoreReview extends MonthKind {
    public StoreReview(Shop shop, House house) {
        super(shop, house, "store-reviews", shop.stores().size(), shop::store);
    }

    @Override
    public int share() {
        return 34;
    }

    @Override
    public Entry entry(int i) {
        Store store = shop.stores().get(thing(i));
        Draw draw = house.draw("title/" + months.key(month(i)) + "-" + store.code());
        String title = phrases.say(draw, "title", "store", store.name(), "month", months.words(month(i)));
        return entry(i, "SR", store.code(), title);
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Store store = shop.stores().get(thing(entry.number()));
        int month = month(entry.number());
        String manager = house.person("store manager " + store.code());
        begin(
                entry,
                page,
                manager,
                "store",
                store.code(),
                "period",
                "\"" + months.key(month) + "\"",
                "department",
                "Store Operations");
        page.heading(2, phrases.say(draw, "summary"));
        Sales sales = shop.store(store.index());
        result(page, draw, store, sales, month);
        page.blank();
        boolean tableFirst = draw.chance(0.5);
        if (tableFirst) {
            table(page, draw, store, month);
        }
        remarks(page, draw, store, month);
        if (!tableFirst) {
            table(page, draw, store, month);
        }
        if (draw.chance(0.6)) {
            page.heading(2, phrases.say(draw, "outlook"));
            for (int i = draw.between(1, 3); i > 0; i--) {
                page.item(phrases.say(draw, "plan"));
            }
        }
        links(entry, page, draw, catalogue, related(store, month));
        sign(page, draw, manager, "Store Manager");
    }

    private void result(Page page, Draw draw, Store store, Sales sales, int month) {
        Fact units = sales.units(month);
        Fact revenue = sales.revenue(month);
        page.say(
                phrases.say(
                        draw, "units", "month", months.words(month), "store", store.name(), "units", Forms.of(units)),
                units);
        page.say(phrases.say(draw, "revenue", "revenue", amount(revenue)), revenue);
        partial(page, draw, month);
        if (month > 0 && draw.chance(0.8)) {
            Fact before = sales.units(month - 1);
            String change = percent(sales.unitsOf(month), sales.unitsOf(month - 1));
            if (!change.isEmpty()) {
                page.say(
                        phrases.say(
                                draw,
                                "before",
                                "earlier",
                                months.words(month - 1),
                                "units",
                                Forms.of(before),
                                "change",
                                change),
                        before);
            }
        }
        if (draw.chance(0.75)) {
            Fact target = house.target(sales, month);
            long gap = Math.abs(
                    sales.unitsOf(month) - Long.parseLong(Forms.of(target).replace(",", "")));
            page.say(phrases.say(draw, "target", "target", amount(target), "gap", Forms.number(gap)), target);
        }
        if (shop.stores().size() > 1 && draw.chance(0.7)) {
            int other = (store.index() + 1 + draw.below(shop.stores().size() - 1))
                    % shop.stores().size();
            Fact theirs = shop.store(other).units(month);
            page.say(
                    phrases.say(
                            draw, "neighbour", "other", shop.stores().get(other).name(), "units", amount(theirs)),
                    theirs);
        }
    }

    private void table(Page page, Draw draw, Store store, int month) {
        page.heading(2, phrases.say(draw, "table"));
        page.say(phrases.say(draw, "intro")).blank();
        boolean withTarget = draw.chance(0.4);
        List<String> head = new ArrayList<>(List.of("Category", "Units", "Revenue (USD)"));
        if (withTarget) {
            head.add("Target units");
        }
        page.head(head.toArray(String[]::new));
        for (int c = 0; c < shop.categories().size(); c++) {
            Sales part = shop.storeCategory(store.index(), c);
            Fact units = part.units(month);
            Fact revenue = part.revenue(month);
            List<String> row = new ArrayList<>(List.of(shop.categories().get(c), Forms.of(units), Forms.of(revenue)));
            if (withTarget) {
                Fact target = house.target(part, month);
                row.add(Forms.of(target));
                page.row(row, units, revenue, target);
            } else {
                page.row(row, units, revenue);
            }
        }
        page.blank();
    }

    private void remarks(Page page, Draw draw, Store store, int month) {
        page.heading(2, phrases.say(draw, "notes"));
        Fact empty = shop.stock().daysOf(store, month);
        // A store that sold something sold it of a category
        int category = draw.below(shop.categories().size());
        while (shop.storeCategory(store.index(), category).unitsOf(month) == 0) {
            category = (category + 1) % shop.categories().size();
        }
        Sales part = shop.storeCategory(store.index(), category);
        Fact units = part.units(month);
        Fact revenue = part.revenue(month);
        String said = phrases.say(
                draw,
                "category",
                "category",
                shop.categories().get(category),
                "units",
                Forms.of(units),
                "revenue",
                amount(revenue));
        Fact[] facts = said.contains(Forms.of(revenue)) ? new Fact[] {units, revenue} : new Fact[] {units};
        page.say(phrases.say(draw, "colour"))
                .say(said, facts)
                .say(phrases.say(draw, "colour"))
                .blank();
        page.say(phrases.say(draw, "stockouts", "days", StockWords.days(empty)), empty);
        for (int i = draw.between(1, 3); i > 0; i--) {
            page.say(phrases.say(draw, "colour"));
        }
        page.blank();
    }

    private List<String> related(Store store, int month) {
        List<String> paths = new ArrayList<>();
        paths.add("stores/" + store.code() + ".md");
        paths.add("stock-reports/" + months.key(month) + "-" + store.code() + ".md");
        for (int m = month - 1; m >= 0; m--) {
            paths.add(path(store.code(), m));
        }
        for (Store other : shop.stores().subList(0, Math.min(50, shop.stores().size()))) {
            paths.add(path(other.code(), month));
        }
        return paths;
    }
}
