package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Attributes;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;

/** What a store is, who runs it and what it sells in a year. */
public final class StoreProfile extends Kind {
    private final Spread order = spread(shop.stores().size());

    public StoreProfile(Shop shop, House house) {
        super(shop, house, "stores");
    }

    @Override
    public int capacity() {
        return order.size();
    }

    @Override
    public int share() {
        return 10;
    }

    @Override
    public Entry entry(int i) {
        Store store = shop.stores().get(order.at(i));
        Draw draw = house.draw("title/" + store.code());
        String title = phrases.say(draw, "title", "store", store.name(), "code", store.code());
        return new Entry(
                this,
                i,
                name() + "/" + store.code() + ".md",
                "ST-" + store.code(),
                title,
                workday(months.date(months.lastDay(months.count() - 1)).plusDays(draw.between(3, 40))));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Store store = shop.stores().get(order.at(entry.number()));
        Fact manager = house.manager(store);
        String author = house.person("region " + store.region());
        begin(
                entry,
                page,
                author,
                "department",
                "Property and Stores",
                "version",
                Integer.toString(draw.between(1, 6)));
        boolean table = draw.chance(0.5);
        if (table) {
            table(page, draw, store, manager);
        }
        page.heading(2, phrases.say(draw, "about"));
        Attributes of = shop.attributes();
        String where = phrases.say(
                draw,
                "where",
                "store",
                store.name(),
                "code",
                store.code(),
                "city",
                store.city(),
                "region",
                store.region(),
                "type",
                store.type());
        page.say(where, of.city(store), of.region(store), of.type(store));
        page.say(phrases.say(draw, "manager", "person", Forms.of(manager)), manager);
        fittings(page, draw, 3);
        figures(page, draw, store);
        if (!table && draw.chance(0.5)) {
            table(page, draw, store, manager);
        }
        List<String> paths = new ArrayList<>();
        for (int m = months.count() - 1; m >= 0; m--) {
            paths.add("store-reviews/" + months.key(m) + "-" + store.code() + ".md");
            paths.add("stock-reports/" + months.key(m) + "-" + store.code() + ".md");
        }
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Regional Manager " + store.region());
    }

    private void fittings(Page page, Draw draw, int least) {
        for (int i = draw.between(least, least + 3); i > 0; i--) {
            page.say(phrases.say(
                    draw,
                    "fittings",
                    "n",
                    Integer.toString(draw.between(14, 96)),
                    "few",
                    Integer.toString(draw.between(4, 12))));
        }
        page.blank();
    }

    private void figures(Page page, Draw draw, Store store) {
        page.heading(2, phrases.say(draw, "year"));
        Sales sales = shop.store(store.index());
        int region = shop.regions().indexOf(store.region());
        for (int year : shop.years()) {
            Fact units = sales.unitsOfYear(year);
            Fact revenue = sales.revenueOfYear(year);
            String said = phrases.say(
                    draw,
                    "yearunits",
                    "year",
                    Integer.toString(year),
                    "units",
                    Forms.of(units),
                    "revenue",
                    amount(revenue));
            page.say(said, units, revenue);
            Fact all = shop.region(region).unitsOfYear(year);
            page.say(
                    phrases.say(
                            draw,
                            "regiontotal",
                            "region",
                            store.region(),
                            "year",
                            Integer.toString(year),
                            "units",
                            Forms.of(all)),
                    all);
        }
        if (months.count() > 1) {
            Fact best = sales.units(sales.bestMonth());
            page.say(
                    phrases.say(draw, "best", "month", months.words(sales.bestMonth()), "units", Forms.of(best)), best);
        }
        page.blank();
        fittings(page, draw, 1);
    }

    private void table(Page page, Draw draw, Store store, Fact manager) {
        Attributes of = shop.attributes();
        page.heading(2, phrases.say(draw, "fact"));
        page.head("Item", "Entry");
        page.row(List.of("Code", store.code()));
        page.row(List.of("City", store.city()), of.city(store));
        page.row(List.of("Region", store.region()), of.region(store));
        page.row(List.of("Format", store.type()), of.type(store));
        page.row(List.of("Manager", Forms.of(manager)), manager);
        page.blank();
    }
}
