package io.theforge.plan;

import io.theforge.random.Keys;
import java.util.List;

/**
 * Words, or things that have names, dealt in an order that the key decides, each once before any comes again.
 *
 * <p>The order is a stride around the list, coprime to its length and near the middle, so that neighbours in the list
 * are dealt far apart; every further round starts one word later, so that other things meet a word.
 */
final class Deck<T> {
    private final List<T> words;
    private final long offset;
    private final long stride;
    private long dealt;

    Deck(List<T> words, long key) {
        this.words = words;
        int size = words.size();
        offset = Keys.below(key, 0, size);
        long candidate = size / 4 + 1L + Keys.below(key, 1, size / 2 + 1);
        while (gcd(candidate, size) != 1) {
            candidate++;
        }
        stride = candidate;
    }

    T next() {
        int size = words.size();
        long position = (offset + dealt * stride + dealt / size) % size;
        dealt++;
        return words.get((int) position);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
