package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Value;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Supplier;
import io.theforge.documents.shop.Attributes;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a product is, costs and sells. */
public final class ProductSheet extends Kind {
    private static final int TABLE_MONTHS = 6;

    private final Spread order = spread(shop.products().size());

    public ProductSheet(Shop shop, House house) {
        super(shop, house, "products");
    }

    @Override
    public int capacity() {
        return order.size();
    }

    @Override
    public int share() {
        return 26;
    }

    @Override
    public Entry entry(int i) {
        Product product = shop.products().get(order.at(i));
        Draw draw = house.draw("title/" + product.sku());
        String title = phrases.say(draw, "title", "name", product.name(), "sku", product.sku());
        return new Entry(
                this,
                i,
                name() + "/" + product.sku() + ".md",
                "PS-" + product.sku(),
                title,
                workday(months.date(months.lastDay(months.count() - 1)).plusDays(draw.between(1, 30))));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Product product = shop.products().get(order.at(entry.number()));
        String manager = house.person("category manager " + product.category());
        begin(entry, page, manager, "department", "Category Management", "sku", product.sku());
        page.heading(2, phrases.say(draw, "head"));
        data(page, draw, product);
        page.blank();
        handling(page, draw);
        page.heading(2, phrases.say(draw, "sales"));
        sales(page, draw, product);
        List<String> paths = new ArrayList<>();
        int at = shop.categories().indexOf(product.category());
        for (int m = months.count() - 1; m >= 0; m--) {
            paths.add("category-reviews/" + months.key(m) + "-" + (at + 1) + ".md");
        }
        for (Product other : shop.productsOf(product.category())) {
            paths.add(name() + "/" + other.sku() + ".md");
        }
        links(entry, page, draw, catalogue, paths);
        if (draw.chance(0.6)) {
            sign(page, draw, manager, "Category Manager " + product.category());
        }
    }

    private void data(Page page, Draw draw, Product product) {
        Attributes of = shop.attributes();
        String is = phrases.say(
                draw,
                "is",
                "name",
                product.name(),
                "sku",
                product.sku(),
                "category",
                product.category(),
                "brand",
                product.brand());
        page.say(is, of.category(product), of.brand(product));
        Fact price = of.basePrice(product);
        Fact cost = of.baseCost(product);
        say(page, phrases.say(draw, "price", "price", amount(price), "cost", amount(cost)), price, cost);
        Fact now = shop.prices()
                .onDay(
                        product,
                        Math.max(product.launchDay(), draw.below(shop.plan().days())));
        page.say(phrases.say(draw, "now", "day", Forms.day(LocalDate.parse(now.period())), "price", amount(now)), now);
        Supplier supplier = house.supplier(product);
        Fact lead = new Fact(Measures.LEAD_DAYS, Shop.subject(product), "", Value.of(product.leadTimeDays()), null);
        say(
                page,
                phrases.say(
                        draw,
                        "supplier",
                        "supplier",
                        supplier.name(),
                        "lead",
                        Integer.toString(product.leadTimeDays())),
                house.supplierFact(product),
                lead);
        Fact first = of.firstSale(product);
        if (first != null) {
            page.say(phrases.say(draw, "launch", "day", Forms.of(first)), first);
        }
        Fact last = of.lastSale(product);
        if (last != null) {
            page.say(phrases.say(draw, "end", "day", Forms.of(last)), last);
        }
    }

    /** Says a sentence with a first fact, and a second one where the phrase took it. */
    static void say(Page page, String said, Fact first, Fact second) {
        String words = second.measure().unit().equals("days") ? Forms.of(second) + " days" : amount(second);
        page.say(said, said.contains(words) ? new Fact[] {first, second} : new Fact[] {first});
    }

    private void handling(Page page, Draw draw) {
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.item(phrases.say(draw, "handling", "n", Integer.toString(draw.between(5, 24))));
        }
        page.blank();
    }

    private void sales(Page page, Draw draw, Product product) {
        Sales sales = shop.product(product.index());
        for (int year : shop.years()) {
            Fact units = sales.unitsOfYear(year);
            if (units.value().equals(Value.of(0))) {
                continue;
            }
            Fact revenue = sales.revenueOfYear(year);
            page.say(
                    phrases.say(
                            draw,
                            "yearunits",
                            "year",
                            Integer.toString(year),
                            "units",
                            Forms.of(units),
                            "revenue",
                            amount(revenue)),
                    units,
                    revenue);
        }
        int month = draw.below(months.count());
        for (int m = 0; m < months.count() && sales.unitsOf(month) == 0; m++) {
            month = (month + 1) % months.count();
        }
        Fact units = sales.units(month);
        Fact revenue = sales.revenue(month);
        say(
                page,
                phrases.say(
                        draw,
                        "monthunits",
                        "month",
                        months.words(month),
                        "units",
                        Forms.of(units),
                        "revenue",
                        amount(revenue)),
                units,
                revenue);
        Fact empty = shop.stock().daysOf(product, month);
        page.say(phrases.say(draw, "stock", "days", StockWords.days(empty), "month", months.words(month)), empty);
        if (months.count() > 1) {
            Fact best = sales.units(sales.bestMonth());
            page.say(
                    phrases.say(draw, "best", "month", months.words(sales.bestMonth()), "units", Forms.of(best)), best);
        }
        page.blank();
        if (draw.chance(0.6)) {
            page.say(phrases.say(draw, "table"));
            page.head("Month", "Units", "Revenue (USD)");
            for (int m = Math.max(0, months.count() - TABLE_MONTHS); m < months.count(); m++) {
                Fact of = sales.units(m);
                Fact worth = sales.revenue(m);
                page.row(List.of(months.words(m), Forms.of(of), Forms.of(worth)), of, worth);
            }
            page.blank();
        }
    }
}
