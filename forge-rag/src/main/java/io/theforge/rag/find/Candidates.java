package io.theforge.rag.find;

import io.theforge.rag.store.Lookup;
import io.theforge.rag.store.Lookup.Ranked;
import io.theforge.rag.text.Dates;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Passages that may answer a question, and how likely each answers a part of it. */
final class Candidates {
    /** How much what is there counts, beside a BM25 of 1 for the best. */
    private static final double NAME = 1;

    private static final double NAME_IN_HEAD = 0.5;
    private static final double NAME_IN_FIELD = 0.65;
    private static final double DATE = 1.5;
    private static final double DATE_IN_HEAD = 0.3;
    private static final double MEANING = 0.8;

    /** The best of a part is not sure to have it. */
    private static final double SURE = 0.9;

    /** The larger, the less is left to those behind the best. */
    private static final double SHARPNESS = 3;

    private final Lookup lookup;
    private final Map<Long, Reading> readings = new TreeMap<>();
    private final Map<Long, Double> cosines = new HashMap<>();

    Candidates(Lookup lookup) {
        this.lookup = lookup;
    }

    Collection<Long> ids() {
        return readings.keySet();
    }

    Reading reading(long id) {
        return Objects.requireNonNull(readings.get(id));
    }

    /** Whether a document of one of these kinds is among them. */
    boolean anyOf(Set<Long> kinds) {
        return readings.values().stream().anyMatch(reading -> !Collections.disjoint(reading.kinds(), kinds));
    }

    double cosine(long id) {
        return cosines.getOrDefault(id, 0.0);
    }

    /** Reads passages, those that have been read already apart. */
    void read(Collection<Long> ids) throws SQLException {
        Set<Long> unread = new TreeSet<>(ids);
        unread.removeAll(readings.keySet());
        lookup.passages(unread).forEach((id, compared) -> {
            readings.put(id, Reading.of(compared.passage()));
            cosines.put(id, compared.cosine());
        });
    }

    /** Returns the ids of some rankings. */
    static Set<Long> of(List<List<Ranked>> rankings) {
        Set<Long> ids = new TreeSet<>();
        rankings.forEach(ranking -> ranking.forEach(each -> ids.add(each.id())));
        return ids;
    }

    /** Returns how likely each answers a part of the question, by id. @param byWords a ranking for its words */
    Map<Long, Double> chances(Part part, List<Ranked> byWords) {
        Map<Long, Double> scores = new HashMap<>();
        byWords.forEach(
                each -> scores.put(each.id(), each.score() / byWords.get(0).score()));
        readings.forEach((id, reading) -> scores.merge(
                id, MEANING * cosine(id) + names(part.names(), reading) + date(part.date(), reading), Double::sum));
        return chances(scores);
    }

    /** Returns scores as chances: of the best one it is nearly sure. */
    static Map<Long, Double> chances(Map<Long, Double> scores) {
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Map<Long, Double> chances = new HashMap<>();
        scores.forEach((id, score) -> chances.put(id, SURE * Math.pow(Math.max(0, score / best), SHARPNESS)));
        return chances;
    }

    private static double names(List<Name> names, Reading reading) {
        double score = 0;
        for (Name name : names) {
            score += NAME * name.in(reading.text());
            if (name.forms().stream().anyMatch(reading.values()::contains)) {
                score += NAME_IN_FIELD;
            } else if (name.isIn(reading.head())) {
                score += NAME_IN_HEAD;
            }
        }
        return names.isEmpty() ? 0 : score / names.size();
    }

    private static double date(String date, Reading reading) {
        if (date.isEmpty() || !Dates.isIn(reading.text(), date)) {
            return 0;
        }
        return DATE + (Dates.isIn(reading.head(), date) ? DATE_IN_HEAD : 0);
    }

    /** Returns the likeliest. */
    static List<Long> top(Map<Long, Double> chances, int count) {
        List<Long> ids = new ArrayList<>(chances.keySet());
        ids.sort(Comparator.comparing((Long id) -> -chances.getOrDefault(id, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return ids.subList(0, Math.min(count, ids.size()));
    }
}
