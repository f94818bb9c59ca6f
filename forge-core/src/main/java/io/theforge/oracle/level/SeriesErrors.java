package io.theforge.oracle.level;

import java.util.BitSet;

/** The errors of single series, added up: all that is kept of them once they have been gone through. */
final class SeriesErrors {
    final FoldErrors byFold;
    final BitSet scored = new BitSet();
    final double[] absolute;
    double sold;

    SeriesErrors(int cutoffs, int contestants) {
        byFold = new FoldErrors(cutoffs, contestants);
        absolute = new double[contestants];
    }

    /** Into the level of the single series. */
    void mergeInto(LevelScores scores) {
        scores.errors(Level.SERIES).merge(byFold);
        scores.scored(Level.SERIES).or(scored);
        scores.addUnits(Level.SERIES, sold);
        for (int c = 0; c < absolute.length; c++) {
            scores.addAbsoluteError(Level.SERIES, c, absolute[c]);
        }
    }
}
