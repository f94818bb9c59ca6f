package io.theforge.rag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.rag.store.Lookup.Ranked;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rankings by words. */
class PostingsTest {
    private static final int TOKENS = 100;

    private final Postings postings = new Postings(1000, TOKENS, null);

    @Test
    void theScoreIsBm25() {
        postings.add(7, posting(3, 2, TOKENS) + "," + posting(1, 1, 2 * TOKENS));
        double weight = Math.log(1 + (1000 - 2 + 0.5) / 2.5);
        List<Ranked> ranking = postings.rankings(List.of(List.of(7L)), 10).get(0);
        assertThat(ranking).extracting(Ranked::id).containsExactly(3L, 1L);
        assertThat(ranking.get(0).score()).isCloseTo(weight * 2 * 2.2 / 3.2, within(1e-6));
        assertThat(ranking.get(1).score()).isCloseTo(weight * 2.2 / (1 + 1.2 * 1.75), within(1e-6));
    }

    @Test
    void wordsAddUpAndOfEqualsTheOlderComesFirst() {
        postings.add(7, posting(30, 1, TOKENS) + "," + posting(4, 1, TOKENS) + "," + posting(2, 1, TOKENS));
        postings.add(8, posting(30, 1, TOKENS));
        assertThat(postings.rankings(List.of(List.of(7L, 8L), List.of(8L)), 2))
                .satisfiesExactly(
                        both -> assertThat(both).extracting(Ranked::id).containsExactly(30L, 2L),
                        one -> assertThat(one).extracting(Ranked::id).containsExactly(30L));
    }

    @Test
    void nothingIsAskedTwice() {
        postings.addNowhere(List.of(1L, 2L));
        postings.add(2, posting(5, 1, TOKENS));
        assertThat(postings.unknown(List.of(List.of(1L, 3L), List.of(3L, 2L)))).containsExactly(3L);
        assertThat(postings.rankings(List.of(List.of(1L)), 10)).containsExactly(List.of());
    }

    @Test
    void chunksThatTheFilterLeavesOutDoNotCount() {
        BitSet among = new BitSet();
        among.set(5);
        Postings filtered = new Postings(1, TOKENS, among);
        filtered.add(7, posting(5, 1, TOKENS) + "," + posting(6, 1, TOKENS));
        List<Ranked> ranking = filtered.rankings(List.of(List.of(7L)), 10).get(0);
        assertThat(ranking).containsExactly(new Ranked(5, Math.round(Math.log(1 + 0.5 / 1.5) * 1e6) / 1e6));
    }

    private static String posting(long chunk, int times, int tokens) {
        return Long.toString(chunk * 16777216 + times * 65536L + tokens);
    }
}
