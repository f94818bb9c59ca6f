package io.theforge.documents.score;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * How early a list has the evidence. Each piece counts where it is first hit. An element that hits several gains each of them.
 *
 * @param recall by {@link #CUTS}: the share of the evidence that the first k have hit
 * @param reciprocalRank of the first hit; 0 without any
 * @param ndcg normalised discounted cumulative gain of the first ten, with gain 1 for each piece; at most 1
 */
record Retrieval(double[] recall, double reciprocalRank, double ndcg) {
    static final int[] CUTS = {1, 3, 5, 10};
    private static final int NDCG_CUT = 10;

    static final Retrieval NOTHING = new Retrieval(new double[CUTS.length], 0, 0);

    /** @param evidence not empty @param hits whether an element has a piece of evidence */
    static <T> Retrieval of(List<T> retrieved, List<T> evidence, BiPredicate<T, T> hits) {
        BitSet found = new BitSet();
        double[] recall = new double[CUTS.length];
        double reciprocalRank = 0;
        double gain = 0;
        for (int rank = 1; rank <= retrieved.size(); rank++) {
            int before = found.cardinality();
            for (int i = 0; i < evidence.size(); i++) {
                if (hits.test(retrieved.get(rank - 1), evidence.get(i))) {
                    found.set(i);
                }
            }
            int news = found.cardinality() - before;
            if (news > 0 && reciprocalRank == 0) {
                reciprocalRank = 1.0 / rank;
            }
            gain += rank <= NDCG_CUT ? news * discount(rank) : 0;
            for (int i = 0; i < CUTS.length; i++) {
                if (rank <= CUTS[i]) {
                    recall[i] = (double) found.cardinality() / evidence.size();
                }
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(evidence.size(), NDCG_CUT); rank++) {
            ideal += discount(rank);
        }
        return new Retrieval(recall, reciprocalRank, Math.min(1, gain / ideal));
    }

    private static double discount(int rank) {
        return StrictMath.log(2) / StrictMath.log(rank + 1.0);
    }
}
