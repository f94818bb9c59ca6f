package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a category sold in all stores in a month, with its articles. */
public final class CategoryReview extends MonthKind {
    private static final int LISTED = 7;

    public CategoryReview(Shop shop, House house) {
        super(shop, house, "category-reviews", shop.categories().size(), shop::category);
    }

    @Override
    public int share() {
        return 18;
    }

    @Override
    public Entry entry(int i) {
        String category = shop.categories().get(thing(i));
        Draw draw = house.draw("title/" + name() + category + month(i));
        return entry(
                i,
                "CR",
                Integer.toString(thing(i) + 1),
                phrases.say(draw, "title", "category", category, "month", months.words(month(i))));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        int category = thing(entry.number());
        int month = month(entry.number());
        String name = shop.categories().get(category);
        String manager = house.person("category manager " + name);
        begin(
                entry,
                page,
                manager,
                "category",
                quoted(name),
                "period",
                quoted(months.key(month)),
                "department",
                "Buying");
        page.heading(2, phrases.say(draw, "numbers"));
        numbers(page, draw, category, month);
        List<Product> articles = new ArrayList<>(shop.productsOf(name));
        articles.sort(Comparator.comparingLong(
                        (Product product) -> -shop.product(product.index()).unitsOf(month))
                .thenComparing(Product::sku));
        boolean late = draw.chance(0.4);
        if (!late) {
            remarks(page, draw);
        }
        articles(page, draw, articles, month);
        if (late) {
            remarks(page, draw);
        }
        List<String> paths = new ArrayList<>();
        paths.add("price-circulars/" + months.key(month) + "-" + (category + 1) + ".md");
        paths.add("promotions/" + months.key(month) + "-" + (category + 1) + ".md");
        articles.forEach(product -> paths.add("products/" + product.sku() + ".md"));
        links(entry, page, draw, catalogue, paths);
        if (draw.chance(0.5)) {
            sign(page, draw, manager, "Category Manager " + name);
        }
    }

    private void numbers(Page page, Draw draw, int category, int month) {
        String name = shop.categories().get(category);
        Sales sales = shop.category(category);
        Fact units = sales.units(month);
        Fact revenue = sales.revenue(month);
        page.say(
                phrases.say(draw, "units", "category", name, "month", months.words(month), "units", Forms.of(units)),
                units);
        page.say(phrases.say(draw, "revenue", "revenue", amount(revenue)), revenue);
        partial(page, draw, month);
        String change = month > 0 ? percent(sales.unitsOf(month), sales.unitsOf(month - 1)) : "";
        if (!change.isEmpty()) {
            Fact before = sales.units(month - 1);
            page.say(
                    phrases.say(
                            draw,
                            "before",
                            "category",
                            name,
                            "earlier",
                            months.words(month - 1),
                            "units",
                            Forms.of(before),
                            "change",
                            change),
                    before);
        }
        if (month >= 12) {
            Fact before = sales.units(month - 12);
            page.say(
                    phrases.say(draw, "yearago", "earlier", months.words(month - 12), "units", Forms.of(before)),
                    before);
        }
        if (draw.chance(0.6)) {
            Fact target = house.target(sales, month);
            long gap = Math.abs(
                    sales.unitsOf(month) - Long.parseLong(Forms.of(target).replace(",", "")));
            page.say(phrases.say(draw, "target", "target", amount(target), "gap", Forms.number(gap)), target);
        }
        page.blank();
        int best = 0;
        for (int s = 1; s < shop.stores().size(); s++) {
            if (shop.storeCategory(s, category).unitsOf(month)
                    > shop.storeCategory(best, category).unitsOf(month)) {
                best = s;
            }
        }
        int other = draw.below(shop.stores().size());
        store(page, draw, "leader", best, category, month);
        if (other != best) {
            store(page, draw, "other", other, category, month);
        }
        page.blank();
    }

    private void store(Page page, Draw draw, String section, int store, int category, int month) {
        Fact units = shop.storeCategory(store, category).units(month);
        String said = phrases.say(
                draw,
                section,
                "store",
                shop.stores().get(store).name(),
                "category",
                shop.categories().get(category),
                "units",
                Forms.of(units));
        page.say(said, units);
    }

    private void articles(Page page, Draw draw, List<Product> articles, int month) {
        page.heading(2, phrases.say(draw, "articles"));
        Fact first = shop.product(articles.get(0).index()).units(month);
        page.say(phrases.say(draw, "article", "product", articles.get(0).name(), "units", Forms.of(first)), first);
        page.say(phrases.say(draw, "lead"));
        page.head("SKU", "Article", "Units", "Revenue (USD)");
        for (Product product : articles.subList(0, Math.min(LISTED, articles.size()))) {
            Sales sales = shop.product(product.index());
            Fact units = sales.units(month);
            Fact revenue = sales.revenue(month);
            page.row(List.of(product.sku(), product.name(), Forms.of(units), Forms.of(revenue)), units, revenue);
        }
        page.blank();
    }

    private void remarks(Page page, Draw draw) {
        page.heading(2, phrases.say(draw, "remarks"));
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.say(phrases.say(draw, "colour"));
        }
        page.blank();
    }
}
