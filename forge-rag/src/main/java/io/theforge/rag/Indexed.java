package io.theforge.rag;

import java.util.Locale;

/**
 * What has become of a source.
 *
 * @param chunksCreated 0 where it was there unchanged
 * @param tokensProcessed about how many the embedding model has read
 */
public record Indexed(
        String sourceId, String sourcePath, int chunksCreated, long tokensProcessed, double durationMs, Status status) {

    /** Whether it was new. */
    public enum Status {
        INDEXED,
        UPDATED,
        UNCHANGED;

        /** As the interface writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
