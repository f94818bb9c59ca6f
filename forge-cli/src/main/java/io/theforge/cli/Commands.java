package io.theforge.cli;

import io.theforge.cli.config.ConfigInitCommand;
import io.theforge.cli.config.ConfigSchemaCommand;
import io.theforge.cli.config.ConfigShowCommand;
import io.theforge.cli.config.ScenariosCommand;
import io.theforge.cli.config.ScenariosShowCommand;
import io.theforge.cli.dataset.AppendCommand;
import io.theforge.cli.dataset.DeleteCommand;
import io.theforge.cli.dataset.FullNewCommand;
import io.theforge.cli.dataset.ProtectCommand;
import io.theforge.cli.dataset.RunsCommand;
import io.theforge.cli.dataset.RunsShowCommand;
import io.theforge.cli.dataset.StatusCommand;
import io.theforge.cli.dataset.UnprotectCommand;
import io.theforge.cli.dataset.VerifyCommand;
import io.theforge.cli.dirt.DirtScoreCommand;
import io.theforge.cli.dirt.DirtUndoCommand;
import io.theforge.cli.export.ExportCommand;
import io.theforge.cli.export.FingerprintCommand;
import io.theforge.cli.manual.CompletionCommand;
import io.theforge.cli.manual.ManCommand;
import io.theforge.cli.parse.CommandEntry;
import io.theforge.cli.parse.CommandTable;
import io.theforge.cli.preview.PreviewCommand;
import io.theforge.cli.rag.DocumentsCommand;
import io.theforge.cli.rag.RagAgentCommand;
import io.theforge.cli.rag.RagScoreCommand;
import io.theforge.cli.score.OracleCommand;
import io.theforge.cli.score.ScoreCommand;
import io.theforge.cli.score.UpliftCommand;
import io.theforge.cli.serve.ServeCommand;

/** Every command there is. A new one is a class and a line here: parsing, help, man page and completion follow. */
final class Commands {
    /** An operation can be asked for by a flag too: {@code --full-new}. A scenario alone means the first. */
    static final CommandTable TABLE = CommandTable.of(
            CommandEntry.operation("full-new", FullNewCommand.class),
            CommandEntry.operation("append", AppendCommand.class),
            CommandEntry.operation("delete", DeleteCommand.class),
            CommandEntry.operation("status", StatusCommand.class),
            CommandEntry.operation("verify", VerifyCommand.class),
            CommandEntry.command("runs", RunsCommand.class),
            CommandEntry.command("runs show", RunsShowCommand.class),
            CommandEntry.command("protect", ProtectCommand.class),
            CommandEntry.command("unprotect", UnprotectCommand.class),
            CommandEntry.command("scenarios", ScenariosCommand.class),
            CommandEntry.command("scenarios show", ScenariosShowCommand.class),
            CommandEntry.command("config show", ConfigShowCommand.class),
            CommandEntry.command("config schema", ConfigSchemaCommand.class),
            CommandEntry.command("config init", ConfigInitCommand.class),
            CommandEntry.command("preview", PreviewCommand.class),
            CommandEntry.command("export", ExportCommand.class),
            CommandEntry.command("fingerprint", FingerprintCommand.class),
            CommandEntry.command("dirt undo", DirtUndoCommand.class),
            CommandEntry.command("dirt score", DirtScoreCommand.class),
            CommandEntry.command("documents", DocumentsCommand.class),
            CommandEntry.command("rag score", RagScoreCommand.class),
            CommandEntry.scenario("rag agent", RagAgentCommand.class),
            CommandEntry.command("uplift", UpliftCommand.class),
            CommandEntry.command("oracle", OracleCommand.class),
            CommandEntry.command("score", ScoreCommand.class),
            CommandEntry.command("serve", ServeCommand.class),
            CommandEntry.command("completion", CompletionCommand.class),
            CommandEntry.command("man", ManCommand.class));

    private Commands() {}
}
