package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Supplier;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.plan.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions that need two documents: one leads to the other, or each has a part of the answer. */
final class Chains {
    private final Stated stated;
    private final Wording wording;
    private final Shop shop;
    private final House house;
    private final List<Pattern> patterns = new ArrayList<>();

    private Chains(Stated stated, Wording wording, Shop shop, House house) {
        this.stated = stated;
        this.wording = wording;
        this.shop = shop;
        this.house = house;
    }

    static List<Pattern> of(Stated stated, Wording wording, Shop shop, House house) {
        Chains chains = new Chains(stated, wording, shop, house);
        stated.sole().forEach(chains::add);
        return chains.patterns;
    }

    private void add(String group, List<Statement> all) {
        Fact first = all.get(0).fact();
        Subject.Kind kind = first.subject().kind();
        if (wording.has("both", first) && (kind == Subject.Kind.STORE || kind == Subject.Kind.PRODUCT)) {
            List<List<Statement>> peers = Pairs.alike(all, Pairs::peers);
            patterns.add(new Pattern("both." + group, peers.size() * 8, (i, draw) -> {
                List<Statement> two = Pairs.two(peers.get(i % peers.size()), draw);
                return two == null ? null : both(two, draw);
            }));
        }
        if (kind == Subject.Kind.STORE_CATEGORY && wording.has("bridge", first)) {
            add("bridge." + group, all, (part, draw) -> ofCategory("bridge", part, after(part), draw));
        }
        if (kind == Subject.Kind.CATEGORY && wording.has("chain", first)) {
            add(
                    "chain." + group,
                    all,
                    (part, draw) ->
                            ofCategory("chain", part, part.fact().subject().key(), draw));
        }
        if (kind == Subject.Kind.STORE
                && !first.measure().unit().isEmpty()
                && first.measure() != Measures.TARGET_UNITS) {
            add("reverse." + group, all, this::reverse);
        }
        if (first.measure() == Measures.STOCKOUT_PRODUCT) {
            add("missing." + group, all, this::missing);
        }
        if (first.measure() == Measures.SUPPLIER) {
            for (Measure measure :
                    List.of(Measures.LEAD_DAYS, Measures.PAYMENT_DAYS, Measures.MINIMUM_ORDER, Measures.CONTACT)) {
                add("delivers." + measure.id(), all, (statement, draw) -> delivers(statement, measure, draw));
            }
        }
    }

    private interface OfOne {
        @Nullable
        Draft of(Statement statement, Draw draw);
    }

    private void add(String name, List<Statement> all, OfOne of) {
        patterns.add(new Pattern(name, all.size(), (i, draw) -> of.of(all.get(i), draw)));
    }

    private @Nullable Draft both(List<Statement> two, Draw draw) {
        Fact first = two.get(0).fact();
        String question = wording.ask(
                draw,
                "both",
                first,
                "a",
                wording.subject(draw, first.subject()),
                "b",
                wording.subject(draw, two.get(1).fact().subject()));
        Reply reply = Reply.number(Scalars.sum(two), first.measure().unit(), BigDecimal.ZERO);
        return draft(question, reply, two, Scalars.sqlOfSum(two));
    }

    /** A figure of a category that is told by one of its products. */
    private @Nullable Draft ofCategory(String what, Statement part, String category, Draw draw) {
        List<Product> products = shop.productsOf(category);
        Subject product = Shop.subject(draw.pick(products));
        Statement lead = stated.only(Measures.CATEGORY, product, "");
        if (lead == null) {
            return null;
        }
        String question = wording.ask(draw, what, part.fact(), "product", wording.subject(draw, product));
        return draft(
                question,
                Reply.of(part.fact(), wording),
                List.of(lead, part),
                part.fact().sql());
    }

    /** What a store is whose figure is told, where no other has the same. */
    private @Nullable Draft reverse(Statement figure, Draw draw) {
        Fact fact = figure.fact();
        Measure measure = draw.chance(0.5) ? Measures.REGION : Measures.STORE_TYPE;
        Statement is = stated.only(measure, fact.subject(), "");
        boolean isUnique = stated.sole().getOrDefault(Stated.group(fact), List.of()).stream()
                .noneMatch(other -> other != figure
                        && other.fact().value().equals(fact.value())
                        && other.fact().period().equals(fact.period()));
        if (is == null || !isUnique || fact.measure() == Measures.STOCKOUT_DAYS) {
            return null;
        }
        String value = Reply.of(fact, wording).answer();
        String question = wording.ask(
                draw, "reverse." + fact.measure().id(), is.fact(), "value", value, "when", Wording.when(fact.period()));
        return draft(
                question,
                Reply.of(is.fact(), wording),
                List.of(figure, is),
                is.fact().sql());
    }

    private @Nullable Draft missing(Statement stockout, Draw draw) {
        Measure measure = draw.pick(List.of(Measures.BASE_PRICE, Measures.CATEGORY, Measures.SUPPLIER));
        String sku = Forms.of(stockout.fact());
        Statement is = stated.only(measure, new Subject(Subject.Kind.PRODUCT, sku, sku), "");
        if (is == null) {
            return null;
        }
        String question = wording.say(draw, "missing." + measure.id(), stockout.fact());
        String sql = is.fact().sql() == null || stockout.fact().sql() == null
                ? null
                : is.fact().sql().replace("'" + sku + "'", "(" + stockout.fact().sql() + ")");
        return draft(question, Reply.of(is.fact(), wording), List.of(stockout, is), sql);
    }

    private @Nullable Draft delivers(Statement supplied, Measure measure, Draw draw) {
        String sku = supplied.fact().subject().key();
        Product product = shop.products().stream()
                .filter(each -> each.sku().equals(sku))
                .findFirst()
                .orElseThrow();
        Supplier supplier = house.supplier(product);
        Statement term = stated.only(measure, supplier.subject(), "");
        if (term == null) {
            return null;
        }
        String question = wording.ask(
                draw,
                "delivers",
                term.fact(),
                "product",
                wording.subject(draw, supplied.fact().subject()));
        return draft(
                question,
                Reply.of(term.fact(), wording),
                List.of(supplied, term),
                term.fact().sql());
    }

    private static String after(Statement statement) {
        String key = statement.fact().subject().key();
        return key.substring(key.indexOf('/') + 1);
    }

    private static @Nullable Draft draft(
            @Nullable String question, Reply reply, List<Statement> two, @Nullable String sql) {
        boolean isOne = two.get(0).document().equals(two.get(1).document());
        return question == null || isOne ? null : new Draft(question, reply, two, true, sql);
    }
}
