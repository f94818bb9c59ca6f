package io.theforge.plan;

import io.theforge.config.model.Share;
import java.util.List;

/**
 * Gives one name after another so that at every moment each has had its share: the next one goes to the name with the
 * largest {@code share * (given + 1) - had}, the first in the list where several lie level.
 */
final class Apportionment {
    private final List<Share> shares;
    private final int[] had;
    private int given;

    /** @param skipped names passed over at the beginning, so that groups side by side do not all start alike */
    Apportionment(List<Share> shares, int skipped) {
        this.shares = shares;
        had = new int[shares.size()];
        for (int i = 0; i < skipped % shares.size(); i++) {
            next();
        }
    }

    /** Returns the index in the list of the name that is next. */
    int next() {
        given++;
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < had.length; i++) {
            double deficit = shares.get(i).share() * given - had[i];
            if (deficit > largest) {
                largest = deficit;
                best = i;
            }
        }
        had[best]++;
        return best;
    }
}
