package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Policies.Policy;
import io.theforge.documents.house.Supplier;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions that no document answers, though documents tell of the same things. */
final class Gaps {
    private static final String STORE = "unanswerable.store";
    private static final String PRODUCT = "unanswerable.product";

    /** So many things that a policy does not say are asked for. */
    private static final int RULES = 2;

    private final Stated stated;
    private final Wording wording;
    private final Shop shop;
    private final House house;
    private final Derived derived;
    private final Figures figures;
    private final Map<String, List<Fact>> unstated = new LinkedHashMap<>();

    private Gaps(Stated stated, Wording wording, Shop shop, House house, Figures figures) {
        this.stated = stated;
        this.wording = wording;
        this.shop = shop;
        this.house = house;
        this.figures = figures;
        derived = new Derived(shop, stated);
    }

    static List<Pattern> of(Stated stated, Wording wording, Shop shop, House house, Figures figures) {
        Gaps gaps = new Gaps(stated, wording, shop, house, figures);
        gaps.findFigures();
        List<Pattern> patterns = new ArrayList<>();
        gaps.unstated.forEach((group, facts) -> patterns.add(new Pattern(group, facts.size(), (i, draw) -> {
            String question = wording.ask(draw, "ask", facts.get(i));
            return question == null ? null : new Draft(question, Reply.NONE, List.of(), true, null);
        })));
        List<Policy> policies = house.policies().all();
        patterns.add(new Pattern(
                "policy",
                policies.size() * RULES,
                (i, draw) -> gaps.unstatedRule(policies.get(i / RULES), i % RULES, draw)));
        patterns.add(new Pattern("version", policies.size(), (i, draw) -> gaps.unknownVersion(policies.get(i), draw)));
        patterns.add(
                gaps.details(STORE, shop.stores().stream().map(Shop::subject).toList()));
        patterns.add(gaps.details(
                PRODUCT, shop.products().stream().map(Shop::subject).toList()));
        return patterns;
    }

    /** Figures of months that are neither stated nor follow, of subjects and measures that are told of otherwise. */
    private void findFigures() {
        for (Store store : shop.stores()) {
            Sales sales = shop.store(store.index());
            months(sales::units);
            months(sales::revenue);
            months(month -> house.target(sales, month));
        }
        for (Product product : shop.products()) {
            if (isTold(Shop.subject(product))) {
                Sales sales = shop.product(product.index());
                months(sales::units);
                months(sales::revenue);
                keep(shop.attributes().baseCost(product));
            }
        }
        for (Supplier supplier : house.suppliers()) {
            keep(supplier.paymentDaysFact());
            keep(supplier.minimumOrderFact());
            keep(supplier.contactFact());
        }
        for (int c = 0; c < shop.categories().size(); c++) {
            months(shop.category(c)::revenue);
        }
    }

    private void months(Function<Integer, Fact> fact) {
        for (int m = 0; m < shop.months().count(); m++) {
            keep(fact.apply(m));
        }
    }

    private void keep(Fact fact) {
        if (isTold(fact.subject()) && !derived.isKnown(Stated.key(fact)) && !figures.has(fact)) {
            unstated.computeIfAbsent(Stated.group(fact), group -> new ArrayList<>())
                    .add(fact);
        }
    }

    private boolean isTold(Subject subject) {
        return stated.tellsOf(subject);
    }

    private @Nullable Draft unstatedRule(Policy policy, int rule, Draw draw) {
        String section = "unstated." + policy.key();
        Subject subject = policy.fact(policy.rules().get(0), 0).subject();
        if (!wording.has(section) || !isTold(subject)) {
            return null;
        }
        String as = wording.part(draw, "as.now", "title", policy.title());
        return new Draft(nth(policy.key(), rule, section, "as", as), Reply.NONE, List.of(), false, null);
    }

    private @Nullable Draft unknownVersion(Policy policy, Draw draw) {
        String section = "policy." + draw.pick(policy.rules()).measure().id();
        if (!wording.has(section)
                || !isTold(policy.fact(policy.rules().get(0), 0).subject())) {
            return null;
        }
        String version = Integer.toString(policy.versions() + 1);
        String as = wording.part(draw, "as.version", "title", policy.title(), "version", version);
        return new Draft(wording.say(draw, section, "as", as), Reply.NONE, List.of(), true, null);
    }

    private Pattern details(String section, List<Subject> subjects) {
        int ways = wording.ways(section);
        return new Pattern(
                section, subjects.size() * ways, (i, draw) -> detail(section, subjects.get(i / ways), i % ways, draw));
    }

    private @Nullable Draft detail(String section, Subject subject, int way, Draw draw) {
        if (!isTold(subject)) {
            return null;
        }
        String month = shop.months().words(draw.below(shop.months().count()));
        String question = nth(subject.key(), way, section, "s", wording.subject(draw, subject), "when", "in " + month);
        return new Draft(question, Reply.NONE, List.of(), false, null);
    }

    /** Returns another phrase for each number, from 0, so that nothing is asked twice in the same words. */
    private String nth(String about, int number, String section, String... words) {
        Draw draw = house.draw(section + "/" + about);
        String said = "";
        for (int i = 0; i <= number; i++) {
            said = wording.say(draw, section, words);
        }
        return said;
    }
}
