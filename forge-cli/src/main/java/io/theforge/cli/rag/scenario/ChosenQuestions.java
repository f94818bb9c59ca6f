package io.theforge.cli.rag.scenario;

import io.theforge.documents.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some of the questions. */
public final class ChosenQuestions {
    private ChosenQuestions() {}

    /** Returns so many, the types in equal parts as far as there are enough, evenly spread in each; all where there are not so many. */
    public static List<Question> of(List<Question> all, int count) {
        Map<String, List<Question>> byType = new LinkedHashMap<>();
        all.forEach(question -> byType.computeIfAbsent(question.type(), type -> new ArrayList<>())
                .add(question));
        Map<String, Integer> shares = new LinkedHashMap<>();
        int left = Math.min(count, all.size());
        while (left > 0) {
            for (Map.Entry<String, List<Question>> type : byType.entrySet()) {
                int share = shares.getOrDefault(type.getKey(), 0);
                if (left > 0 && share < type.getValue().size()) {
                    shares.put(type.getKey(), share + 1);
                    left--;
                }
            }
        }
        List<Question> chosen = new ArrayList<>();
        shares.forEach((type, share) -> {
            List<Question> there = byType.getOrDefault(type, List.of());
            for (int i = 0; i < share; i++) {
                chosen.add(there.get((int) ((long) i * there.size() / share)));
            }
        });
        return chosen;
    }
}
