package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions that can be read in several ways: several products or stores fit, or no month is named. */
final class Readings {
    private static final int MOST = 6;
    private static final int MOST_MONTHS = 12;
    private static final List<Measure> MONTHLY =
            List.of(Measures.UNITS_SOLD, Measures.REVENUE, Measures.STOCKOUT_DAYS, Measures.TARGET_UNITS);

    private final Stated stated;
    private final Wording wording;
    private final Shop shop;
    private final List<Pattern> patterns = new ArrayList<>();

    private Readings(Stated stated, Wording wording, Shop shop) {
        this.stated = stated;
        this.wording = wording;
        this.shop = shop;
    }

    static List<Pattern> of(Stated stated, Wording wording, Shop shop) {
        Readings readings = new Readings(stated, wording, shop);
        readings.products();
        readings.stores();
        readings.months();
        return readings.patterns;
    }

    private void products() {
        Map<String, List<Subject>> byName = new TreeMap<>();
        for (Product product : shop.products()) {
            byName.computeIfAbsent(core(product), core -> new ArrayList<>());
        }
        for (Product product : shop.products()) {
            String name = " " + core(product) + " ";
            byName.forEach((core, fit) -> {
                if (name.contains(" " + core + " ")) {
                    fit.add(Shop.subject(product));
                }
            });
        }
        List<Fit> cores = new ArrayList<>();
        byName.forEach((core, fit) -> add(cores, new Fit(List.of(core), fit)));
        for (Measure measure : List.of(Measures.BASE_PRICE, Measures.SUPPLIER, Measures.LEAD_DAYS)) {
            patterns.add(new Pattern(
                    "product." + measure.id(), cores.size(), (i, draw) -> ofProducts(measure, cores.get(i), "", draw)));
        }
        List<String> periods = shop.years().stream().map(String::valueOf).toList();
        for (Measure measure : List.of(Measures.UNITS_SOLD, Measures.REVENUE)) {
            patterns.add(new Pattern(
                    "product." + measure.id(),
                    cores.size() * periods.size(),
                    (i, draw) ->
                            ofProducts(measure, cores.get(i / periods.size()), periods.get(i % periods.size()), draw)));
        }
    }

    /** Subjects that all fit the same words. */
    private record Fit(List<String> words, List<Subject> subjects) {}

    private static void add(List<Fit> all, Fit fit) {
        if (fit.subjects().size() > 1 && fit.subjects().size() <= MOST) {
            all.add(fit);
        }
    }

    private @Nullable Draft ofProducts(Measure measure, Fit fit, String period, Draw draw) {
        String core = fit.words().get(0);
        return draft(
                "the product",
                measure,
                fit.subjects(),
                period,
                said -> wording.say(
                        draw, "ambiguous.product." + measure.id(), "core", core, "when", Wording.when(period)));
    }

    /** Returns a product's name without brand and size. */
    private static String core(Product product) {
        String name = product.name();
        String rest = name.startsWith(product.brand() + " ")
                ? name.substring(product.brand().length() + 1)
                : name;
        StringBuilder core = new StringBuilder();
        for (String word : rest.split(" ")) {
            if (word.equals("Pack") || Character.isDigit(word.charAt(0))) {
                break;
            }
            core.append(core.isEmpty() ? "" : " ").append(word);
        }
        return core.isEmpty() ? rest : core.toString();
    }

    private void stores() {
        Map<List<String>, List<Subject>> alike = new LinkedHashMap<>();
        for (Store store : shop.stores()) {
            alike.computeIfAbsent(List.of(store.type(), store.region()), key -> new ArrayList<>())
                    .add(Shop.subject(store));
        }
        List<Fit> kinds = new ArrayList<>();
        alike.forEach((words, subjects) -> add(kinds, new Fit(words, subjects)));
        int months = shop.months().count();
        for (Measure measure : MONTHLY) {
            patterns.add(new Pattern(
                    "store." + measure.id(),
                    kinds.size() * months,
                    (i, draw) -> ofStores(
                            measure, kinds.get(i / months), shop.months().key(i % months), draw)));
        }
    }

    private @Nullable Draft ofStores(Measure measure, Fit fit, String period, Draw draw) {
        String type = fit.words().get(0);
        return draft(
                "the store",
                measure,
                fit.subjects(),
                period,
                said -> wording.say(
                        draw,
                        "ambiguous.store." + measure.id(),
                        "type",
                        type.endsWith("market") ? type : type + " store",
                        "region",
                        fit.words().get(1),
                        "when",
                        Wording.when(period)));
    }

    private void months() {
        List<Subject> subjects = new ArrayList<>();
        shop.stores().forEach(store -> subjects.add(Shop.subject(store)));
        List<Subject> wider = new ArrayList<>();
        shop.products().forEach(product -> wider.add(Shop.subject(product)));
        for (int c = 0; c < shop.categories().size(); c++) {
            wider.add(shop.category(c).subject());
        }
        for (Measure measure : MONTHLY) {
            for (List<Subject> all : List.of(subjects, wider)) {
                String name = "month." + measure.id() + (all == wider ? ".wider" : "");
                patterns.add(new Pattern(name, all.size(), (i, draw) -> ofMonths(measure, all.get(i), draw)));
            }
        }
    }

    private @Nullable Draft ofMonths(Measure measure, Subject subject, Draw draw) {
        List<List<Statement>> told = new ArrayList<>();
        for (int m = 0; m < shop.months().count(); m++) {
            List<Statement> statements =
                    stated.of(Stated.key(measure.id(), subject, shop.months().key(m)));
            if (!statements.isEmpty()) {
                told.add(statements);
            }
        }
        if (told.size() < 2 || told.size() > MOST_MONTHS) {
            return null;
        }
        return draft("the month", told, said -> wording.ask(draw, "ambiguous.month", said));
    }

    private interface Question {
        @Nullable
        String of(Fact first);
    }

    private @Nullable Draft draft(
            String missing, Measure measure, List<Subject> fit, String period, Question question) {
        return draft(
                missing,
                fit.stream()
                        .map(subject -> stated.of(Stated.key(measure.id(), subject, period)))
                        .toList(),
                question);
    }

    /** @param missing what has to be named @param told the statements of each reading, each of which has to be stated once */
    private @Nullable Draft draft(String missing, List<List<Statement>> told, Question question) {
        List<Statement> evidence = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        BigDecimal tolerance = null;
        for (List<Statement> statements : told) {
            if (statements.size() != 1) {
                return null;
            }
            Statement statement = statements.get(0);
            Reply reply = Reply.of(statement.fact(), wording);
            tolerance = reply.tolerance();
            evidence.add(statement);
            if (!accepted.contains(reply.answer())) {
                accepted.add(reply.answer());
            }
        }
        String asked = accepted.size() < 2 ? null : question.of(evidence.get(0).fact());
        return asked == null ? null : new Draft(asked, new Reply(missing, accepted, tolerance), evidence, true, null);
    }
}
