package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Supplier;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.shop.StockFacts;
import io.theforge.documents.shop.Stockout;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;

/** Which shelves of a store ran empty in a month, and why. */
public final class StockReport extends MonthKind {
    private static final int TABLE_MONTHS = 5;

    public StockReport(Shop shop, House house) {
        super(shop, house, "stock-reports", shop.stores().size(), shop::store);
    }

    @Override
    public int share() {
        return 16;
    }

    @Override
    public Entry entry(int i) {
        Store store = shop.stores().get(thing(i));
        Draw draw = house.draw("title/" + name() + store.code() + month(i));
        String title = phrases.say(
                draw, "title", "store", store.name(), "code", store.code(), "month", months.words(month(i)));
        return entry(i, "INV", store.code(), title);
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Store store = shop.stores().get(thing(entry.number()));
        int month = month(entry.number());
        StockFacts stock = shop.stock();
        String author = house.person("stock controller " + store.region());
        begin(
                entry,
                page,
                author,
                "store",
                store.code(),
                "period",
                quoted(months.key(month)),
                "department",
                "Stock Control");
        page.heading(2, phrases.say(draw, "main"));
        days(page, draw, "days", store, month, month);
        if (month > 0 && draw.chance(0.7)) {
            days(page, draw, "earlier", store, month - 1, month - 1);
        }
        if (shop.stores().size() > 1 && draw.chance(0.6)) {
            Store other = shop.stores()
                    .get((store.index() + 1 + draw.below(shop.stores().size() - 1))
                            % shop.stores().size());
            days(page, draw, "other", other, month, month);
        }
        page.blank();
        List<String> paths = new ArrayList<>(List.of(
                "store-reviews/" + months.key(month) + "-" + store.code() + ".md", "stores/" + store.code() + ".md"));
        Stockout longest = stock.longest(store, month);
        if (longest == null) {
            page.say(phrases.say(draw, "none"));
        } else {
            longest(page, draw, longest);
            paths.add("products/" + stock.productOf(longest).sku() + ".md");
        }
        for (int i = draw.between(1, 2); i > 0; i--) {
            page.say(phrases.say(draw, "colour"));
        }
        page.blank();
        if (month > 0 && draw.chance(0.5)) {
            page.say(phrases.say(draw, "history"));
            page.head("Month", "Article days at zero");
            for (int m = Math.max(0, month - TABLE_MONTHS); m <= month; m++) {
                Fact empty = stock.daysOf(store, m);
                page.row(List.of(months.words(m), Forms.of(empty)), empty);
            }
        }
        page.heading(2, phrases.say(draw, "actions"));
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.item(phrases.say(draw, "action"));
        }
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Stock Controller " + store.region());
    }

    private void days(Page page, Draw draw, String section, Store store, int month, int earlier) {
        Fact empty = shop.stock().daysOf(store, month);
        String said = phrases.say(
                draw,
                section,
                "store",
                store.name(),
                "month",
                months.words(month),
                "earlier",
                months.words(earlier),
                "days",
                StockWords.days(empty));
        page.say(said, empty);
    }

    private void longest(Page page, Draw draw, Stockout longest) {
        StockFacts stock = shop.stock();
        Product product = stock.productOf(longest);
        Fact first = stock.firstDay(longest);
        Fact length = stock.length(longest);
        String said = phrases.say(
                draw,
                "longest",
                "product",
                product.name(),
                "sku",
                product.sku(),
                "length",
                amount(length),
                "day",
                Forms.of(first));
        page.say(said, stock.product(longest), first, length);
        Supplier supplier = house.supplier(product);
        page.say(
                phrases.say(draw, "cause", "supplier", supplier.name()),
                stock.cause(longest),
                house.supplierFact(product));
    }
}
