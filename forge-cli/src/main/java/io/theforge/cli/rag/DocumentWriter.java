package io.theforge.cli.rag;

import io.theforge.cli.input.Settings;
import io.theforge.config.ConfigWriter;
import io.theforge.database.report.Progress;
import io.theforge.dataset.PlanFingerprint;
import io.theforge.documents.Document;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.json.QuestionJson;
import io.theforge.documents.manifest.DocumentFile;
import io.theforge.documents.manifest.DocumentManifest;
import io.theforge.documents.question.QuestionSet;
import io.theforge.export.file.ByteFile;
import io.theforge.export.file.Contents;
import io.theforge.export.file.ExportFolder;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Documents and questions on their way into a folder: all of them, or none. */
final class DocumentWriter {
    private final ExportFolder folder;

    private DocumentWriter(ExportFolder folder) {
        this.folder = folder;
    }

    /** @param replace whether the folder may hold earlier documents, which are replaced whole */
    static DocumentManifest write(Settings settings, int count, Path target, boolean replace, Progress progress)
            throws IOException {
        Plan plan = settings.plan();
        try (ExportFolder folder = ExportFolder.open(target, Contents.DOCUMENTS, replace)) {
            progress.begin("reading the shop", null);
            DocumentSet set = settings.located(
                    () -> DocumentSet.of(plan, count, settings.operational().workers()));
            progress.begin("writing documents", (long) set.size());
            List<String> notes = new ArrayList<>();
            if (set.size() < count) {
                notes.add("There are " + set.size() + " documents, not " + count
                        + ": the dataset has too few stores, products and months for more.");
            }
            DocumentManifest manifest = new DocumentWriter(folder).write(settings, plan, set, notes, progress);
            folder.describe(DocumentManifest.FILE, manifest.bytes());
            progress.begin("making it durable", null);
            folder.publish();
            progress.end();
            return manifest;
        }
    }

    private DocumentManifest write(Settings settings, Plan plan, DocumentSet set, List<String> notes, Progress progress)
            throws IOException {
        List<Document> all = new ArrayList<>(set.size());
        List<DocumentFile> documents = new ArrayList<>(set.size());
        for (Written each : write(set, settings.operational().workers(), progress)) {
            all.add(each.document());
            documents.add(each.file());
        }
        progress.begin("writing questions", null);
        QuestionSet questions = QuestionSet.of(set, all);
        Map<String, Integer> byType = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        for (Question question : questions.questions()) {
            byType.merge(question.type(), 1, Integer::sum);
            lines.append(QuestionJson.line(question)).append('\n');
        }
        DocumentFile file = write(DocumentManifest.QUESTIONS, lines.toString());
        notes.addAll(questions.leftOut());
        return new DocumentManifest(
                settings.config().seed(),
                ConfigWriter.toYaml(settings.config()),
                PlanFingerprint.of(plan, Map.of(), settings.operational()).toString(),
                documents,
                file,
                byType,
                notes);
    }

    private record Written(Document document, DocumentFile file) {}

    /** Writes documents side by side: each waits for its file to be on the disk. Returns them in their order. */
    private List<Written> write(DocumentSet set, int workers, Progress progress) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Written>> begun = new ArrayList<>(set.size());
            for (int i = 0; i < set.size(); i++) {
                int number = i;
                begun.add(threads.submit(() -> {
                    Document document = set.get(number);
                    return new Written(document, write(document.path(), document.text()));
                }));
            }
            List<Written> written = new ArrayList<>(set.size());
            for (Future<Written> each : begun) {
                written.add(each.get());
                progress.advance(1);
            }
            return written;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while documents were written");
        } finally {
            stop(threads);
        }
    }

    /** Nobody may write any more where the folder is removed next. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private DocumentFile write(String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteFile file = folder.create(path)) {
            file.write(bytes, bytes.length);
            file.finish();
        }
        return DocumentFile.of(path, bytes);
    }
}
