package io.theforge.rag.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Chooses passages that together answer all parts of a question: each next one adds most to what the ones before do not have. */
final class Selection {
    private final List<Map<Long, Double>> chances = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** Adds a part of the question. @param chance how likely each passage answers it, 0 to 1, by id @param weight how much that is worth */
    void add(Map<Long, Double> chance, double weight) {
        chances.add(chance);
        weights.add(weight);
    }

    /** Returns the chosen ones, the best first; of equals the older first. */
    List<Long> best(Collection<Long> ids, int count) {
        double[] open = weights.stream().mapToDouble(Double::doubleValue).toArray();
        TreeSet<Long> left = new TreeSet<>(ids);
        List<Long> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            long best = left.first();
            double most = -1;
            for (long id : left) {
                double gain = 0;
                for (int part = 0; part < open.length; part++) {
                    gain += open[part] * chances.get(part).getOrDefault(id, 0.0);
                }
                if (gain > most) {
                    most = gain;
                    best = id;
                }
            }
            chosen.add(best);
            left.remove(best);
            for (int part = 0; part < open.length; part++) {
                open[part] *= 1 - chances.get(part).getOrDefault(best, 0.0);
            }
        }
        return chosen;
    }
}
