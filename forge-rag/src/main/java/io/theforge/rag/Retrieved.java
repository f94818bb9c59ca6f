package io.theforge.rag;

import java.util.List;

/**
 * What a query has found.
 *
 * @param results the best first
 * @param totalChunksSearched how many chunks there are behind the filter
 */
public record Retrieved(
        List<Hit> results, double queryEmbeddingTimeMs, double searchTimeMs, long totalChunksSearched) {}
