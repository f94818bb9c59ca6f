package io.theforge.documents.score;

import io.theforge.documents.grade.Grade;
import io.theforge.documents.score.GroupScore.CitationScore;
import io.theforge.documents.score.GroupScore.RetrievalScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums over the questions of a group. */
final class Tally {
    private final long[] grades = new long[Grade.values().length];
    private long questions;
    private long exact;
    private long withEvidence;
    private final double[] recall = new double[Retrieval.CUTS.length];
    private double reciprocalRank;
    private double ndcg;
    private long byDocument;
    private long bySpan;
    private final Citations documents = new Citations();
    private final Citations spans = new Citations();

    /** Sums over the questions whose citations can be held against evidence. */
    private static final class Citations {
        private long questions;
        private long cited;
        private double precision;
        private double recall;

        void add(@Nullable Overlap overlap) {
            questions++;
            if (overlap != null) {
                cited++;
                precision += overlap.precision();
                recall += overlap.recall();
            }
        }

        CitationScore score() {
            return new CitationScore(questions, cited == 0 ? null : (Double) (precision / cited), recall / questions);
        }
    }

    void add(Grade grade, boolean isExact) {
        questions++;
        grades[grade.ordinal()]++;
        exact += grade == Grade.RIGHT && isExact ? 1 : 0;
    }

    /** Takes what was found for a question with evidence; nothing where it has no answer. */
    void addFound(List<Span> retrieved, List<Span> citations, List<Span> evidence) {
        withEvidence++;
        boolean hasSpans = retrieved.stream().noneMatch(Span::isWhole);
        Retrieval found = hasSpans
                ? Retrieval.of(retrieved, evidence, Span::overlaps)
                : Retrieval.of(
                        documents(retrieved),
                        documents(evidence).stream().distinct().toList(),
                        String::equals);
        for (int i = 0; i < recall.length; i++) {
            recall[i] += found.recall()[i];
        }
        reciprocalRank += found.reciprocalRank();
        ndcg += found.ndcg();
        byDocument += hasSpans ? 0 : 1;
        bySpan += hasSpans && !retrieved.isEmpty() ? 1 : 0;
        documents.add(citations.isEmpty() ? null : Overlap.ofDocuments(citations, evidence));
        if (citations.stream().noneMatch(Span::isWhole)) {
            spans.add(citations.isEmpty() ? null : Overlap.ofSpans(citations, evidence));
        }
    }

    private static List<String> documents(List<Span> spans) {
        return spans.stream().map(Span::document).toList();
    }

    long questions() {
        return questions;
    }

    long count(Grade grade) {
        return grades[grade.ordinal()];
    }

    /** Returns whether any citation names a span. */
    boolean citesSpans() {
        return spans.cited > 0;
    }

    boolean isMixed() {
        return byDocument > 0 && bySpan > 0;
    }

    /** @param given which fields any line has */
    GroupScore score(String name, GivenFields given, boolean citesSpans) {
        long missing = count(Grade.MISSING);
        return new GroupScore(
                name,
                questions,
                questions - missing,
                given.answer() ? count(Grade.WRONG) : 0,
                given.answer() ? count(Grade.REFUSED) : 0,
                missing,
                given.answer() ? new Share(count(Grade.RIGHT), questions) : null,
                given.answer() ? new Share(exact, questions) : null,
                given.retrieved() && withEvidence > 0 ? retrieval() : null,
                given.citations() && withEvidence > 0 ? documents.score() : null,
                given.citations() && citesSpans && spans.questions > 0 ? spans.score() : null);
    }

    private RetrievalScore retrieval() {
        return new RetrievalScore(
                isMixed() ? "mixed" : bySpan > 0 ? "span" : "document",
                withEvidence,
                recall[0] / withEvidence,
                recall[1] / withEvidence,
                recall[2] / withEvidence,
                recall[3] / withEvidence,
                reciprocalRank / withEvidence,
                ndcg / withEvidence);
    }
}
