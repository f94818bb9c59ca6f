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
import io.theforge.export.file.ExportFolder;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        try (ExportFolder folder = ExportFolder.open(target, replace)) {
            progress.begin("reading the shop", null);
            DocumentSet set = settings.located(
                    () -> DocumentSet.of(plan, count, settings.operational().workers()));
            progress.begin("writing documents", (long) set.size());
            DocumentManifest manifest = new DocumentWriter(folder).write(settings, plan, set, progress);
            folder.describe(DocumentManifest.FILE, manifest.bytes());
            progress.begin("making it durable", null);
            folder.publish();
            progress.end();
            return manifest;
        }
    }

    private DocumentManifest write(Settings settings, Plan plan, DocumentSet set, Progress progress)
            throws IOException {
        List<DocumentFile> documents = new ArrayList<>(set.size());
        List<Document> all = set.all();
        for (Document document : all) {
            documents.add(write(document.path(), document.text()));
            progress.advance(1);
        }
        QuestionSet questions = QuestionSet.of(set);
        Map<String, Integer> byType = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        for (Question question : questions.questions()) {
            byType.merge(question.type(), 1, Integer::sum);
            lines.append(QuestionJson.line(question)).append('\n');
        }
        DocumentFile file = write(DocumentManifest.QUESTIONS, lines.toString());
        return new DocumentManifest(
                settings.config().seed(),
                ConfigWriter.toYaml(settings.config()),
                PlanFingerprint.of(plan, Map.of(), settings.operational()).toString(),
                documents,
                file,
                byType,
                questions.leftOut());
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
