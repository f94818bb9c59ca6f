package io.theforge.documents.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.documents.json.InputFiles;
import io.theforge.documents.json.JsonFields;
import io.theforge.documents.json.JsonText;
import io.theforge.documents.json.RagFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a folder of documents and questions consists of, as {@code manifest.json} has it. There is no clock in it: the same dataset makes the
 * same bytes.
 *
 * @param configuration YAML that makes the dataset
 * @param datasetFingerprint of the rows that the documents are about
 * @param documents by path
 * @param questions {@link #QUESTIONS}
 * @param questionsByType how many, in the order of the documentation; types that could not be asked are left out
 * @param notes what else there is to know, as sentences
 */
public record DocumentManifest(
        long seed,
        String configuration,
        String datasetFingerprint,
        List<DocumentFile> documents,
        DocumentFile questions,
        Map<String, Integer> questionsByType,
        List<String> notes) {

    /** Its name inside the folder. */
    public static final String FILE = "manifest.json";

    /** The name of the questions inside the folder. */
    public static final String QUESTIONS = "questions.jsonl";

    private static final String FORMAT = "forge-documents";
    private static final int FORMAT_VERSION = 1;
    private static final String REMEDY = "take it as forge documents has written it, or make the folder again";

    /** Documents have their order from their paths. */
    public DocumentManifest {
        documents = documents.stream()
                .sorted(Comparator.comparing(DocumentFile::path))
                .toList();
    }

    /** Returns the fingerprint of all documents: SHA-256 of their lines "SHA256  PATH", as {@code sha256sum} prints them, by path. */
    public String documentsFingerprint() {
        StringBuilder lines = new StringBuilder();
        documents.forEach(each ->
                lines.append(each.sha256()).append("  ").append(each.path()).append('\n'));
        return DocumentFile.sha256(lines.toString());
    }

    /** Returns the document. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("format_version", FORMAT_VERSION);
        json.put("seed", seed);
        json.put("dataset_fingerprint", datasetFingerprint);
        Map<String, Object> ofDocuments = new LinkedHashMap<>();
        ofDocuments.put("count", documents.size());
        ofDocuments.put("fingerprint", documentsFingerprint());
        json.put("documents", ofDocuments);
        Map<String, Object> ofQuestions = new LinkedHashMap<>();
        ofQuestions.put(
                "count",
                questionsByType.values().stream().mapToInt(Integer::intValue).sum());
        ofQuestions.put("fingerprint", questions.sha256());
        ofQuestions.put("by_type", questionsByType);
        json.put("questions", ofQuestions);
        List<Map<String, Object>> files = new ArrayList<>();
        documents.forEach(each -> files.add(each.json()));
        files.add(questions.json());
        json.put("files", files);
        json.put("notes", notes);
        json.put("configuration", configuration);
        return json;
    }

    /** Returns the file's contents. */
    public byte[] bytes() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return (new ObjectMapper().writer(printer).writeValueAsString(json()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is no JSON", e);
        }
    }

    /** Reads one. @param shown as messages name it @throws RagFileException when it is none */
    public static DocumentManifest read(Path file, String shown) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw InputFiles.unreadable(shown, e);
        }
        JsonFields fields = JsonText.object(bytes, bytes.length, shown, REMEDY);
        if (!fields.has("format") || !fields.text("format").equals(FORMAT)) {
            throw new RagFileException(
                    shown, "is no manifest of forge documents", "give the questions of a folder that it has written");
        }
        if (fields.count("format_version") != FORMAT_VERSION) {
            throw fields.wrong(
                    "format_version", "is " + fields.count("format_version"), "use a newer version of the Forge");
        }
        JsonFields ofQuestions = fields.object("questions");
        JsonFields types = ofQuestions.object("by_type");
        Map<String, Integer> byType = new LinkedHashMap<>();
        types.object().fieldNames().forEachRemaining(type -> byType.put(type, types.count(type)));
        List<DocumentFile> documents = new ArrayList<>();
        DocumentFile questions = null;
        for (JsonFields each : fields.objects("files")) {
            DocumentFile read = DocumentFile.read(each);
            if (read.path().equals(QUESTIONS)) {
                questions = read;
            } else {
                documents.add(read);
            }
        }
        if (questions == null) {
            throw new RagFileException(shown, "has no " + QUESTIONS + " among its files", REMEDY);
        }
        DocumentManifest manifest = new DocumentManifest(
                fields.number("seed"),
                fields.text("configuration"),
                fields.text("dataset_fingerprint"),
                documents,
                questions,
                byType,
                fields.texts("notes"));
        requireSame(fields.object("documents"), manifest.documentsFingerprint());
        requireSame(ofQuestions, questions.sha256());
        return manifest;
    }

    /** What is said twice has to be the same. */
    private static void requireSame(JsonFields fields, String fingerprint) {
        if (!fields.text("fingerprint").equals(fingerprint)) {
            throw fields.wrong("fingerprint", "is not that of its files", REMEDY);
        }
    }
}
