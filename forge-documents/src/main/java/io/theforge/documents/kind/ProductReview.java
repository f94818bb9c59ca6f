package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import java.time.LocalDate;
import java.util.List;

/** A short note on how one article did in a month. */
public final class ProductReview extends MonthKind {
    public ProductReview(Shop shop, House house) {
        super(shop, house, "product-reviews", shop.products().size(), shop::product);
    }

    @Override
    public int share() {
        return 14;
    }

    @Override
    public Entry entry(int i) {
        Product product = shop.products().get(thing(i));
        Draw draw = house.draw("title/" + name() + product.sku() + month(i));
        String title = phrases.say(
                draw, "title", "name", product.name(), "sku", product.sku(), "month", months.words(month(i)));
        return entry(i, "AN", product.sku(), title);
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Product product = shop.products().get(thing(entry.number()));
        int month = month(entry.number());
        String author = house.person("analyst " + product.category());
        begin(
                entry,
                page,
                author,
                "sku",
                product.sku(),
                "period",
                quoted(months.key(month)),
                "department",
                "Range Analysis");
        if (draw.chance(0.6)) {
            page.heading(2, phrases.say(draw, "result"));
        }
        if (draw.chance(0.2)) {
            colour(page, draw, product);
        }
        numbers(page, draw, product, month);
        page.blank();
        for (int i = draw.between(1, 3); i > 0; i--) {
            colour(page, draw, product);
        }
        page.blank();
        String key = Integer.toString(shop.categories().indexOf(product.category()) + 1);
        links(
                entry,
                page,
                draw,
                catalogue,
                List.of(
                        "products/" + product.sku() + ".md",
                        "category-reviews/" + months.key(month) + "-" + key + ".md",
                        "price-circulars/" + months.key(month) + "-" + key + ".md",
                        "promotions/" + months.key(month) + "-" + key + ".md"));
        if (draw.chance(0.4)) {
            sign(page, draw, author, "Range Analyst");
        }
    }

    private void colour(Page page, Draw draw, Product product) {
        page.say(phrases.say(
                draw,
                "colour",
                "store",
                draw.pick(shop.stores()).name(),
                "brand",
                product.brand(),
                "category",
                product.category(),
                "supplier",
                house.supplier(product).name(),
                "n",
                Integer.toString(draw.between(6, 48))));
    }

    private void numbers(Page page, Draw draw, Product product, int month) {
        Sales sales = shop.product(product.index());
        Fact units = sales.units(month);
        Fact revenue = sales.revenue(month);
        String said = phrases.say(
                draw,
                "units",
                "month",
                months.words(month),
                "name",
                product.name(),
                "sku",
                product.sku(),
                "units",
                Forms.of(units));
        page.say(said, units);
        page.say(phrases.say(draw, "revenue", "revenue", amount(revenue)), revenue);
        partial(page, draw, month);
        if (draw.chance(0.6)) {
            Fact all =
                    shop.category(shop.categories().indexOf(product.category())).units(month);
            page.say(phrases.say(draw, "all", "category", product.category(), "units", Forms.of(all)), all);
        }
        if (draw.chance(0.6)) {
            Fact price = shop.prices().onDay(product, months.firstDay(month));
            String day = Forms.day(LocalDate.parse(price.period()));
            page.say(
                    phrases.say(draw, "price", "price", amount(price), "day", day, "month", months.words(month)),
                    price);
        }
        if (draw.chance(0.8)) {
            Fact empty = shop.stock().daysOf(product, month);
            page.say(phrases.say(draw, "stock", "days", StockWords.days(empty)), empty);
        }
        if (month > 0 && draw.chance(0.85)) {
            int earlier = draw.below(month);
            Fact before = sales.units(earlier);
            page.say(phrases.say(draw, "earlier", "earlier", months.words(earlier), "units", Forms.of(before)), before);
        }
    }
}
