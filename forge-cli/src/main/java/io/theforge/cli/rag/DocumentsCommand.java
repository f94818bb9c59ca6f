package io.theforge.cli.rag;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.OutputException;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.config.ConfigWriter;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.manifest.DocumentManifest;
import io.theforge.export.file.OutFolderException;
import io.theforge.export.file.SystemWords;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge documents}: documents and questions about a dataset, whose answers are known. */
@Command(
        description = {
            "Writes documents about a dataset, and questions whose answers are known.",
            "The documents are Markdown, as a retailer has it; questions.jsonl has each question with its",
            "answer, where the documents say it, and the query that gives it. manifest.json says what they",
            "were made from.",
            "The folder gets its name when all of it is whole.",
        },
        footer = {
            "./forge documents --out documents",
            "./forge documents --documents 2000 --scenario grocery_promo --out documents",
            "./forge rag score answers.jsonl --questions documents/questions.jsonl",
        })
public final class DocumentsCommand extends BaseCommand {
    private static final int USUAL = 200;

    @Option(names = "--documents", paramLabel = "N", description = "how many, 20 to 2000 (200)")
    @Nullable
    String documents;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder, which does not exist or is empty")
    String out = "";

    @Option(names = "--force", description = "replace earlier documents in that folder; nothing else is ever replaced")
    boolean force;

    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    @Override
    protected Result run(Context context) {
        int count = count();
        if (out.isBlank()) {
            throw new UsageException("--out", "names no folder", "name one that does not exist, such as documents");
        }
        Path folder = context.workingDirectory().resolve(out);
        Settings settings =
                Settings.of(dataset, new WorkSettings(workers), context.environment(), context.workingDirectory());
        context.console().audit("configuration", ConfigWriter.toYaml(settings.config()));
        settings.warnings().get().forEach(context.console()::warn);
        DocumentManifest manifest;
        try {
            manifest = DocumentWriter.write(settings, count, folder, force, context.progress());
        } catch (OutFolderException e) {
            throw new UsageException("--out", String.valueOf(e.getMessage()), e.remedy());
        } catch (IOException e) {
            throw new OutputException(
                    folder + " cannot be written to its end (" + SystemWords.of(e)
                            + "), and nothing has been changed there",
                    "make room, or name a folder elsewhere with --out");
        }
        return Result.done(
                        "completed",
                        manifest.json(),
                        DocumentsText.lines(manifest, out, context.console().seconds()))
                .ofFile(out);
    }

    private int count() {
        Integer given =
                TextValue.read("--documents", documents, text -> text.whole(DocumentSet.LEAST, DocumentSet.MOST));
        return given == null ? USUAL : given;
    }
}
