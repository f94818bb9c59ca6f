package io.theforge.rag.agent.passage;

import io.theforge.rag.agent.Citation;
import io.theforge.rag.store.Passage;
import io.theforge.rag.text.Place;
import java.util.List;

/**
 * A sentence, an item of a list or a row of a table.
 *
 * @param start where it begins in the passage's content, in chars
 * @param end behind its last char
 * @param text without a list's mark
 * @param before the sentence before it in its paragraph; empty where there is none
 * @param heading above it in the passage, or that of the passage
 * @param header of a row's table; empty for others
 * @param cells of a row; empty for others
 */
public record Statement(
        Passage passage,
        int start,
        int end,
        String text,
        String before,
        String heading,
        List<String> header,
        List<String> cells) {

    public boolean isRow() {
        return !cells.isEmpty();
    }

    /** Returns where it stands in its source; the whole passage where that is not known. */
    public Citation citation() {
        Place place = passage.place();
        String content = passage.content();
        if (place == null) {
            return new Citation(
                    passage.sourcePath(), passage.chunkId(), 0, content.codePointCount(0, content.length()));
        }
        return new Citation(
                passage.sourcePath(),
                passage.chunkId(),
                place.inSource(content.codePointCount(0, start)),
                place.inSource(content.codePointCount(0, end)));
    }
}
