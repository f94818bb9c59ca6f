package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.text.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads questions about figures. */
public final class Planner {
    private static final int MOST_FIGURES = 36;
    private static final Pattern PER_CENT = Pattern.compile("\\bper ?cent\\b|%|\\bpercentage\\b");
    private static final Pattern SHARE = Pattern.compile("\\bshare of\\b|\\bper ?cent of what\\b|\\bproportion of\\b");
    private static final Pattern PER_UNIT = Pattern.compile("\\bper unit\\b|\\bfor each unit\\b");
    private static final Pattern MEAN = Pattern.compile("\\baverage\\b|\\bmean\\b");
    private static final Pattern TOGETHER =
            Pattern.compile("\\btogether\\b|\\bcombined\\b|\\badd(?:ed)? up\\b|\\bin all\\b|\\btotal\\b|\\bsum\\b");
    private static final Pattern MOST =
            Pattern.compile("\\bmost\\b|\\bhighest\\b|\\bstrongest\\b|\\bbest\\b|\\blargest\\b");
    private static final Pattern LEAST =
            Pattern.compile("\\bfewest\\b|\\blowest\\b|\\bweakest\\b|\\bleast\\b|\\bsmallest\\b");
    private static final Pattern HOW_MUCH = Pattern.compile("\\bhow (?:many|much|far)\\b|\\bby how\\b");
    private static final Pattern LOWER = Pattern.compile("\\b(?:fewer|lower|less|smaller|cheaper)\\b");
    private static final Pattern TARGET_GAP = Pattern.compile("\\b(?:miss|missed|beat|above|short of|exceed|below)\\b");
    private static final Pattern MARGIN =
            Pattern.compile("\\bmargin\\b|\\bbase price\\b.*\\bbase cost\\b|\\bbase cost\\b.*\\bbase price\\b");

    private final Mentions named;
    private final String rest;
    private final Topic topic;
    private final Catalog catalog;

    private Planner(Mentions named, Topic topic, Catalog catalog) {
        this.named = named;
        this.rest = named.rest();
        this.topic = topic;
        this.catalog = catalog;
    }

    /** Returns how a question is to be understood; null where it is none about figures. */
    public static @Nullable Reading read(Mentions named, Catalog catalog) {
        if (!Vocabulary.isAllKnown(withoutTypes(named.rest(), catalog))) {
            return null;
        }
        for (Topic topic : Topic.values()) {
            if (topic.isAskedIn(named.rest())) {
                return new Planner(named, topic, catalog).read();
            }
        }
        return null;
    }

    /** What kind of store is meant, "the supermarket in the West region", is known where the tables have such. */
    private static String withoutTypes(String rest, Catalog catalog) {
        String without = rest;
        for (Store store : catalog.stores()) {
            if (store.type() != null && !store.type().isBlank()) {
                without = without.replace(store.type().toLowerCase(Locale.ROOT), " ");
            }
        }
        return without;
    }

    private boolean says(Pattern pattern) {
        return pattern.matcher(rest).find();
    }

    private @Nullable Reading read() {
        if (topic == Topic.BASE_PRICE || topic == Topic.BASE_COST) {
            return ofPrices();
        }
        Likely likely = Likely.of(named, catalog);
        if (likely.unclear() != null) {
            return Reading.unclear(likely.unclear(), likely.choices());
        }
        boolean isOfAll = says(MEAN) || says(TOGETHER) || says(MOST) || says(LEAST);
        Asked asked = new Asked(named, likely, catalog, isOfAll);
        if (asked.periods().isEmpty()) {
            return Reading.unclear("month", List.of());
        }
        if (asked.count() > MOST_FIGURES) {
            return Reading.tooMany();
        }
        List<Need> needs = asked.needs(topic);
        if (topic == Topic.REGULAR_PRICE) {
            boolean isOne = needs.size() == 1
                    && needs.get(0).scope().sku() != null
                    && asked.periods().get(0).isDay();
            return isOne ? plan(Operation.VALUE, needs, "USD") : null;
        }
        return needs.size() == 1 ? ofOne(needs.get(0)) : several(needs);
    }

    private @Nullable Reading ofPrices() {
        Likely likely = Likely.of(named, catalog);
        if (likely.unclear() != null) {
            return Reading.unclear(likely.unclear(), likely.choices());
        }
        List<Need> needs = new ArrayList<>();
        for (Product product : likely.products()) {
            needs.add(new Need(topic, Scope.ofProduct(product.sku()), null, product.words()));
        }
        if (needs.isEmpty() || needs.size() > MOST_FIGURES) {
            return needs.isEmpty() ? null : Reading.tooMany();
        }
        if (says(MARGIN) && needs.size() == 1) {
            Scope scope = needs.get(0).scope();
            List<Need> both =
                    List.of(new Need(Topic.BASE_PRICE, scope, null, ""), new Need(Topic.BASE_COST, scope, null, ""));
            return says(PER_CENT) ? plan(Operation.MARGIN_PERCENT, both, "%") : plan(Operation.DIFFERENCE, both, "USD");
        }
        return needs.size() == 1 ? plan(Operation.VALUE, needs, "USD") : several(needs);
    }

    private Reading ofOne(Need need) {
        Scope scope = need.scope();
        Period period = need.period();
        if (says(PER_UNIT)) {
            List<Need> both =
                    List.of(new Need(Topic.REVENUE, scope, period, ""), new Need(Topic.UNITS, scope, period, ""));
            return plan(Operation.RATIO, both, "USD");
        }
        if (topic == Topic.TARGET && says(TARGET_GAP)) {
            return plan(Operation.DIFFERENCE, List.of(new Need(Topic.UNITS, scope, period, ""), need), "units");
        }
        if (says(SHARE) && scope.store() != null && (scope.category() != null || scope.sku() != null)) {
            Need whole = new Need(topic, Scope.ofStore(scope.store()), period, "");
            return plan(Operation.SHARE, List.of(need, whole), "%");
        }
        return plan(Operation.VALUE, List.of(need), topic.unit());
    }

    private Reading several(List<Need> needs) {
        boolean isOverTime = needs.stream().map(Need::scope).distinct().count() == 1;
        if (says(PER_CENT)) {
            return plan(Operation.CHANGE_PERCENT, List.of(needs.get(0), needs.get(needs.size() - 1)), "%");
        }
        if (isOverTime && says(MEAN)) {
            return plan(Operation.MEAN, needs, topic.unit());
        }
        if (says(TOGETHER)) {
            return plan(Operation.SUM, needs, topic.unit());
        }
        if (says(MOST)) {
            return plan(Operation.HIGHEST, needs, "");
        }
        if (says(LEAST)) {
            return plan(Operation.LOWEST, needs, "");
        }
        if (says(HOW_MUCH)) {
            return plan(Operation.DIFFERENCE, List.of(needs.get(0), needs.get(needs.size() - 1)), topic.unit());
        }
        return plan(says(LOWER) ? Operation.LOWEST : Operation.HIGHEST, needs, "");
    }

    private static Reading plan(Operation operation, List<Need> needs, String unit) {
        return Reading.of(new Plan(operation, List.copyOf(needs), unit));
    }

    /** Returns the period that a date is. */
    public static Period period(Dates.Named date) {
        if (date.isDay()) {
            return Period.ofDay(date.day());
        }
        return date.isMonth() ? Period.of(date.month()) : Period.ofYear(Integer.parseInt(date.key()));
    }
}
