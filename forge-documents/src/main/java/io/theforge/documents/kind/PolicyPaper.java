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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A policy in one of its versions. Two versions of a policy stand next to each other in the order, the newest first. */
public final class PolicyPaper extends Kind {
    private record Version(Policy policy, int version) {}

    private final List<Version> order = new ArrayList<>();

    public PolicyPaper(Shop shop, House house) {
        super(shop, house, "policies");
        List<Policy> all = house.policies().all();
        Spread spread = spread(all.size());
        List<Version> older = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Policy policy = all.get(spread.at(i));
            for (int v = policy.versions() - 1; v >= 0; v--) {
                (v >= policy.versions() - 2 ? order : older).add(new Version(policy, v));
            }
        }
        order.addAll(older);
    }

    @Override
    public int capacity() {
        return order.size();
    }

    @Override
    public int share() {
        return 22;
    }

    @Override
    public Entry entry(int i) {
        Policy policy = order.get(i).policy();
        int version = order.get(i).version();
        String id = id(policy, version);
        String title = phrases.say(
                house.draw("title/" + id), "title", "title", policy.title(), "version", Integer.toString(version + 1));
        return new Entry(
                this,
                i,
                path(policy, version),
                id,
                title,
                workday(policy.from().get(version).minusDays(20)));
    }

    private String path(Policy policy, int version) {
        return name() + "/" + policy.key() + "-v" + (version + 1) + ".md";
    }

    private static String id(Policy policy, int version) {
        return "POL-" + policy.key().toUpperCase(Locale.ROOT) + "-" + (version + 1);
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Policy policy = order.get(entry.number()).policy();
        int version = order.get(entry.number()).version();
        String owner = house.person("policy owner " + policy.key());
        List<String> more = new ArrayList<>(
                List.of("department", "Policies and Compliance", "version", Integer.toString(version + 1)));
        more.addAll(List.of("effective", policy.from().get(version).toString()));
        Entry next = catalogue.find(path(policy, version + 1));
        boolean marked = next != null && house.draw("marked/" + policy.key()).chance(0.6);
        if (marked) {
            more.addAll(List.of("status", "superseded", "superseded_by", id(policy, version + 1)));
        }
        begin(entry, page, owner, more.toArray(String[]::new));
        page.heading(2, phrases.say(draw, "purpose"));
        page.say(phrases.say(draw, "why", "day", Forms.day(policy.from().get(version))));
        if (version > 0) {
            page.say(phrases.say(
                    draw,
                    "replaces",
                    "day",
                    Forms.day(policy.from().get(version - 1)),
                    "old",
                    Integer.toString(version)));
        }
        page.heading(2, phrases.say(draw, "rules"));
        rules(page, draw, policy, version);
        page.blank();
        for (int i = draw.between(1, 2); i > 0; i--) {
            page.say(phrases.say(draw, "closing", "title", policy.title(), "owner", owner));
        }
        List<String> paths = new ArrayList<>();
        for (int v = version - 1; v >= 0; v--) {
            paths.add(path(policy, v));
        }
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, owner, "Policy Owner");
    }

    private void rules(Page page, Draw draw, Policy policy, int version) {
        boolean list = draw.chance(0.6);
        for (Rule rule : policy.rules()) {
            Fact fact = policy.fact(rule, version);
            String said = phrases.say(draw, rule.measure().id(), "value", value(fact));
            if (list) {
                page.item(said, fact);
            } else {
                page.say(said, fact);
            }
        }
        if (version > 0 && draw.chance(0.5)) {
            Rule rule = draw.pick(policy.rules());
            Fact fact = policy.fact(rule, version);
            Fact before = policy.fact(rule, version - 1);
            page.blank();
            page.say(
                    Phrases.upper(phrases.part(
                            draw,
                            "changes",
                            "what",
                            rule.measure().words(),
                            "value",
                            value(fact),
                            "before",
                            value(before))),
                    fact,
                    before);
        }
    }

    /** Returns a rule's figure in words: hours of the day as such. */
    static String value(Fact fact) {
        return fact.measure().id().equals("order_cutoff_hour") ? Forms.of(fact) + ":00" : amount(fact);
    }
}
