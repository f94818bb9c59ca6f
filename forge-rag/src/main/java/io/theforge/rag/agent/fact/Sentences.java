package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Wanted;
import io.theforge.rag.agent.rule.Versions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.text.Amounts;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentence that has what a question asks for, whatever it is about: nearly all of the question's words are in it or above it. */
public final class Sentences {
    private static final int PASSAGES = 8;
    private static final double LEAST = 0.75;
    private static final double ABOVE = 0.8;
    private static final Pattern NUMBER =
            Pattern.compile("\\bhow (?:many|much|long|high|warm|often|far|large|old)\\b|\\bper ?cent\\b|\\bamount\\b");
    private static final Pattern DAY =
            Pattern.compile("^\\W*(?:when|(?:on|by|until) (?:which|what) (?:day|date)|which day)\\b");
    private static final Pattern WHO = Pattern.compile("^\\W*(?:who|whom|whose)\\b");

    private static final Pattern NOT = Pattern.compile(
            "\\b(?:not|never|no|cannot|without|un\\p{L}+|\\p{L}+n['\u2019]t)\\b", Pattern.CASE_INSENSITIVE);

    private final Library library;
    private final Catalog catalog;

    public Sentences(Library library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /** Returns it, of whatever version; null where there is none. */
    public @Nullable Statement find(String question, Mentions named) {
        return best(question, named, library.find(question, PASSAGES));
    }

    /** Returns that of the version that is meant; null where there is none. */
    public @Nullable Statement ofVersion(String question, Mentions named) {
        return best(question, named, new Versions(library, question).meant(library.find(question, PASSAGES)));
    }

    private @Nullable Statement best(String question, Mentions named, List<Statement> statements) {
        Set<String> terms = Terms.of(named.rest());
        if (terms.isEmpty()) {
            return null;
        }
        Subject subject = new Subject(named, names(question, named));
        Statement best = null;
        double most = 0;
        for (Statement statement : statements) {
            About about = library.about(statement);
            if (isNegation(named.rest(), statement.text())
                    && answers(statement, named.rest(), question)
                    && subject.fit(statement, about, catalog) > 0) {
                double share = share(terms, statement, about);
                if (share > most) {
                    most = share;
                    best = statement;
                }
            }
        }
        return most >= LEAST ? best : null;
    }

    /** Whether it has a number, a day or a name where one is asked for. */
    private boolean answers(Statement statement, String rest, String question) {
        if (NUMBER.matcher(rest).find()) {
            Wanted wanted = Wanted.in(question);
            var amounts = Amounts.in(statement.text());
            return wanted.isOther() ? !amounts.isEmpty() : !wanted.of(amounts).isEmpty();
        }
        if (DAY.matcher(rest).find()) {
            return Dates.in(statement.text()).stream().anyMatch(Dates.Named::isDay);
        }
        return !WHO.matcher(rest).find()
                || !Names.whole(statement.text(), catalog).isEmpty();
    }

    /** Of whom it asks has to be told of; its first word is large in any case. */
    private List<String> names(String question, Mentions named) {
        List<String> names = new ArrayList<>(named.quotes());
        Names.in(question, catalog).stream()
                .filter(name -> name.start() > 0)
                .map(Names.Named::name)
                .forEach(names::add);
        return names;
    }

    /** What is not done is told by a sentence that says so. */
    private static boolean isNegation(String question, String text) {
        return !NOT.matcher(question).find() || NOT.matcher(text).find();
    }

    private static double share(Set<String> terms, Statement statement, About about) {
        Set<String> said = Terms.of(statement.text());
        Set<String> above = new HashSet<>(
                Terms.of(about.title() + " " + statement.heading() + " " + String.join(" ", statement.header())));
        double sum = 0;
        boolean isSaid = false;
        for (String term : terms) {
            boolean isIn = said.contains(term);
            isSaid |= isIn;
            sum += isIn ? 1 : above.contains(term) ? ABOVE : 0;
        }
        return isSaid ? sum / terms.size() : 0;
    }
}
