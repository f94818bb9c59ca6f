package io.theforge.cli.rag;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Shell;
import io.theforge.documents.manifest.DocumentFile;
import io.theforge.documents.manifest.DocumentManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What documents have been written, for people. */
final class DocumentsText {
    private DocumentsText() {}

    /** @param folder as it was named */
    static List<String> lines(DocumentManifest manifest, String folder, double seconds) {
        Columns documents = new Columns("documents", "count", "bytes");
        Map<String, long[]> byFolder = new TreeMap<>();
        for (DocumentFile file : manifest.documents()) {
            int slash = file.path().indexOf('/');
            long[] sums = byFolder.computeIfAbsent(
                    slash < 0 ? file.path() : file.path().substring(0, slash), name -> new long[2]);
            sums[0]++;
            sums[1] += file.bytes();
        }
        byFolder.forEach((name, sums) -> documents.add(name, sums[0], sums[1]));
        List<String> lines = new ArrayList<>(documents.lines());
        lines.add("");
        Columns questions = new Columns("questions", "count");
        manifest.questionsByType().forEach((type, count) -> questions.add(type, count.longValue()));
        lines.addAll(questions.lines());
        manifest.notes().forEach(note -> lines.add("note: " + note));
        lines.add("");
        int asked = manifest.questionsByType().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        lines.add(Numbers.counted(manifest.documents().size(), "document") + " and "
                + Numbers.counted(asked, "question") + " in " + Numbers.seconds(seconds));
        lines.add("about the dataset " + manifest.datasetFingerprint());
        lines.add("next: answer the questions, then "
                + Shell.command("rag", "score", "answers.jsonl", "--questions", folder + "/questions.jsonl"));
        return lines;
    }
}
