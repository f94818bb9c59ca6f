package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.text.Draw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums, means, shares, differences and prices that follow from stated figures. */
final class Computations {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Stated stated;
    private final Wording wording;
    private final List<Pattern> patterns = new ArrayList<>();

    private Computations(Stated stated, Wording wording) {
        this.stated = stated;
        this.wording = wording;
    }

    static List<Pattern> of(Stated stated, Map<String, List<List<Statement>>> runs, Wording wording) {
        Computations computations = new Computations(stated, wording);
        runs.forEach(computations::ofRuns);
        computations.ofPairs();
        return computations.patterns;
    }

    private void ofRuns(String group, List<List<Statement>> runs) {
        patterns.add(new Pattern("mean." + group, runs.size(), (i, draw) -> {
            List<Statement> run = runs.get(i);
            Fact first = run.get(0).fact();
            int scale = first.measure().unit().equals(Measures.CURRENCY) ? 2 : 1;
            BigDecimal mean = Scalars.sum(run).divide(BigDecimal.valueOf(run.size()), scale, RoundingMode.HALF_UP);
            String question = wording.ask(draw, "mean", first, Developments.span(run));
            String sql = Scalars.sqlOfSum(run);
            String rounded = sql == null
                    ? null
                    : "SELECT round(CAST((" + sql + ") AS numeric(24, 6)) / " + run.size() + ", " + scale + ")";
            return draft(question, mean, first.measure().unit(), BigDecimal.ONE.movePointLeft(scale), run, rounded);
        }));
        patterns.add(new Pattern("sum." + group, runs.size(), (i, draw) -> {
            List<Statement> run = runs.get(i);
            Fact first = run.get(0).fact();
            String question = wording.ask(draw, "sum", first, Developments.span(run));
            return draft(
                    question, Scalars.sum(run), first.measure().unit(), BigDecimal.ZERO, run, Scalars.sqlOfSum(run));
        }));
    }

    private void ofPairs() {
        stated.sole().forEach((group, all) -> {
            Fact first = all.get(0).fact();
            Subject.Kind kind = first.subject().kind();
            if (first.measure() == Measures.BASE_PRICE) {
                add("margin", all, this::margin);
                add("marginpct", all, this::marginShare);
            } else if (first.measure() == Measures.REVENUE) {
                add("perunit." + group, all, this::perUnit);
            } else if (first.measure() == Measures.TARGET_UNITS && kind == Subject.Kind.STORE_CATEGORY) {
                add("target." + group, all, this::target);
            } else if (first.measure() == Measures.PROMOTION_START) {
                add("days." + group, all, this::promotionDays);
            } else if (first.measure() == Measures.DISCOUNT_PCT || first.measure() == Measures.DISCOUNT_AMOUNT) {
                add("price." + group, all, this::promotionPrice);
            }
            if (kind == Subject.Kind.STORE_CATEGORY && first.measure() != Measures.TARGET_UNITS) {
                add("share." + group, all, this::share);
            }
            if (kind == Subject.Kind.STORE_CATEGORY && first.measure() == Measures.UNITS_SOLD) {
                List<List<Statement>> rows = Pairs.alike(all, fact -> fact.period() + store(fact));
                patterns.add(new Pattern("twocategories." + group, rows.size(), (i, draw) -> {
                    List<Statement> two = Pairs.two(rows.get(i), draw);
                    return two == null ? null : twoCategories(two, draw);
                }));
            }
        });
    }

    private interface OfOne {
        @Nullable
        Draft of(Statement statement, Draw draw);
    }

    private void add(String name, List<Statement> all, OfOne of) {
        patterns.add(new Pattern(name, all.size(), (i, draw) -> of.of(all.get(i), draw)));
    }

    private @Nullable Draft margin(Statement price, Draw draw) {
        Statement cost = beside(price, Measures.BASE_COST);
        if (cost == null) {
            return null;
        }
        BigDecimal left = Scalars.number(price).subtract(Scalars.number(cost));
        String question = wording.say(draw, "margin", price.fact());
        return draft(question, left, Measures.CURRENCY, BigDecimal.ZERO, List.of(price, cost), "%s - %s");
    }

    private @Nullable Draft marginShare(Statement price, Draw draw) {
        Statement cost = beside(price, Measures.BASE_COST);
        if (cost == null) {
            return null;
        }
        BigDecimal left = Scalars.number(price).subtract(Scalars.number(cost));
        BigDecimal share = left.movePointRight(2).divide(Scalars.number(price), 1, RoundingMode.HALF_UP);
        String question = wording.say(draw, "marginpct", price.fact());
        String form = "round(CAST((%1$s - %2$s) * 100.0 / %1$s AS numeric(18, 6)), 1)";
        return draft(question, share, "%", TENTH, List.of(price, cost), form);
    }

    private @Nullable Draft perUnit(Statement revenue, Draw draw) {
        Statement units = beside(revenue, Measures.UNITS_SOLD);
        if (units == null || Scalars.number(units).signum() == 0) {
            return null;
        }
        BigDecimal each = Scalars.number(revenue).divide(Scalars.number(units), 2, RoundingMode.HALF_UP);
        boolean isPart = revenue.fact().subject().kind() == Subject.Kind.STORE_CATEGORY;
        String question = wording.say(draw, isPart ? "perunit.STORE_CATEGORY" : "perunit", revenue.fact());
        String form = "round(CAST(%s AS numeric(24, 8)) / %s, 2)";
        return draft(question, each, Measures.CURRENCY, CENT, List.of(revenue, units), form);
    }

    private @Nullable Draft target(Statement target, Draw draw) {
        Statement units = beside(target, Measures.UNITS_SOLD);
        if (units == null) {
            return null;
        }
        BigDecimal gap = Scalars.number(units).subtract(Scalars.number(target));
        String question = wording.say(draw, gap.signum() > 0 ? "over" : "under", target.fact());
        List<Statement> evidence = List.of(units, target);
        return gap.signum() == 0
                ? null
                : new Draft(question, Reply.number(gap.abs(), "units", BigDecimal.ZERO), evidence, true, null);
    }

    private @Nullable Draft share(Statement part, Draw draw) {
        Fact fact = part.fact();
        String code = store(fact);
        Statement whole = stated.only(fact.measure(), new Subject(Subject.Kind.STORE, code, code), fact.period());
        if (whole == null || Scalars.number(whole).signum() == 0) {
            return null;
        }
        BigDecimal share =
                Scalars.number(part).movePointRight(2).divide(Scalars.number(whole), 1, RoundingMode.HALF_UP);
        String form = "round(CAST(%s * 100.0 / %s AS numeric(18, 6)), 1)";
        return draft(wording.ask(draw, "share", fact), share, "%", TENTH, List.of(part, whole), form);
    }

    private @Nullable Draft twoCategories(List<Statement> two, Draw draw) {
        String question = wording.say(
                draw,
                "twocategories",
                two.get(0).fact(),
                "first",
                category(two.get(0)),
                "second",
                category(two.get(1)));
        return draft(question, Scalars.sum(two), "units", BigDecimal.ZERO, two, "%s + %s");
    }

    private @Nullable Draft promotionDays(Statement start, Draw draw) {
        Statement end = beside(start, Measures.PROMOTION_END);
        if (end == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(Scalars.day(start), Scalars.day(end)) + 1;
        String question = wording.say(draw, "promotiondays", start.fact());
        return draft(question, BigDecimal.valueOf(days), "days", BigDecimal.ZERO, List.of(end, start), "%s - %s + 1");
    }

    /** The price after the discount, where a document tells the regular price on the promotion's first day. */
    private @Nullable Draft promotionPrice(Statement discount, Draw draw) {
        Statement start = beside(discount, Measures.PROMOTION_START);
        String[] parts = discount.fact().subject().key().split("/", -1);
        if (start == null || parts.length != 2) {
            return null;
        }
        Subject product = new Subject(Subject.Kind.PRODUCT, parts[0], parts[0]);
        Statement price =
                stated.only(Measures.REGULAR_PRICE, product, Scalars.day(start).toString());
        if (price == null) {
            return null;
        }
        BigDecimal full = Scalars.number(price);
        BigDecimal off = Scalars.number(discount);
        boolean isShare = discount.fact().measure() == Measures.DISCOUNT_PCT;
        BigDecimal net = isShare
                ? full.multiply(new BigDecimal(100).subtract(off))
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP)
                : full.subtract(off);
        String form = isShare ? "round(CAST(%1$s * (100 - %2$s) / 100 AS numeric(18, 6)), 2)" : "%s - %s";
        String question = wording.say(draw, "promotionprice", discount.fact());
        return draft(
                question, net, Measures.CURRENCY, isShare ? CENT : BigDecimal.ZERO, List.of(price, discount), form);
    }

    /** Returns what else is stated of the same subject and period, once. */
    private @Nullable Statement beside(Statement statement, Measure measure) {
        return stated.only(measure, statement.fact().subject(), statement.fact().period());
    }

    private static String store(Fact fact) {
        return fact.subject().key().substring(0, fact.subject().key().indexOf('/'));
    }

    private static String category(Statement statement) {
        String key = statement.fact().subject().key();
        return key.substring(key.indexOf('/') + 1);
    }

    /** @param form a whole query, or a form of one for the evidence's */
    private static @Nullable Draft draft(
            @Nullable String question,
            BigDecimal answer,
            String unit,
            BigDecimal tolerance,
            List<Statement> evidence,
            @Nullable String form) {
        String sql = form == null || form.startsWith("SELECT ") ? form : Scalars.sql(form, evidence);
        return question == null
                ? null
                : new Draft(question, Reply.number(answer, unit, tolerance), evidence, true, sql);
    }
}
