package io.theforge.rag.store;

import io.theforge.rag.store.Lookup.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** In which chunks words stand, and the rankings that come of it: BM25 with its usual constants. */
final class Postings {
    /** A posting is one number: the chunk, how often the word is there, how long the chunk is. */
    static final String PACKED = "CAST(chunk AS bigint) * 16777216 + least(times, 255) * 65536 + least(tokens, 65535)";

    private static final int CHUNK_BITS = 24;
    private static final int TIMES_BITS = 16;
    private static final Ranked[] NONE = {};
    private static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparingDouble((Ranked each) -> -each.score()).thenComparingLong(Ranked::id);

    private final double total;
    private final double averageTokens;
    private final @Nullable BitSet among;
    private final Map<Long, Word> words = new HashMap<>();

    /** What a word is worth in each chunk that has it, in the chunks' order. */
    private record Word(int[] chunks, double[] scores) {
        static final Word NOWHERE = new Word(new int[0], new double[0]);
    }

    /** @param total how many chunks there are @param among the chunks behind a filter; null for all */
    Postings(double total, double averageTokens, @Nullable BitSet among) {
        this.total = total;
        this.averageTokens = averageTokens;
        this.among = among;
    }

    /** Returns those of which nothing is known yet. */
    List<Long> unknown(List<? extends Collection<Long>> questions) {
        return questions.stream()
                .flatMap(Collection::stream)
                .distinct()
                .filter(word -> !words.containsKey(word))
                .toList();
    }

    /** Takes note that these stand nowhere, as long as nothing else is said. */
    void addNowhere(Collection<Long> some) {
        some.forEach(word -> words.put(word, Word.NOWHERE));
    }

    /** @param packed postings with commas between */
    void add(long word, String packed) {
        long[] postings =
                new long[(int) packed.chars().filter(sign -> sign == ',').count() + 1];
        int count = 0;
        for (int at = 0; at < packed.length(); at++) {
            long posting = 0;
            for (; at < packed.length() && packed.charAt(at) != ','; at++) {
                posting = posting * 10 + packed.charAt(at) - '0';
            }
            if (among == null || among.get((int) (posting >> CHUNK_BITS))) {
                postings[count++] = posting;
            }
        }
        Arrays.sort(postings, 0, count);
        double weight = Math.log(1 + (total - count + 0.5) / (count + 0.5));
        int[] chunks = new int[count];
        double[] scores = new double[count];
        for (int i = 0; i < count; i++) {
            chunks[i] = (int) (postings[i] >> CHUNK_BITS);
            double times = postings[i] >> TIMES_BITS & 0xff;
            double tokens = postings[i] & 0xffff;
            scores[i] = weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * tokens / averageTokens));
        }
        words.put(word, new Word(chunks, scores));
    }

    /** Ranks as {@link Lookup#byWords} says; all words have to be known. */
    List<List<Ranked>> rankings(List<? extends Collection<Long>> questions, int count) {
        Map<Long, Word> asked = new HashMap<>();
        questions.forEach(question ->
                question.forEach(word -> asked.put(word, words.getOrDefault(word, Word.NOWHERE))));
        int[] chunks = asked.values().stream()
                .flatMapToInt(word -> Arrays.stream(word.chunks))
                .sorted()
                .distinct()
                .toArray();
        Map<Long, int[]> places = new HashMap<>();
        asked.forEach((word, where) -> places.put(word, places(where.chunks, chunks)));
        List<List<Ranked>> rankings = new ArrayList<>();
        for (Collection<Long> question : questions) {
            double[] scores = new double[chunks.length];
            for (Long word : question) {
                double[] own = words.getOrDefault(word, Word.NOWHERE).scores;
                int[] at = places.getOrDefault(word, new int[0]);
                for (int i = 0; i < at.length; i++) {
                    scores[at[i]] += own[i];
                }
            }
            rankings.add(best(chunks, scores, count));
        }
        return rankings;
    }

    private static int[] places(int[] some, int[] all) {
        int[] places = new int[some.length];
        int at = 0;
        for (int i = 0; i < some.length; i++) {
            while (all[at] < some[i]) {
                at++;
            }
            places[i] = at;
        }
        return places;
    }

    private static List<Ranked> best(int[] chunks, double[] scores, int count) {
        PriorityQueue<Ranked> best = new PriorityQueue<>(BEST_FIRST.reversed());
        double least = 0;
        for (int i = 0; i < chunks.length; i++) {
            double score = Math.round(scores[i] * 1e6) / 1e6;
            if (score > least) {
                best.add(new Ranked(chunks[i], score));
                if (best.size() > count) {
                    best.remove();
                    least = best.element().score();
                }
            }
        }
        Ranked[] sorted = best.toArray(NONE);
        Arrays.sort(sorted, BEST_FIRST);
        return List.of(sorted);
    }
}
