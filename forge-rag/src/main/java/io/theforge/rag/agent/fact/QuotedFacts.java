package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.text.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Questions that quote a document: the title of a meeting, an entry of a table, the words of a definition. */
final class QuotedFacts {
    private static final int PASSAGES = 12;
    private static final Pattern WHO = Pattern.compile("^\\W*(?:who|whom|whose)\\b");
    private static final Pattern WHEN =
            Pattern.compile("^\\W*(?:when|by (?:which|what) day|on (?:which|what) day|until when|by when)\\b");
    private static final Pattern TERM = Pattern.compile("\\b(?:call|term|word|mean|define|explain)");
    private static final Pattern BOLD = Pattern.compile("^\\W*\\*\\*([^*]{1,80})\\*\\*");
    private static final Pattern BEFORE =
            Pattern.compile("^\\W*([^:.]{1,60}?)(?::| means| stands for| is understood as| is| are)\\s");
    private static final Pattern TITLE = Pattern.compile("\\(([^()]{8,200})\\)");

    private final Library library;
    private final Catalog catalog;

    QuotedFacts(Library library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    @Nullable
    FactAnswer answer(String question, Mentions named) {
        String quote = named.quotes().get(0);
        Matcher title = TITLE.matcher(question);
        String of = title.find() ? title.group(1) : "";
        List<Statement> statements = new ArrayList<>(library.find(question, PASSAGES));
        if (!of.isEmpty()) {
            statements.addAll(library.find(of, PASSAGES));
        }
        if (named.rest().contains("chair")) {
            return chair(quote, library.find(quote, PASSAGES));
        }
        for (Statement statement : statements) {
            boolean isThere = !of.isEmpty() && !same(library.about(statement).title(), of)
                    ? false
                    : small(statement.text()).contains(small(quote));
            if (isThere) {
                String words =
                        statement.isRow() ? cell(statement, quote, named.rest()) : term(statement.text(), named.rest());
                if (words != null) {
                    return new FactAnswer(words, List.of(statement));
                }
            }
        }
        return null;
    }

    private @Nullable FactAnswer chair(String title, List<Statement> statements) {
        for (Statement statement : statements) {
            if (same(library.about(statement).title(), title)) {
                Names.Named best = null;
                int least = Integer.MAX_VALUE;
                for (Names.Named name : Names.whole(statement.text(), catalog)) {
                    int distance = Slot.CHAIR.distance(statement.text(), name.start(), name.end());
                    if (distance < least) {
                        least = distance;
                        best = name;
                    }
                }
                if (best != null) {
                    return new FactAnswer(best.name(), List.of(statement));
                }
            }
        }
        return null;
    }

    /** Returns the person or the day of a row. */
    private @Nullable String cell(Statement row, String quote, String rest) {
        boolean isWho = WHO.matcher(rest).find();
        if (!isWho && !WHEN.matcher(rest).find() || row.cells().stream().noneMatch(cell -> same(cell, quote))) {
            return null;
        }
        for (String cell : row.cells()) {
            List<Dates.Named> days = Dates.in(cell);
            if (!isWho && days.size() == 1 && days.get(0).isDay()) {
                return Period.day(days.get(0).day());
            }
            List<Names.Named> names = Names.whole(cell, catalog);
            if (isWho
                    && !same(cell, quote)
                    && names.size() == 1
                    && names.get(0).name().equals(cell)) {
                return cell;
            }
        }
        return null;
    }

    /** Returns what stands before its definition. */
    private static @Nullable String term(String text, String rest) {
        if (!TERM.matcher(rest).find()) {
            return null;
        }
        Matcher bold = BOLD.matcher(text);
        if (bold.find()) {
            return bold.group(1);
        }
        Matcher before = BEFORE.matcher(text);
        return before.find() ? before.group(1) : null;
    }

    private static boolean same(String one, String other) {
        return small(one).equals(small(other));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
