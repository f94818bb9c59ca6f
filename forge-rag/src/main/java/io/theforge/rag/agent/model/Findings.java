package io.theforge.rag.agent.model;

import io.theforge.rag.agent.Citation;
import io.theforge.rag.store.Passage;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been found for one answer. A model reads it between lines with a mark that is drawn anew each time, so that no document can
 * write such a line, and cites passages by the names that they get here.
 */
final class Findings {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK_BYTES = 8;
    private static final int MAX_PASSAGES = 40;

    private final Map<String, Passage> byName = new LinkedHashMap<>();
    private final Map<String, String> nameByChunk = new LinkedHashMap<>();
    private final String mark;

    Findings() {
        byte[] bytes = new byte[MARK_BYTES];
        RANDOM.nextBytes(bytes);
        mark = HexFormat.of().formatHex(bytes);
    }

    String mark() {
        return mark;
    }

    /** Adds passages, and returns them as a model reads them; of those that it has read already only the names. */
    String add(List<Passage> passages) {
        if (passages.isEmpty()) {
            return "No passage was found.";
        }
        StringBuilder text = new StringBuilder();
        for (Passage passage : passages) {
            String known = nameByChunk.get(passage.chunkId());
            if (known != null) {
                text.append("Passage ").append(known).append(" again.\n");
            } else if (byName.size() < MAX_PASSAGES) {
                String name = "P" + (byName.size() + 1);
                byName.put(name, passage);
                nameByChunk.put(passage.chunkId(), name);
                text.append(enclosed("passage " + name, described(passage)));
            }
        }
        return text.toString();
    }

    /** Returns what it says, and where: both are the document's own words. */
    private static String described(Passage passage) {
        String heading = passage.place() == null ? "" : passage.place().heading();
        return "source: " + passage.sourcePath() + (heading.isEmpty() ? "" : "\nheading: " + heading) + "\n\n"
                + passage.content();
    }

    /** Returns data between the lines that nothing in it can write. */
    String enclosed(String what, String data) {
        return "--- " + what + " begins " + mark + "\n" + data.replace(mark, "") + "\n--- " + what + " ends " + mark
                + "\n";
    }

    /** Returns what a model has cited, by the name or as {@code source_path:chunk_id}; null where it is nothing that was found. */
    @Nullable
    Citation cited(String words) {
        Passage passage = byName.get(words.replaceFirst("(?i)^passages?\\s+", ""));
        if (passage == null && words.contains(":")) {
            int colon = words.lastIndexOf(':');
            String name = nameByChunk.get(words.substring(colon + 1));
            passage = name == null ? null : byName.get(name);
            if (passage != null && !passage.sourcePath().equals(words.substring(0, colon))) {
                return null;
            }
        }
        return passage == null
                ? null
                : new Citation(
                        passage.sourcePath(),
                        passage.chunkId(),
                        passage.place() == null ? 0 : passage.place().start(),
                        passage.place() == null ? 0 : passage.place().end());
    }
}
