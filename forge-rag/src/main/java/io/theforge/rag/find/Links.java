package io.theforge.rag.find;

import io.theforge.rag.store.Lookup;
import io.theforge.rag.store.Lookup.Ranked;
import io.theforge.rag.text.Dates;
import io.theforge.rag.text.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a question asks about by way of another thing: of "the supplier of SKU-000012" the letters of the supplier that is named where the
 * article is described.
 */
final class Links {
    /** How many of the passages that describe a thing are read for names. */
    private static final int DESCRIBING = 2;

    private static final int RANKED = 20;
    private static final int MOST = 16;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;

    /** How much the description counts, and what is linked with it, beside a part of the question. */
    private static final double DESCRIPTION = 0.7;

    private static final double LINKED = 0.7;

    private final Question question;
    private final List<Name> names;
    private final Lookup lookup;
    private final Candidates candidates;
    private final List<Part> parts;
    private List<List<Ranked>> rankings = List.of();

    Links(Question question, List<Name> names, Lookup lookup, Candidates candidates) {
        this.question = question;
        this.names = names;
        this.lookup = lookup;
        this.candidates = candidates;
        parts = names.stream()
                .map(name -> Part.of(question.kinds(), List.of(name), "", DESCRIPTION))
                .toList();
    }

    /** Returns the ids of passages that may describe what the question names; they have to be read. */
    Set<Long> describing() throws SQLException {
        rankings = question.kinds().isEmpty()
                ? List.of()
                : lookup.byWords(parts.stream().map(Part::words).toList(), RANKED);
        return Candidates.of(rankings);
    }

    /** Adds what is linked, where there is anything. @param found chances of the parts that ask for one name or none, the whole first */
    void addTo(Selection selection, List<Map<Long, Double>> found) throws SQLException {
        if (!candidates.anyOf(question.kinds())) {
            return;
        }
        Set<Long> describing = new LinkedHashSet<>();
        List<Map<Long, Double>> descriptions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Map<Long, Double> chances = candidates.chances(parts.get(i), rankings.get(i));
            descriptions.add(chances);
            describing.addAll(Candidates.top(chances, DESCRIBING));
        }
        found.forEach(chances -> describing.addAll(Candidates.top(chances, names.isEmpty() ? DESCRIBING : 1)));
        Map<Long, Double> linked = linked(namedIn(describing));
        if (!linked.isEmpty()) {
            selection.add(Candidates.chances(linked), LINKED);
            descriptions.forEach(chances -> selection.add(chances, DESCRIPTION));
        }
    }

    private Set<String> namedIn(Set<Long> ids) {
        Set<String> named = new LinkedHashSet<>();
        for (long id : ids) {
            Reading reading = candidates.reading(id);
            Names.in(reading.passage().content() + "\n\n" + reading.title())
                    .forEach(found -> named.addAll(found.forms()));
        }
        named.removeIf(name -> name.length() < SHORTEST
                || name.length() > LONGEST
                || Words.counts(name).isEmpty()
                || !Dates.in(name).isEmpty()
                || names.stream().anyMatch(own -> own.forms().contains(name)));
        return named;
    }

    /** Returns scores of passages of documents that have one of the names in their title, and are of a kind that is asked for. */
    private Map<Long, Double> linked(Set<String> named) throws SQLException {
        List<Name> things =
                named.stream().limit(MOST).map(name -> Name.of(List.of(name))).toList();
        String date = question.onlyDate();
        List<Set<Long>> words = new ArrayList<>();
        for (Name thing : things) {
            words.add(Part.of(question.others(), List.of(thing), "", 1).words());
            words.add(Part.of(question.others(), List.of(thing), date, 1).words());
        }
        List<List<Ranked>> byWords = lookup.byWords(words, RANKED / 2);
        candidates.read(Candidates.of(byWords));
        double best = byWords.stream()
                .flatMap(List::stream)
                .mapToDouble(Ranked::score)
                .max()
                .orElse(1);
        Map<Long, Double> scores = new HashMap<>();
        for (int i = 0; i < byWords.size(); i++) {
            for (Ranked each : byWords.get(i)) {
                Reading reading = candidates.reading(each.id());
                if (things.get(i / 2).isIn(reading.title())
                        && names.stream().noneMatch(name -> name.isIn(reading.head()))
                        && !Collections.disjoint(reading.kinds(), question.kinds())) {
                    boolean isDated = !date.isEmpty() && Dates.isIn(reading.text(), date);
                    double score = each.score() / best + candidates.cosine(each.id()) + (isDated ? 1 : 0);
                    scores.merge(each.id(), score, Math::max);
                }
            }
        }
        return scores;
    }
}
