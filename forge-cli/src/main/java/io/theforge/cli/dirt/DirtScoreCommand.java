package io.theforge.cli.dirt;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Page;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.export.dirt.score.DirtFileException;
import io.theforge.export.dirt.score.DirtScore;
import io.theforge.export.dirt.score.DirtScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forge dirt score}: how well a validator finds what an export with {@code --dirty} has spoilt. */
@Command(
        description = {
            "Scores a validator: what it rejects, against the ledger of what is dirty.",
            "It tells precision (how many of the rejected rows are dirty), recall (how much of the dirt was",
            "found) and F1, by kind; what slipped through; and clean rows that were rejected.",
            "REJECTIONS is one of",
            "  CSV with file, the path inside the export, and line (1 is the header's), or record;",
            "  CSV with the columns of a table's key, such as date, store_id, product_id;",
            "  the JSON answers of POST /ingest/sales-daily, in the order of the payloads.",
            "With a column kind or column, which says what is wrong, each kind has a precision of its own.",
        },
        footer = {
            "./forge dirt score rejections.csv --ledger shop/dirt.csv",
            "./forge dirt score answers.jsonl --ledger payloads/dirt.csv --html score.html",
        })
public final class DirtScoreCommand extends BaseCommand {
    @Parameters(paramLabel = "REJECTIONS", description = "the rows that the validator has rejected")
    String rejections = "";

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            required = true,
            description = "dirt.csv of the dirty export; manifest.json beside it tells which rows there are")
    String ledger = "";

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
        context.progress().begin("scoring " + rejections, null);
        DirtScore score = scored(folder);
        context.progress().end();
        return Page.scored(
                page,
                "/io/theforge/cli/dirt/score.html",
                rejections,
                DirtScoreJson.of(score, rejections, ledger),
                DirtScoreText.lines(score));
    }

    private DirtScore scored(Path folder) {
        if (rejections.isBlank() || ledger.isBlank()) {
            throw new UsageException(
                    rejections.isBlank() ? "REJECTIONS" : "--ledger", "names no file", "give the name of a file");
        }
        try {
            return DirtScorer.score(folder, rejections, ledger);
        } catch (DirtFileException e) {
            throw new UsageException(e.place(), String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
