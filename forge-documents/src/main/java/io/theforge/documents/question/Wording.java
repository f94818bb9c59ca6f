package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Phrases;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How questions name things: by name, by code, or by both. */
final class Wording {
    private final Phrases phrases = Phrases.of("questions");
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    Wording(Shop shop) {
        for (Store store : shop.stores()) {
            add(store.code(), store.name());
        }
        for (Product product : shop.products()) {
            add(product.sku(), product.name());
        }
    }

    private void add(String code, String name) {
        names.put(code, name);
        uses.merge(name, 1, Integer::sum);
    }

    /** Returns whether a section, or the one without the kind of subject, is there. */
    boolean has(String what, Fact fact) {
        return section(what, fact) != null;
    }

    private @Nullable String section(String what, Fact fact) {
        String measure = what + "." + fact.measure().id();
        boolean isStockout = fact.measure() == Measures.CAUSE && fact.period().length() == 7;
        String kind = measure + "." + (isStockout ? "STOCKOUT" : fact.subject().kind());
        return phrases.has(kind) ? kind : phrases.has(measure) ? measure : null;
    }

    /** Returns a question of a kind about a fact; null where there is no way to ask it. @param more word, value ... beside the fact's own */
    @Nullable
    String ask(Draw draw, String what, Fact fact, String... more) {
        String section = section(what, fact);
        return section == null ? null : say(draw, section, fact, more);
    }

    /** Returns a phrase of a section. */
    String say(Draw draw, String section, Fact fact, String... more) {
        List<String> words = new ArrayList<>(List.of("when", when(fact.period())));
        Subject subject = fact.subject();
        String[] parts = subject.key().split("/", -1);
        words.addAll(List.of("s", subject(draw, subject)));
        switch (subject.kind()) {
            case STORE_CATEGORY -> words.addAll(List.of("store", coded(draw, parts[0]), "category", parts[1]));
            case STORE_PRODUCT ->
                words.addAll(List.of("store", coded(draw, parts[0]), "product", coded(draw, parts[1])));
            case PROMOTION -> {
                String at = parts.length > 2 ? " at " + coded(draw, parts[0]) : "";
                words.addAll(List.of(
                        "at",
                        at,
                        "reach",
                        at.isEmpty() ? "chain-wide " : "",
                        "product",
                        coded(draw, parts[parts.length - 2]),
                        "month",
                        month(parts[parts.length - 1])));
            }
            case STORE -> words.addAll(List.of("store", coded(draw, parts[0])));
            case PRODUCT -> words.addAll(List.of("product", coded(draw, parts[0])));
            case HOLIDAY, INCIDENT -> {
                String time = parts[parts.length - 1];
                words.addAll(List.of(
                        "holiday",
                        parts[0],
                        "year",
                        time,
                        "day",
                        time.length() == 10 ? day(time) : day(fact.period())));
            }
            default -> words.addAll(List.of("day", day(fact.period())));
        }
        words.addAll(List.of(more));
        return phrases.say(draw, section, words.toArray(String[]::new));
    }

    /** Returns a phrase without a fact. */
    String say(Draw draw, String section, String... words) {
        return phrases.say(draw, section, words);
    }

    String part(Draw draw, String section, String... words) {
        return phrases.part(draw, section, words);
    }

    boolean has(String section) {
        return phrases.has(section);
    }

    int ways(String section) {
        return phrases.ways(section);
    }

    /** Returns a subject as a question names it. */
    String subject(Draw draw, Subject subject) {
        return switch (subject.kind()) {
            case STORE, PRODUCT -> coded(draw, subject.key());
            case STORE_CATEGORY -> {
                String[] parts = subject.key().split("/", -1);
                yield parts[1] + " at " + coded(draw, parts[0]);
            }
            default -> subject.name();
        };
    }

    private String coded(Draw draw, String code) {
        String name = names.getOrDefault(code, code);
        int way = draw.below(4);
        if (way == 0) {
            return !code.startsWith("SKU") ? "store " + code : code;
        }
        return way == 1 || uses.getOrDefault(name, 2) > 1 ? name + " (" + code + ")" : name;
    }

    /** Returns the store or product itself as an answer. */
    Reply thing(String code) {
        String name = names.getOrDefault(code, code);
        String both = name + " (" + code + ")";
        return uses.getOrDefault(name, 2) > 1 ? Reply.words(both, code) : Reply.words(both, name, code);
    }

    /** Returns the words of a fact as an answer. */
    Reply named(Fact fact) {
        String words = Forms.of(fact);
        return switch (fact.measure().id()) {
            case "stockout_product" -> thing(words);
            case "region" -> Reply.words(words, words + " region", "the " + words + " region");
            case "category" -> Reply.words(words, words + " category", "the " + words + " category");
            default -> Reply.words(words);
        };
    }

    /** Returns "in March 2024", "in 2024", "on 5 March 2024"; empty where there is no period. */
    static String when(String period) {
        return switch (period.length()) {
            case 4 -> "in " + period;
            case 7 -> "in " + month(period);
            case 10 -> "on " + day(period);
            default -> "";
        };
    }

    static String month(String period) {
        return Forms.month(YearMonth.parse(period));
    }

    private static String day(String period) {
        return period.length() == 10 ? Forms.day(LocalDate.parse(period)) : period;
    }
}
