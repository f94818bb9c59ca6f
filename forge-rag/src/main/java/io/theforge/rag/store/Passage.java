package io.theforge.rag.store;

import io.theforge.rag.text.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chunk that is in the index.
 *
 * @param chunkId 32 hexadecimal digits
 * @param index its place among the chunks of its source, from 0
 * @param content what is read: the source's own text, in parts of a table after the table's head
 * @param place where that is in the source; null for chunks that another program has written
 * @param metadata the source's and its own, as it is answered
 */
public record Passage(
        String chunkId,
        String sourceId,
        String sourcePath,
        String sourceType,
        int index,
        String content,
        @Nullable Place place,
        Map<String, Object> metadata) {}
