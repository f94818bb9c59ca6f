package io.theforge.documents.score;

import io.theforge.documents.json.InputFiles;
import io.theforge.documents.json.JsonFields;
import io.theforge.documents.json.RagFileException;
import io.theforge.documents.manifest.DocumentFile;
import io.theforge.documents.manifest.DocumentManifest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents that questions are about, as far as they lie beside them. */
final class DocumentFolder {
    private static final int ABSENT = -1;

    private final Path folder;
    private final boolean hasManifest;
    private final Map<String, DocumentFile> listed = new HashMap<>();
    /** Those of the manifest, or without one those that evidence names. */
    private final Set<String> known = new HashSet<>();
    /** In code points. */
    private final Map<String, Integer> lengths = new HashMap<>();

    /** @param manifest null where there is none */
    DocumentFolder(Path folder, @Nullable DocumentManifest manifest) {
        this.folder = folder;
        this.hasManifest = manifest != null;
        if (manifest != null) {
            manifest.documents().forEach(each -> listed.put(each.path(), each));
            known.addAll(listed.keySet());
        }
    }

    /** Takes a document that evidence names. It has to be the one that was written. */
    void addEvidence(Span span, JsonFields line) {
        if (hasManifest && !known.contains(span.document())) {
            throw line.wrong(
                    "document",
                    "is \"" + span.document() + "\", which the manifest does not have",
                    "make the folder again");
        }
        known.add(span.document());
        requireInside(span, line);
    }

    /** Returns how many documents of the evidence are not there. */
    long absent() {
        return lengths.values().stream().filter(length -> length == ABSENT).count();
    }

    /** Returns the path inside the folder of a document that somebody names; what stands before it does not matter. */
    String path(String given, JsonFields line, String field) {
        String path = given.replace('\\', '/').replaceFirst("^(?:\\./)+", "");
        for (String rest = path; ; rest = rest.substring(rest.indexOf('/') + 1)) {
            if (known.contains(rest)) {
                return rest;
            }
            if (rest.indexOf('/') < 0) {
                break;
            }
        }
        if (hasManifest) {
            throw line.wrong(
                    field,
                    "is \"" + shortened(given) + "\", and no document has this name",
                    "name documents by their paths in the folder"
                            + known.stream()
                                    .min(String::compareTo)
                                    .map(each -> ", such as " + each)
                                    .orElse(""));
        }
        return path;
    }

    private static String shortened(String given) {
        String line = given.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }

    /** A span has to lie inside its document, where that is there. */
    void requireInside(Span span, JsonFields line) {
        int length = lengths.computeIfAbsent(span.document(), this::length);
        if (length != ABSENT && span.end() > length) {
            throw line.wrong(
                    "end",
                    "is " + span.end() + ", and " + span.document() + " has " + length + " code points",
                    "count code points from 0 in the document's text, not bytes");
        }
    }

    private int length(String document) {
        Path file = folder.resolve(document).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return ABSENT;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            DocumentFile written = listed.get(document);
            if (written != null && !written.equals(DocumentFile.of(document, bytes))) {
                throw new RagFileException(
                        file.toString(),
                        "is not the document that manifest.json names: it was changed, and evidence in it may have moved",
                        "make the folder again with forge documents");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePointCount(0, text.length());
        } catch (CharacterCodingException e) {
            throw new RagFileException(
                    file.toString(), "is no text in UTF-8", "make the folder again with forge documents");
        } catch (IOException e) {
            throw InputFiles.unreadable(file.toString(), e);
        }
    }
}
