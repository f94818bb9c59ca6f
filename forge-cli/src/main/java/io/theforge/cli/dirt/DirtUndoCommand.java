package io.theforge.cli.dirt;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.OutputException;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.cli.result.UsageException;
import io.theforge.export.dirt.undo.Undo;
import io.theforge.export.dirt.undo.UndoException;
import io.theforge.export.file.OutFolderException;
import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forge dirt undo}: the clean export again. */
@Command(
        description = {
            "Makes the clean export again, from a dirty one and its ledger, byte for byte.",
            "Nothing is made anew: each change is taken back where the files hold what the ledger says. Where they do",
            "not, or something else has been changed, nothing is written.",
        },
        footer = "./forge dirt undo dirty --out clean")
public final class DirtUndoCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "the folder of a dirty export, with dirt.csv and manifest.json in it")
    String dirty = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder of the clean export: one that is not there, or is empty")
    String out = "";

    @Option(names = "--force", description = "replace an earlier export in that folder; nothing else is ever replaced")
    boolean force;

    @Override
    protected Result run(Context context) {
        Path folder = folder(context, "DIR", dirty);
        Path target = folder(context, "--out", out);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("DIR", "there is no folder " + folder, "name one that export --dirty has written");
        }
        if (target.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize())) {
            throw new UsageException("--out", target + " is the dirty export or lies in it", "name a folder elsewhere");
        }
        Undo undo = opened(folder);
        context.progress().begin("cleaning " + dirty, null);
        Manifest clean;
        try {
            clean = undo.to(target, force);
        } catch (UndoException e) {
            return Result.failed(new Failure(
                    Exit.VERIFICATION_FAILED, "verification", "DIR", String.valueOf(e.getMessage()), e.remedy()));
        } catch (OutFolderException e) {
            throw new UsageException("--out", String.valueOf(e.getMessage()), e.remedy());
        } catch (IOException e) {
            throw new OutputException(
                    target + " cannot be written to its end (" + SystemWords.of(e)
                            + "), and nothing has been changed there",
                    "make room, or name a folder elsewhere with --out");
        }
        context.progress().end();
        long rows = clean.tables().values().stream()
                .mapToLong(table -> table.rows())
                .sum();
        return Result.done(
                        "completed",
                        clean.json(),
                        List.of(
                                Numbers.rows(rows) + " in "
                                        + Numbers.counted(clean.files().size(), "file")
                                        + ", as they were before they were spoilt",
                                "next: " + Shell.command("fingerprint", out)))
                .ofFile(out);
    }

    private static Undo opened(Path folder) {
        try {
            return Undo.of(folder);
        } catch (UndoException e) {
            throw new UsageException("DIR", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private static Path folder(Context context, String place, String given) {
        if (given.isBlank()) {
            throw new UsageException(place, "names no folder", "give the name of a folder");
        }
        return context.workingDirectory().resolve(given);
    }
}
