package io.theforge.documents.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An answer in words with more around it: it is right when nothing else in it could be an answer. */
final class Sentence {
    /** What a sentence may have beside the answer and words of the question. */
    private static final Set<String> LITTLE = Set.of(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "it",
            "its",
            "there",
            "they",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "did",
            "do",
            "does",
            "of",
            "in",
            "on",
            "at",
            "to",
            "by",
            "for",
            "from",
            "with",
            "as",
            "and",
            "than",
            "which",
            "who",
            "answer",
            "called",
            "named",
            "name",
            "because",
            "so",
            "according",
            "document",
            "documents",
            "more",
            "most");

    /** What makes it several answers. */
    private static final Set<String> ALTERNATIVES = Set.of("or", "either", "except", "unless", "versus", "vs");

    /** What makes it another answer, unless the answer is "no". */
    private static final Set<String> DENIALS = Set.of(
            "not", "no", "neither", "nor", "never", "isn't", "wasn't", "doesn't", "didn't", "aren't", "weren't",
            "don't", "cannot", "can't");

    private final List<String> words;
    private final List<String> question;
    private final Set<String> usual;

    Sentence(String answer, String question) {
        this.words = Words.of(answer);
        this.question = Words.of(question);
        this.usual = new HashSet<>(LITTLE);
        usual.addAll(this.question);
    }

    /** Returns whether it says this. What the question names itself, such as one of two that are compared, has to come first. */
    boolean says(String form) {
        List<String> said = Words.of(Words.normal(form));
        int place = Words.place(said, words);
        if (place < 0 || (Words.place(said, question) >= 0 && !LITTLE.containsAll(words.subList(0, place)))) {
            return false;
        }
        boolean isNo = said.equals(List.of("no"));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isSaid = (i >= place && i < place + said.size()) || (isNo && DENIALS.contains(word));
            if (!isSaid && (ALTERNATIVES.contains(word) || DENIALS.contains(word) || !usual.contains(word))) {
                return false;
            }
        }
        return true;
    }
}
