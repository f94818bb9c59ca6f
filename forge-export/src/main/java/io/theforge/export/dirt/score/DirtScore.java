package io.theforge.export.dirt.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well rejections fit a ledger.
 *
 * @param rejected rows that were rejected, each once
 * @param dirty rows that the ledger has an injection on
 * @param hits rejected rows that are dirty
 * @param cleanRejected rejected rows that are clean; what is left of the rejected rows counts neither way
 * @param all all injections as if they were one kind
 * @param kinds in the order in which the ledger has them
 * @param missed what was not found, worst first
 * @param falseAlarms clean rows that were rejected: the first few
 * @param notes what else there is to know, as sentences
 */
public record DirtScore(
        long rejected,
        long dirty,
        long hits,
        long cleanRejected,
        KindScore all,
        List<KindScore> kinds,
        List<Missed> missed,
        List<String> falseAlarms,
        List<String> notes) {

    /** Returns how many rejected rows count neither way: originals beside their copies, rows of files that are spoilt as a whole. */
    public long notCounted() {
        return rejected - hits - cleanRejected;
    }

    /**
     * One kind of dirt.
     *
     * @param injections in the ledger
     * @param toFind those that can be detected and have a line
     * @param found those of them whose line was rejected
     * @param precision share of the rejections that are right, 0 to 1; null where there are none
     */
    public record KindScore(
            String kind,
            long injections,
            long toFind,
            long found,
            @Nullable Double precision) {
        /** Returns the share of what is to be found that was found; null where nothing is. */
        public @Nullable Double recall() {
            return toFind == 0 ? null : (Double) ((double) found / toFind);
        }

        /**
         * Returns the harmonic mean of precision and recall: 0 where nothing was found; null where nothing is to be found, or what was
         * found was not rejected for this kind.
         */
        public @Nullable Double f1() {
            Double recall = recall();
            if (recall == null || (precision == null && recall > 0)) {
                return null;
            }
            return precision == null || precision + recall == 0
                    ? (Double) 0.0
                    : (Double) (2 * precision * recall / (precision + recall));
        }
    }

    /**
     * Injections of one kind in one column that were not found.
     *
     * @param severity in the ledger's words
     * @param column empty for whole rows
     * @param missed how many
     * @param toFind of how many
     * @param examples the first few
     */
    public record Missed(
            String kind, String severity, String column, long missed, long toFind, List<Example> examples) {}

    /** An injection. @param clean what was there; null where nothing was @param dirty what is there now, likewise */
    public record Example(
            String file,
            long line,
            @Nullable String clean,
            @Nullable String dirty) {}
}
