package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.database.Warehouse;
import io.theforge.database.report.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge unprotect}: takes the production mark off. */
@Command(
        description = "Takes the production mark off, when the database's name is given.",
        footer = "./forge unprotect --name forge.duckdb")
public final class UnprotectCommand extends DatabaseCommand {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the database's name, or the file's; asked for on a terminal")
    @Nullable
    String name;

    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

    @Override
    protected Result run(Context context) {
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            if (dryRun.given()) {
                return ProtectCommand.planned("the production mark would be taken off");
            }
            context.environment().productionGuard().check("unprotect");
            boolean changed =
                    warehouse.unprotect(checked(given(context.process().asking()), warehouse.databaseName()));
            return ProtectCommand.done(
                    changed, changed ? "the production mark is off" : "there was no production mark");
        }
    }

    /** Given, or typed in on a terminal. */
    private @Nullable String given(ProcessContext.@Nullable Asking asking) {
        return name != null || asking == null
                ? name
                : asking.ask("forge: the production mark goes when you type the database's name: ");
    }

    private String checked(@Nullable String given, String expected) {
        if (given == null || !given.equals(expected)) {
            throw new RefusedException(
                    "the production mark stays: "
                            + (given == null
                                    ? "the database's name has not been given"
                                    : "\"" + given + "\" is not the database's name"),
                    "this takes it off: " + Shell.command("unprotect", "--name", expected));
        }
        return given;
    }
}
