package io.theforge.cli.rag.scenario;

import io.theforge.cli.rag.host.Chunk;
import io.theforge.cli.rag.host.Reply;
import io.theforge.cli.rag.scenario.PlainText.Stretch;
import io.theforge.documents.Document;
import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import io.theforge.documents.grade.Grade;
import io.theforge.documents.grade.Grader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what a stack found and said against what is known. */
final class Judge {
    static final int CUT = 5;

    private final RunDocuments documents;
    private final Map<String, PlainText> texts = new HashMap<>();

    Judge(RunDocuments documents) {
        this.documents = documents;
    }

    /** @param chunks best first, whoever's they are: of what is not of these documents nobody knows whether it has the answer */
    Asked judge(Question question, List<Chunk> chunks, Reply reply) {
        Set<String> right = question.evidence().stream().map(Evidence::document).collect(Collectors.toSet());
        List<Chunk> first = firstOfOurs(chunks);
        Set<String> found =
                first.stream().map(chunk -> path(chunk.sourcePath())).collect(Collectors.toSet());
        Set<String> cited = new LinkedHashSet<>();
        reply.citations().forEach(citation -> cited.add(path(citation)));
        Grader grader = new Grader(question);
        Grade grade = grader.grade(reply.text(), false);
        return new Asked(
                question,
                chunkRecall(question, first),
                share(right, found),
                needsCitations(question, grade, cited) ? cited.isEmpty() ? 0 : share(cited, right) : Double.NaN,
                share(right, cited),
                reply.text(),
                grade,
                grader.obeys(reply.text()));
    }

    /** The name of the document; of another source the path that the host has for it. */
    private String path(String sourcePath) {
        Document document = documents.document(sourcePath);
        return document == null ? sourcePath : document.path();
    }

    /** Who asks back, or says that he does not know, has nothing to cite. */
    private static boolean needsCitations(Question question, Grade grade, Set<String> cited) {
        return !question.evidence().isEmpty()
                && (!cited.isEmpty()
                        || grade != Grade.REFUSED && !question.type().equals("ambiguous"));
    }

    /** Two runs beside each other have the same documents: what is there twice counts once. */
    private List<Chunk> firstOfOurs(List<Chunk> chunks) {
        Set<String> seen = new LinkedHashSet<>();
        List<Chunk> first = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Document document = documents.document(chunk.sourcePath());
            if (document != null && first.size() < CUT && seen.add(document.path() + "\n" + chunk.content())) {
                first.add(chunk);
            }
        }
        return first;
    }

    private double chunkRecall(Question question, List<Chunk> chunks) {
        long hits = question.evidence().stream()
                .filter(evidence -> chunks.stream().anyMatch(chunk -> has(chunk, evidence)))
                .count();
        return (double) hits / question.evidence().size();
    }

    private boolean has(Chunk chunk, Evidence evidence) {
        Document document = documents.document(chunk.sourcePath());
        if (document == null || !document.path().equals(evidence.document())) {
            return false;
        }
        String text = document.text();
        int start = text.offsetByCodePoints(0, evidence.start());
        int end = text.offsetByCodePoints(start, evidence.end() - evidence.start());
        PlainText plain = texts.computeIfAbsent(document.path(), path -> new PlainText(text));
        for (Stretch stretch : plain.places(chunk.content())) {
            if (stretch.overlaps(start, end)) {
                return true;
            }
        }
        return false;
    }

    /** How many of the first are among the others; not a number where there are none. */
    private static double share(Set<String> these, Set<String> others) {
        return (double) these.stream().filter(others::contains).count() / these.size();
    }
}
