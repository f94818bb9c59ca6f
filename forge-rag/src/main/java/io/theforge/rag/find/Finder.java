package io.theforge.rag.find;

import io.theforge.rag.store.Lookup;
import io.theforge.rag.store.Lookup.Ranked;
import io.theforge.rag.store.Passage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the passages that together answer a question: each part of it is searched for by words and by meaning, things by all their names,
 * and what the question asks about by way of another thing.
 */
public final class Finder {
    private static final int NAMING = 12;
    private static final int RANKED = 40;

    private final Lookup lookup;
    private final Question question;
    private final Candidates candidates;

    private Finder(Lookup lookup, Question question) {
        this.lookup = lookup;
        this.question = question;
        candidates = new Candidates(lookup);
    }

    /** A passage with what speaks for it. @param cosine of query and chunk @param wordScore BM25, 0 where no word fits */
    public record Scored(Passage passage, double cosine, double wordScore) {}

    /** Returns the best passages, the best first. @param count how many at most */
    public static List<Scored> best(Lookup lookup, String query, int count) throws SQLException {
        return new Finder(lookup, Question.of(query)).best(count);
    }

    private List<Scored> best(int count) throws SQLException {
        List<Name> names = names();
        List<Part> parts = Part.of(question, names);
        List<List<Ranked>> rankings =
                lookup.byWords(parts.stream().map(Part::words).toList(), RANKED);
        Links links = new Links(question, names, lookup, candidates);
        Set<Long> ids = Candidates.of(rankings);
        ids.addAll(lookup.nearest(RANKED));
        ids.addAll(links.describing());
        candidates.read(ids);
        Selection selection = new Selection();
        List<Map<Long, Double>> single = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Map<Long, Double> chances = candidates.chances(part, rankings.get(i));
            selection.add(chances, part.weight());
            if (part.names().size() == 1 || i == 0 && names.isEmpty()) {
                single.add(chances);
            }
        }
        links.addTo(selection, single);
        Map<Long, Double> byWords = new HashMap<>();
        rankings.get(0).forEach(each -> byWords.put(each.id(), each.score()));
        return selection.best(candidates.ids(), count).stream()
                .map(id -> new Scored(
                        candidates.reading(id).passage(), candidates.cosine(id), byWords.getOrDefault(id, 0.0)))
                .toList();
    }

    /** Returns the names of a question with the other forms that the texts have for them. */
    private List<Name> names() throws SQLException {
        if (question.names().isEmpty()) {
            return List.of();
        }
        List<Set<Long>> words = new ArrayList<>();
        question.names().forEach(name -> words.add(name.allWords()));
        // the store is asked once for all words of the question
        words.add(question.words());
        List<List<Ranked>> rankings = lookup.byWords(words, NAMING).subList(0, words.size() - 1);
        candidates.read(Candidates.of(rankings));
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < rankings.size(); i++) {
            List<Reading> readings = rankings.get(i).stream()
                    .map(each -> candidates.reading(each.id()))
                    .toList();
            names.add(Aliases.completed(question.names().get(i), readings));
        }
        return names;
    }
}
