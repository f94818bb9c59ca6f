package io.theforge.documents.text;

import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The choices of one document, or of one thing in it: a pure function of seed, what it is about, and how many came before. */
public final class Draw {
    private final long key;
    private final Map<String, Integer> taken = new HashMap<>();
    private long next;

    private Draw(long key) {
        this.key = key;
    }

    /** @param about what is chosen for, "minutes/2024-03-S00001" */
    public static Draw of(long seed, String about) {
        long key = Keys.key(seed, Stream.DOCUMENT);
        for (int i = 0; i < about.length(); i++) {
            key = Keys.derive(key, about.charAt(i));
        }
        return new Draw(key);
    }

    /** Returns a whole number from 0 to one less than the bound. */
    public int below(int bound) {
        return Keys.below(key, next++, bound);
    }

    /** @return a whole number, both ends included */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public boolean chance(double probability) {
        return Keys.uniform(key, next++) < probability;
    }

    public <T> T pick(List<T> things) {
        return things.get(below(things.size()));
    }

    /** Returns a place in a list; no place twice before all were had. @param list its name */
    int fresh(String list, int size) {
        int start = taken.computeIfAbsent(list + "#", name -> below(size));
        int stride = taken.computeIfAbsent(list + "*", name -> coprime(below(size) + 1, size));
        int round = taken.merge(list, 1, Integer::sum) - 1;
        return (start + round * stride) % size;
    }

    private static int coprime(int number, int size) {
        int coprime = number;
        while (gcd(coprime, size) != 1) {
            coprime++;
        }
        return coprime;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
