package io.theforge.documents.score;

import org.jspecify.annotations.Nullable;

/**
 * Questions of one type, of one difficulty, or all.
 *
 * @param name "all", a type or a difficulty
 * @param answered that have a line; each is right, wrong or refused where answers were given at all
 * @param refused answers that are none, where there is one
 * @param missing that have no line; they count as wrong
 * @param right of all questions; null where no line has an answer
 * @param exact those of them that are an accepted form word by word; null likewise
 * @param retrieval over the questions that have evidence; null where there are none, or no line tells what was retrieved
 * @param documents citations by document; null likewise
 * @param spans citations by character; null likewise, and where they name no spans
 */
public record GroupScore(
        String name,
        long questions,
        long answered,
        long wrong,
        long refused,
        long missing,
        @Nullable Share right,
        @Nullable Share exact,
        @Nullable RetrievalScore retrieval,
        @Nullable CitationScore documents,
        @Nullable CitationScore spans) {

    /**
     * Means over questions, those without a line with 0.
     *
     * @param level "document", "span", or "mixed"
     * @param recallAt1 share of the evidence that the first has hit; likewise the first 3, 5, 10
     */
    public record RetrievalScore(
            String level,
            long questions,
            double recallAt1,
            double recallAt3,
            double recallAt5,
            double recallAt10,
            double mrr,
            double ndcgAt10) {}

    /**
     * Means over questions.
     *
     * @param precision over those that have a citation; null where there are none
     * @param recall over all, those without a citation with 0
     */
    public record CitationScore(long questions, @Nullable Double precision, double recall) {}
}
