package io.theforge.cli.rag;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Page;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.documents.json.RagFileException;
import io.theforge.documents.score.RagScore;
import io.theforge.documents.score.RagScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forge rag score}: how well a stack that retrieves and answers does on questions whose answers are known. */
@Command(
        description = {
            "Scores answers to questions about documents, against the answers that are known.",
            "It tells how much of the evidence was retrieved and how early, whether citations hold it,",
            "which answers are right, which unanswerable questions were refused, and which commands",
            "in documents were obeyed; by type of question and by difficulty.",
            "ANSWERS has a JSON object on each line:",
            "  id         of the question;",
            "  answer     a text, a number, or null where there is none;",
            "  retrieved  documents, best first: paths, or objects with document, start and end;",
            "  citations  the same, of what the answer rests on;",
            "  refused    true where no answer is given.",
            "All but id may be left out. A question without a line counts as wrong.",
        },
        footer = {
            "./forge rag score answers.jsonl --questions documents/questions.jsonl",
            "./forge rag score answers.jsonl --questions documents/questions.jsonl --html score.html",
        })
public final class RagScoreCommand extends BaseCommand {
    @Parameters(paramLabel = "ANSWERS", description = "the answers; - is standard input")
    String answers = "";

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            required = true,
            description =
                    "questions.jsonl; manifest.json beside it tells whether it and the documents are as they were made")
    String questions = "";

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write charts to this new file, one page that needs no network")
    @Nullable
    String html;

    @Override
    protected Result run(Context context) {
        Path folder = context.workingDirectory();
        Path page = html == null ? null : Page.newFile(folder, html);
        context.progress().begin("scoring " + answers, null);
        RagScore score = scored(folder);
        context.progress().end();
        return Page.scored(
                page,
                "/io/theforge/cli/rag/score.html",
                answers.equals("-") ? "standard input" : answers,
                RagScoreJson.of(score, answers, questions),
                RagScoreText.lines(score));
    }

    private RagScore scored(Path folder) {
        if (answers.isBlank() || questions.isBlank()) {
            throw new UsageException(
                    answers.isBlank() ? "ANSWERS" : "--questions", "names no file", "give the name of a file");
        }
        try {
            return RagScorer.score(folder, answers, questions);
        } catch (RagFileException e) {
            throw new UsageException(e.place(), String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
