package io.theforge.rag.find;

import io.theforge.rag.store.Passage;
import io.theforge.rag.text.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A passage as it is read: with what its document says of itself.
 *
 * @param title its document's, and the headings above it
 * @param head the fields of the document, and the title
 * @param text the head, then the passage
 * @param values of the fields
 * @param kinds words that say what kind of document it is: its folders and the names of its fields
 */
record Reading(Passage passage, String title, String head, String text, Set<String> values, Set<Long> kinds) {

    static Reading of(Passage passage) {
        String title = passage.place() == null ? "" : passage.place().heading();
        StringBuilder head = new StringBuilder();
        StringBuilder kinds = new StringBuilder();
        kinds.append(passage.sourcePath(), 0, Math.max(0, passage.sourcePath().lastIndexOf('/')));
        Set<String> values = new HashSet<>();
        if (passage.metadata().get("front_matter") instanceof Map<?, ?> fields) {
            if (fields.get("title") instanceof String own) {
                title = own + "\n" + title;
            }
            fields.forEach((field, value) -> {
                head.append(field).append(": ").append(value).append('\n');
                kinds.append(' ').append(field);
                values.add(String.valueOf(value));
            });
        }
        head.append(title).append('\n');
        return new Reading(
                passage,
                title,
                head.toString(),
                head + passage.content(),
                values,
                Words.counts(kinds.toString()).keySet());
    }
}
