package io.theforge.documents.score;

import org.jspecify.annotations.Nullable;

/** How many of how many. */
public record Share(long hits, long of) {
    /** Of the normal distribution, for 95 per cent. */
    private static final double Z = 1.959963984540054;

    /** Returns the share, 0 to 1; null of nothing. */
    public @Nullable Double value() {
        return of == 0 ? null : (Double) ((double) hits / of);
    }

    /** Returns the lower end of Wilson's interval of 95 per cent; null of nothing. */
    public @Nullable Double low() {
        return hits == 0 && of > 0 ? (Double) 0.0 : end(-1);
    }

    /** Returns its upper end; null of nothing. */
    public @Nullable Double high() {
        return hits == of && of > 0 ? (Double) 1.0 : end(1);
    }

    private @Nullable Double end(int side) {
        if (of == 0) {
            return null;
        }
        double share = (double) hits / of;
        double middle = share + Z * Z / (2 * of);
        double width = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return (middle + side * width) / (1 + Z * Z / of);
    }
}
