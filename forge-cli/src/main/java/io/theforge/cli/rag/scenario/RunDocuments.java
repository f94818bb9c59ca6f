package io.theforge.cli.rag.scenario;

import io.theforge.documents.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of a run, under names that no other source has. */
public final class RunDocuments {
    private static final String ROOT = "forge-rag-agent/";
    private static final int LETTERS = 8;

    private final Map<String, Document> byPath = new LinkedHashMap<>();
    /** Of all runs with the same documents. */
    private final String family;

    private final String prefix;

    /** Names them for a new run. */
    public RunDocuments(List<Document> documents) {
        documents.forEach(document -> byPath.put(document.path(), document));
        family = fingerprint(documents).substring(0, LETTERS) + "-";
        prefix = ROOT + family + UUID.randomUUID().toString().substring(0, LETTERS) + "/";
    }

    private static String fingerprint(List<Document> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Document document : documents) {
                digest.update((document.path() + "\n" + document.text()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public int size() {
        return byPath.size();
    }

    Iterable<Document> all() {
        return byPath.values();
    }

    /** Returns what the names of all sources of this run begin with. */
    public String prefix() {
        return prefix;
    }

    /** Returns whether a source has come from this run. */
    boolean hasIndexed(String sourcePath) {
        return sourcePath.startsWith(prefix);
    }

    /** Returns whether a source has come from any run of this check. */
    static boolean isOfAnyRun(String sourcePath) {
        return sourcePath.startsWith(ROOT);
    }

    /**
     * Returns the document of a source, null where it is none of these. A host may cut the beginning of a path off; another run beside
     * this one, with the same documents, is as good.
     */
    @Nullable
    Document document(String sourcePath) {
        int root = sourcePath.indexOf(ROOT);
        if (root >= 0) {
            String run = sourcePath.substring(root + ROOT.length());
            return run.startsWith(family) ? byPath.get(run.substring(run.indexOf('/') + 1)) : null;
        }
        for (String path = sourcePath; ; path = path.substring(path.indexOf('/') + 1)) {
            Document document = byPath.get(path);
            if (document != null || path.indexOf('/') < 0) {
                return document;
            }
        }
    }
}
