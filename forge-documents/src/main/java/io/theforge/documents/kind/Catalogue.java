package io.theforge.documents.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which documents there are, so that links between them lead somewhere. */
public final class Catalogue {
    private final Map<String, Entry> byPath = new LinkedHashMap<>();

    public Catalogue(List<Entry> entries) {
        entries.forEach(entry -> byPath.put(entry.path(), entry));
    }

    /** Returns the document with a path; null where there is none. */
    @Nullable
    Entry find(String path) {
        return byPath.get(path);
    }

    /** Returns the way from a document to another: both lie in a folder of the set's. */
    static String way(Entry from, Entry to) {
        String folder = folder(to);
        String file = to.path().substring(folder.length());
        return folder(from).equals(folder) ? file : "../" + to.path();
    }

    private static String folder(Entry entry) {
        return entry.path().substring(0, entry.path().indexOf('/') + 1);
    }
}
