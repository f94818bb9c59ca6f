package io.theforge.documents.score;

import io.theforge.documents.json.InputFiles;
import io.theforge.documents.json.JsonFields;
import io.theforge.documents.json.JsonLines;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Scores a stack that retrieves and answers, against questions whose answers are known. */
public final class RagScorer {
    private static final String STANDARD_INPUT = "-";

    private RagScorer() {}

    /**
     * Scores answers. Memory grows with the number of questions by some hundred bytes each.
     *
     * @param folder that both names are relative to
     * @param answers JSON lines; "-" is standard input
     * @param questions {@code questions.jsonl}; the manifest beside it tells whether it and the documents are as they were written
     * @throws io.theforge.documents.json.RagFileException naming the file, and its line, that is wrong
     */
    public static RagScore score(Path folder, String answers, String questions) {
        try (QuestionFile asked = QuestionFile.open(folder.resolve(questions), questions)) {
            if (answers.equals(STANDARD_INPUT)) {
                // not System.in, which somebody else may have read from; it stays open
                return score(new FileInputStream(FileDescriptor.in), "standard input", asked);
            }
            InputFiles.requireFile(folder.resolve(answers), answers, "answers, one JSON object on each line");
            try (InputStream in = Files.newInputStream(folder.resolve(answers))) {
                return score(in, answers, asked);
            } catch (IOException e) {
                throw InputFiles.unreadable(answers, e);
            }
        } catch (IOException e) {
            throw InputFiles.unreadable(questions, e);
        }
    }

    private static RagScore score(InputStream in, String shown, QuestionFile asked) {
        Tallies tallies = new Tallies();
        BitSet seen = new BitSet(asked.size());
        JsonLines lines = new JsonLines(in, shown);
        for (JsonFields line = lines.next(); line != null; line = lines.next()) {
            Answer answer = Answer.read(line, asked.documents());
            int number = asked.number(answer.id());
            if (number < 0) {
                throw line.wrong(
                        "id",
                        "is \"" + shortened(answer.id()) + "\", and no question has it",
                        "take the id of the question");
            }
            if (seen.get(number)) {
                throw line.wrong(
                        "id", "is \"" + answer.id() + "\", as that of an earlier line", "answer each question once");
            }
            seen.set(number);
            tallies.add(asked.question(number), answer);
        }
        for (int number = seen.nextClearBit(0); number < asked.size(); number = seen.nextClearBit(number + 1)) {
            tallies.add(asked.question(number), null);
        }
        return tallies.score(asked.manifest() == null ? null : asked.manifest().datasetFingerprint(), notes(asked));
    }

    private static String shortened(String id) {
        return id.length() <= 60 ? id : id.substring(0, 60) + "...";
    }

    private static List<String> notes(QuestionFile asked) {
        List<String> notes = new ArrayList<>();
        if (asked.manifest() == null) {
            notes.add(
                    "no manifest.json lies beside the questions: whether they and the documents are as they were written could"
                            + " not be checked");
        }
        long absent = asked.documents().absent();
        if (absent > 0) {
            notes.add(absent + (absent == 1 ? " document is" : " documents are")
                    + " not beside the questions: whether spans lie inside could not be checked");
        }
        return notes;
    }
}
