package io.theforge.documents.question;

import io.theforge.documents.Document;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Questions about a set of documents: a pure function of it. What a question needs is stated in one place only, so that each of its spans of
 * evidence is needed and no other place would do.
 *
 * @param questions each with a text of its own, by type
 * @param leftOut sentences that say which types or subjects are not asked about, and why
 */
public record QuestionSet(List<Question> questions, List<String> leftOut) {

    /** Asks eight questions for every five documents, the types in equal parts as far as there is enough to ask. */
    public static QuestionSet of(DocumentSet documents) {
        return of(documents, documents.size() * 8 / 5);
    }

    /** @param count how many; fewer where there is not so much to ask */
    public static QuestionSet of(DocumentSet documents, int count) {
        return of(documents.shop(), documents.house(), documents.all(), count);
    }

    /** The same of documents that are written already. @param documents all of the set, in its order */
    public static QuestionSet of(Shop shop, House house, List<Document> documents, int count) {
        Stated stated = new Stated(documents);
        List<TypedQuestions> types = types(shop, house, stated, new Figures(documents));
        Map<String, List<Draft>> drafts = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        int left = count;
        // a round of each type, so that what one lacks the others have
        for (boolean more = true; more && left > 0; ) {
            more = false;
            for (TypedQuestions type : types) {
                Draft draft = left > 0 ? type.next(asked) : null;
                if (draft != null) {
                    drafts.computeIfAbsent(type.type(), key -> new ArrayList<>())
                            .add(draft);
                    left--;
                    more = true;
                }
            }
        }
        List<Question> questions = new ArrayList<>();
        for (String type : Question.TYPES) {
            for (Draft draft : drafts.getOrDefault(type, List.of())) {
                questions.add(question(questions.size() + 1, type, draft, stated));
            }
        }
        return new QuestionSet(List.copyOf(questions), LeftOut.of(drafts.keySet(), stated));
    }

    private static List<TypedQuestions> types(Shop shop, House house, Stated stated, Figures figures) {
        Wording wording = new Wording(shop);
        Map<String, List<List<Statement>>> runs = Runs.of(stated);
        Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
        patterns.put("single_fact", Facts.of(stated, wording, false));
        patterns.put("table_fact", Facts.of(stated, wording, true));
        patterns.put("two_documents", Chains.of(stated, wording, shop, house));
        patterns.put("comparison", Comparisons.of(stated, wording));
        patterns.put("over_time", Developments.of(runs, wording));
        patterns.put("computed", Computations.of(stated, runs, wording));
        patterns.put("superseded", Versions.of(stated, wording, house));
        patterns.put("unanswerable", Gaps.of(stated, wording, shop, house, figures));
        patterns.put("ambiguous", Readings.of(stated, wording, shop));
        patterns.put("injection", Commands.of(stated, wording));
        long seed = shop.plan().config().seed();
        return Question.TYPES.stream()
                .map(type -> new TypedQuestions(type, seed, patterns.getOrDefault(type, List.of())))
                .toList();
    }

    private static Question question(int number, String type, Draft draft, Stated stated) {
        List<Evidence> evidence = draft.evidence().stream()
                .map(told -> new Evidence(told.document(), told.start(), told.end(), told.heading()))
                .distinct()
                .toList();
        return new Question(
                String.format(Locale.ROOT, "q%04d", number),
                draft.question(),
                type,
                draft.reply().answer(),
                draft.reply().accepted(),
                draft.reply().tolerance(),
                Difficulty.of(draft, stated),
                evidence,
                draft.sql(),
                draft.command());
    }
}
