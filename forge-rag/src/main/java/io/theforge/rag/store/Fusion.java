package io.theforge.rag.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two rankings become one, by reciprocal ranks: what stands high in either comes first, whatever their scores mean. */
final class Fusion {
    /** How much more a first place is than a second; with the usual 60, places differ too little in short rankings. */
    private static final double DAMPING = 10;

    /** Codes, names and months decide more often than meaning does, among texts that are much alike. */
    private static final double WORDS_WEIGHT = 3;

    private Fusion() {}

    /** A place in a ranking. @param id of the chunk */
    record Ranked(long id, double score) {}

    /** Returns the ids of the best, the best first; of equals the older first. */
    static List<Long> best(List<Ranked> byVector, List<Ranked> byWords, int count) {
        Map<Long, Double> scores = new HashMap<>();
        add(scores, byVector, 1);
        add(scores, byWords, WORDS_WEIGHT);
        List<Long> ids = new ArrayList<>(scores.keySet());
        ids.sort(Comparator.comparing((Long id) -> -scores.getOrDefault(id, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(ids.subList(0, Math.min(count, ids.size())));
    }

    private static void add(Map<Long, Double> scores, List<Ranked> ranking, double weight) {
        for (int i = 0; i < ranking.size(); i++) {
            scores.merge(ranking.get(i).id, weight / (DAMPING + i + 1), Double::sum);
        }
    }
}
