package io.theforge.rag.agent;

/**
 * A passage that an answer rests on.
 *
 * @param start where it begins in the source's text, in Unicode code points
 * @param end where it ends
 */
public record Citation(String sourcePath, String chunkId, int start, int end) {}
