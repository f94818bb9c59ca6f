package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Policies.Policy;
import io.theforge.documents.house.Policies.Rule;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.documents.text.Phrases;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.List;

/** Short answers of the help desk: rules in force, people, suppliers and a figure or two. */
public final class Faq extends Kind {
    private static final int PARTS = 5;

    private final Phrases rules = Phrases.of("policies");

    public Faq(Shop shop, House house) {
        super(shop, house, "faq");
    }

    @Override
    public int capacity() {
        return PARTS;
    }

    @Override
    public int share() {
        return 2;
    }

    @Override
    public Entry entry(int i) {
        String title = phrases.say(house.draw("title/" + name() + i), "title", "n", Integer.toString(i + 1));
        return new Entry(
                this,
                i,
                name() + "/" + (i + 1) + ".md",
                "FAQ-" + (i + 1),
                title,
                workday(months.date(months.lastDay(months.count() - 1)).plusDays(7L * i + 2)));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        begin(entry, page, house.person("help desk"), "department", "Help Desk");
        page.say(phrases.say(draw, "intro")).blank();
        List<Policy> all = house.policies().all();
        for (int p = entry.number(); p < all.size(); p += PARTS) {
            for (Rule rule : all.get(p).rules()) {
                rule(entry, page, draw, catalogue, all.get(p), rule);
            }
        }
        Store store = draw.pick(shop.stores());
        Fact manager = house.manager(store);
        page.heading(3, phrases.say(draw, "managerq", "store", store.name()));
        page.say(phrases.say(draw, "manager", "person", Forms.of(manager)), manager)
                .blank();
        Product product = draw.pick(shop.products());
        Fact supplier = house.supplierFact(product);
        page.heading(3, phrases.say(draw, "supplierq", "product", product.name()));
        page.say(phrases.say(draw, "supplier", "supplier", Forms.of(supplier)), supplier)
                .blank();
        int month = draw.below(months.count());
        Store other = draw.pick(shop.stores());
        Fact units = shop.store(other.index()).units(month);
        page.heading(3, phrases.say(draw, "monthq", "store", other.name(), "month", months.words(month)));
        page.say(phrases.say(draw, "month", "units", Forms.of(units)), units).blank();
    }

    private void rule(Entry entry, Page page, Draw draw, Catalogue catalogue, Policy policy, Rule rule) {
        page.heading(3, rules.say(draw, "q." + rule.measure().id()));
        Fact fact = policy.fact(rule, policy.versions() - 1);
        page.say(rules.say(draw, rule.measure().id(), "value", PolicyPaper.value(fact)), fact);
        Entry paper = catalogue.find("policies/" + policy.key() + "-v" + policy.versions() + ".md");
        if (paper != null && draw.chance(0.6)) {
            page.say(phrases.say(draw, "note", "link", link(entry, paper)));
        }
        page.blank();
    }
}
