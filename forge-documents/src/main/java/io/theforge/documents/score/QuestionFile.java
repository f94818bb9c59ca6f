package io.theforge.documents.score;

import io.theforge.documents.Question;
import io.theforge.documents.json.InputFiles;
import io.theforge.documents.json.JsonFields;
import io.theforge.documents.json.JsonLines;
import io.theforge.documents.json.JsonText;
import io.theforge.documents.json.QuestionJson;
import io.theforge.documents.json.RagFileException;
import io.theforge.documents.manifest.DocumentFile;
import io.theforge.documents.manifest.DocumentManifest;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions, all of them checked once, and then read one by one where they stand: only their places are kept. */
final class QuestionFile implements Closeable {
    private static final String WHAT = "the questions.jsonl of a folder that forge documents has written";

    private final String shown;
    private final FileChannel file;
    private final @Nullable DocumentManifest manifest;
    private final DocumentFolder documents;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** Where the line of a question stands. */
    private record Place(long start, int length) {}

    private QuestionFile(String shown, FileChannel file, Path path, @Nullable DocumentManifest manifest) {
        this.shown = shown;
        this.file = file;
        this.manifest = manifest;
        Path folder = path.toAbsolutePath().getParent();
        this.documents = new DocumentFolder(folder == null ? path : folder, manifest);
    }

    /** Opens and checks it; with the manifest where one lies beside it. */
    static QuestionFile open(Path path, String shown) {
        InputFiles.requireFile(path, shown, WHAT);
        if (!Files.isRegularFile(path)) {
            throw new RagFileException(shown, "is a pipe or a device, and questions are read twice", "give " + WHAT);
        }
        Path beside = path.resolveSibling(DocumentManifest.FILE);
        DocumentManifest manifest =
                Files.isRegularFile(beside) ? DocumentManifest.read(beside, beside.toString()) : null;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path);
            QuestionFile questions = new QuestionFile(shown, channel, path, manifest);
            questions.check();
            return questions;
        } catch (IOException e) {
            close(channel);
            throw InputFiles.unreadable(shown, e);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // it was only read
        }
    }

    private void check() throws IOException {
        DigestInputStream digested = new DigestInputStream(Channels.newInputStream(file), DocumentFile.digest());
        RagFileException wrong = null;
        // the stream is the channel's, which stays open
        JsonLines lines = new JsonLines(digested, shown);
        try {
            for (JsonFields line = lines.next(); line != null; line = lines.next()) {
                add(line, lines);
            }
        } catch (RagFileException e) {
            wrong = e;
            digested.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String fingerprint =
                HexFormat.of().formatHex(digested.getMessageDigest().digest());
        if (manifest != null && !manifest.questions().sha256().equals(fingerprint)) {
            throw new RagFileException(
                    shown,
                    "is not the questions file that manifest.json beside it names: it was changed, or belongs to another dataset",
                    "give " + WHAT + ", with the documents and the manifest that were written with it");
        }
        if (wrong != null) {
            throw wrong;
        }
        if (places.isEmpty()) {
            throw new RagFileException(shown, "has no question", "give " + WHAT);
        }
    }

    private void add(JsonFields line, JsonLines lines) {
        Question question = QuestionJson.read(line);
        if (numbers.putIfAbsent(question.id(), places.size()) != null) {
            throw line.wrong("id", "is \"" + question.id() + "\", as that of an earlier line", "give each its own id");
        }
        places.add(new Place(lines.start(), lines.length()));
        List<JsonFields> evidence = line.objects("evidence");
        for (int i = 0; i < evidence.size(); i++) {
            Question.Evidence each = question.evidence().get(i);
            documents.addEvidence(new Span(each.document(), each.start(), each.end()), evidence.get(i));
        }
    }

    int size() {
        return places.size();
    }

    /** Returns its place among the questions; -1 where there is no such question. */
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /** Returns the question at a place. */
    Question question(int number) {
        Place place = places.get(number);
        ByteBuffer line = ByteBuffer.allocate(place.length());
        try {
            while (line.hasRemaining()) {
                if (file.read(line, place.start() + line.position()) < 0) {
                    throw new EOFException("it has become shorter");
                }
            }
        } catch (IOException e) {
            throw InputFiles.unreadable(shown, e);
        }
        return QuestionJson.read(
                JsonText.object(line.array(), place.length(), shown, "leave it alone while it is read"));
    }

    @Nullable
    DocumentManifest manifest() {
        return manifest;
    }

    DocumentFolder documents() {
        return documents;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
