package io.theforge.documents.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures, beside what paper and pencil make of them. */
class MetricsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void evidenceCountsWhereItIsFirstHit() {
        Retrieval found = Retrieval.of(List.of("x", "a", "a", "b"), List.of("a", "b"), String::equals);

        assertThat(found.recall()).containsExactly(0, 0.5, 1, 1);
        assertThat(found.reciprocalRank()).isEqualTo(0.5);
        // (1 / log2 3 + 1 / log2 5) / (1 + 1 / log2 3) = (0.630930 + 0.430677) / 1.630930
        assertThat(found.ndcg()).isEqualTo(0.650921, within(1e-6));
    }

    @Test
    void theBestOrderIsOneAndNothingIsZero() {
        Retrieval best = Retrieval.of(List.of("a", "b"), List.of("a", "b"), String::equals);
        assertThat(best.ndcg()).isEqualTo(1, EXACT);
        assertThat(best.reciprocalRank()).isEqualTo(1);
        assertThat(best.recall()).containsExactly(0.5, 1, 1, 1);
        Retrieval none = Retrieval.of(List.of("x"), List.of("a"), String::equals);
        assertThat(none.recall()).containsOnly(0);
        assertThat(none.ndcg() + none.reciprocalRank()).isZero();
        assertThat(Retrieval.of(List.of(), List.of("a"), String::equals).ndcg()).isZero();
    }

    @Test
    void theEleventhCountsForTheRankAlone() {
        List<String> late = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");
        Retrieval found = Retrieval.of(late, List.of("a"), String::equals);

        assertThat(found.recall()).containsOnly(0);
        assertThat(found.ndcg()).isZero();
        assertThat(found.reciprocalRank()).isEqualTo(1.0 / 11, EXACT);
    }

    @Test
    void aSpanThatHoldsTwoPiecesCountsForBoth() {
        List<Span> evidence = List.of(new Span("d", 10, 20), new Span("d", 30, 40));
        Retrieval found = Retrieval.of(List.of(new Span("d", 0, 100)), evidence, Span::overlaps);

        assertThat(found.recall()).containsOnly(1);
        assertThat(found.ndcg()).isEqualTo(1, EXACT);
        assertThat(new Span("d", 0, 10).overlaps(evidence.get(0)))
                .as("the end is not in it")
                .isFalse();
        assertThat(new Span("e", 0, 100).overlaps(evidence.get(0))).isFalse();
    }

    @Test
    void citationsShareCharactersEachOnce() {
        Overlap overlap = Overlap.ofSpans(
                List.of(new Span("d", 5, 15), new Span("d", 12, 25), new Span("e", 0, 10)),
                List.of(new Span("d", 10, 20)));

        assertThat(overlap).isEqualTo(new Overlap(30, 10, 10));
        assertThat(overlap.precision()).isEqualTo(1.0 / 3, EXACT);
        assertThat(overlap.recall()).isEqualTo(1);
        assertThat(Overlap.ofDocuments(
                        List.of(Span.whole("d"), new Span("d", 0, 1), Span.whole("e")),
                        List.of(new Span("d", 1, 2), new Span("f", 1, 2))))
                .isEqualTo(new Overlap(2, 2, 1));
    }

    @Test
    void anIntervalIsWilsons() {
        // Newcombe 1998, table I: 81 of 263 has 0.2553 to 0.3662, 15 of 148 has 0.0624 to 0.1605, 0 of 20 has 0 to
        // 0.1611
        assertThat(new Share(81, 263).low()).isEqualTo(0.2553, within(5e-5));
        assertThat(new Share(81, 263).high()).isEqualTo(0.3662, within(5e-5));
        assertThat(new Share(15, 148).low()).isEqualTo(0.0624, within(5e-5));
        assertThat(new Share(15, 148).high()).isEqualTo(0.1605, within(5e-5));
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isEqualTo(0.1611, within(5e-5));
        assertThat(new Share(20, 20).high()).isEqualTo(1);
        assertThat(new Share(0, 0).low()).isNull();
    }
}
