package io.theforge.rag.store;

import java.time.Instant;
import java.util.Map;

/**
 * A text that is in the index.
 *
 * @param sourceId 32 hexadecimal digits
 * @param sourceType markdown or openapi, or what another program has written
 * @param sourcePath its name; with the type it is there once
 * @param chunkCount into how many chunks it is cut
 * @param contentHash SHA-256 of its text, 64 hexadecimal digits
 * @param metadata what came with it
 */
public record Source(
        String sourceId,
        String sourceType,
        String sourcePath,
        int chunkCount,
        String contentHash,
        Instant indexedAt,
        Map<String, Object> metadata) {}
