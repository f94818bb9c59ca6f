package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.text.Draw;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two stores, products or months had more, and by how much. */
final class Comparisons {
    private final Wording wording;

    private Comparisons(Wording wording) {
        this.wording = wording;
    }

    static List<Pattern> of(Stated stated, Wording wording) {
        Comparisons comparisons = new Comparisons(wording);
        List<Pattern> patterns = new ArrayList<>();
        stated.sole().forEach((group, statements) -> {
            Fact first = statements.get(0).fact();
            if (first.measure().unit().isEmpty()) {
                return;
            }
            List<List<Statement>> peers = Pairs.alike(statements, Pairs::peers);
            if (wording.has("which", first) && first.subject().kind() != Subject.Kind.STORE_CATEGORY) {
                patterns.add(pattern("which." + group, peers, comparisons::which));
            }
            if (wording.has("more", first)) {
                patterns.add(pattern("more." + group, peers, comparisons::more));
            }
            if (wording.has("period", first) && first.period().length() == 7) {
                List<List<Statement>> own =
                        Pairs.alike(statements, fact -> fact.subject().key());
                patterns.add(pattern("period." + group, own, comparisons::period));
            }
        });
        return patterns;
    }

    /** Makes a question of two facts. */
    private interface OfTwo {
        @Nullable
        Draft of(Statement a, Statement b, Draw draw);
    }

    private static Pattern pattern(String name, List<List<Statement>> groups, OfTwo of) {
        // each group several times: it holds many pairs
        return new Pattern(name, groups.size() * 8, (i, draw) -> {
            List<Statement> two = Pairs.two(groups.get(i % groups.size()), draw);
            return two == null ? null : of.of(two.get(0), two.get(1), draw);
        });
    }

    private @Nullable Draft which(Statement a, Statement b, Draw draw) {
        Fact one = a.fact();
        String other = wording.subject(draw, b.fact().subject());
        String question = wording.ask(draw, "which", one, "a", wording.subject(draw, one.subject()), "b", other);
        String key = isMore(a, b) ? one.subject().key() : b.fact().subject().key();
        Reply reply = one.subject().kind() == Subject.Kind.STORE
                        || one.subject().kind() == Subject.Kind.PRODUCT
                ? wording.thing(key)
                : Reply.words(
                        isMore(a, b) ? one.subject().name() : b.fact().subject().name(), key);
        String form = "CASE WHEN %s > %s THEN " + text(one.subject().key()) + " ELSE "
                + text(b.fact().subject().key()) + " END";
        return question == null
                ? null
                : new Draft(question, reply, List.of(a, b), true, Scalars.sql(form, List.of(a, b)));
    }

    private @Nullable Draft more(Statement a, Statement b, Draw draw) {
        Statement more = isMore(a, b) ? a : b;
        Statement less = more == a ? b : a;
        Measure measure = a.fact().measure();
        String question =
                wording.ask(draw, "more", a.fact(), "a", store(draw, more.fact()), "b", store(draw, less.fact()));
        BigDecimal difference = Scalars.number(more).subtract(Scalars.number(less));
        return question == null
                ? null
                : new Draft(
                        question,
                        Reply.number(difference, measure.unit(), BigDecimal.ZERO),
                        List.of(more, less),
                        true,
                        Scalars.sql("%s - %s", List.of(more, less)));
    }

    private String store(Draw draw, Fact fact) {
        Subject subject = fact.subject();
        if (subject.kind() != Subject.Kind.STORE_CATEGORY) {
            return wording.subject(draw, subject);
        }
        String code = subject.key().substring(0, subject.key().indexOf('/'));
        return wording.subject(draw, new Subject(Subject.Kind.STORE, code, code));
    }

    private @Nullable Draft period(Statement a, Statement b, Draw draw) {
        String question = wording.ask(
                draw,
                "period",
                a.fact(),
                "a",
                Wording.month(a.fact().period()),
                "b",
                Wording.month(b.fact().period()));
        Statement more = isMore(a, b) ? a : b;
        return question == null
                ? null
                : new Draft(
                        question,
                        Reply.month(YearMonth.parse(more.fact().period())),
                        List.of(a, b),
                        true,
                        Scalars.sqlOfPeriod(List.of(a, b), "DESC"));
    }

    private static boolean isMore(Statement a, Statement b) {
        return Scalars.number(a).compareTo(Scalars.number(b)) > 0;
    }

    private static String text(String words) {
        // the form goes through String.format
        return "'" + words.replace("'", "''").replace("%", "%%") + "'";
    }
}
