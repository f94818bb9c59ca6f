package io.theforge.database.realism;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a dataset beside those of real shops.
 *
 * @param scenario the dataset's, null when it has none
 * @param whyNothingIsPromised the end of a sentence; null when the scenario's promises hold
 * @param lines what the scenario promises first
 */
public record RealismCard(
        @Nullable String scenario, @Nullable String whyNothingIsPromised, List<Line> lines) {

    /** How a figure stands to its band. */
    public enum Status {
        INSIDE,
        OUTSIDE,
        /** Outside, or not to be measured, although the scenario promises it. */
        BROKEN,
        /** No band to hold it against, or too few rows to measure it. */
        UNJUDGED
    }

    /**
     * One figure.
     *
     * @param name stable, "zero_share"
     * @param meaning with its unit
     * @param figure null when there are too few rows to measure it
     * @param band null when no figure of real shops is known
     * @param promised whether the scenario promises that the figure lies in the band
     */
    public record Line(
            String name,
            String meaning,
            @Nullable Double figure,
            @Nullable Band band,
            boolean promised) {
        public Status status() {
            if (figure != null && band != null && figure >= band.low() && figure <= band.high()) {
                return Status.INSIDE;
            }
            if (promised) {
                return Status.BROKEN;
            }
            return figure == null || band == null ? Status.UNJUDGED : Status.OUTSIDE;
        }
    }

    public RealismCard {
        lines = List.copyOf(lines);
    }

    /** Whether every promise is kept. */
    public boolean kept() {
        return lines.stream().noneMatch(line -> line.status() == Status.BROKEN);
    }
}
