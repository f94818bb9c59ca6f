package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Promotions;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Product;
import io.theforge.pricing.Promotion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The promotions of a category in a month. */
public final class PromotionCircular extends Kind {
    private final Promotions promotions = shop.promotions();
    private final Groups<Promotion> groups = new Groups<>(shop.categories().size());
    private final Spread order;

    public PromotionCircular(Shop shop, House house) {
        super(shop, house, "promotions");
        promotions.forEach(promotion -> groups.add(
                months.of(promotion.startDay()),
                shop.categories().indexOf(product(promotion).category()),
                promotion));
        groups.close();
        order = spread(groups.size());
    }

    private Product product(Promotion promotion) {
        return shop.products().get(promotion.productIndex());
    }

    @Override
    public int capacity() {
        return groups.size();
    }

    @Override
    public int share() {
        return 15;
    }

    @Override
    public Entry entry(int i) {
        int month = groups.month(order.at(i));
        int category = groups.category(order.at(i));
        String key = months.key(month) + "-" + (category + 1);
        Draw draw = house.draw("title/" + name() + key);
        String title =
                phrases.say(draw, "title", "category", shop.categories().get(category), "month", months.words(month));
        LocalDate date = months.month(month).atDay(1).minusDays(draw.between(8, 20));
        return new Entry(this, i, name() + "/" + key + ".md", "PR-" + key, title, workday(date));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        int month = groups.month(order.at(entry.number()));
        String category = shop.categories().get(groups.category(order.at(entry.number())));
        String author = house.person("promotion desk " + category);
        begin(
                entry,
                page,
                author,
                "category",
                quoted(category),
                "valid_for",
                quoted(months.key(month)),
                "department",
                "Marketing");
        page.say(phrases.say(draw, "opening", "category", category, "month", months.words(month)));
        page.blank();
        List<Promotion> all = groups.of(order.at(entry.number()));
        boolean list = draw.chance(0.5);
        for (Promotion promotion : all.subList(0, Math.min(3, all.size()))) {
            String said = phrases.say(
                    draw,
                    "offer",
                    "product",
                    product(promotion).name(),
                    "off",
                    amount(promotions.discount(promotion)),
                    "start",
                    Forms.of(promotions.start(promotion)),
                    "end",
                    Forms.of(promotions.end(promotion)),
                    "where",
                    where(promotion));
            said = whole(said, promotion);
            if (list) {
                page.item(said, facts(promotion));
            } else {
                page.say(said, facts(promotion));
            }
        }
        page.blank();
        if (all.size() > 1) {
            table(page, draw, all);
        }
        page.heading(2, phrases.say(draw, "notes"));
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.item(phrases.say(draw, "colour"));
        }
        List<String> paths = new ArrayList<>();
        all.forEach(promotion -> paths.add("products/" + product(promotion).sku() + ".md"));
        paths.add("policies/promoplan-v3.md");
        paths.add("policies/promoplan-v2.md");
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Promotion Desk");
    }

    /** Returns a sentence that leaves no doubt where the offer holds: what is not said of one store is taken for all. */
    private String whole(String said, Promotion promotion) {
        String where = where(promotion);
        return promotions.storeCode(promotion).isEmpty() || said.contains(where)
                ? said
                : said.substring(0, said.length() - 1) + ", " + where + ".";
    }

    private void table(Page page, Draw draw, List<Promotion> all) {
        page.heading(2, phrases.say(draw, "table"));
        page.head("SKU", "Article", "Off", "First day", "Last day", "Where");
        for (Promotion promotion : all) {
            List<String> cells = List.of(
                    product(promotion).sku(),
                    product(promotion).name(),
                    amount(promotions.discount(promotion)),
                    months.date(promotion.startDay()).toString(),
                    months.date(promotion.endDay()).toString(),
                    where(promotion));
            page.row(cells, facts(promotion));
        }
        page.blank();
    }

    private Fact[] facts(Promotion promotion) {
        return new Fact[] {promotions.discount(promotion), promotions.start(promotion), promotions.end(promotion)};
    }

    private String where(Promotion promotion) {
        String code = promotions.storeCode(promotion);
        return code.isEmpty() ? "all stores" : code + " only";
    }
}
