package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forge protect}: puts the production mark inside the database. */
@Command(
        description = {
            "Marks the database as production, inside it.",
            "Everything that writes is refused, whatever the environment says, until ./forge unprotect."
        },
        footer = "./forge protect")
public final class ProtectCommand extends DatabaseCommand {
    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

    @Override
    protected Result run(Context context) {
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            if (dryRun.given()) {
                return planned("would be marked as production");
            }
            boolean changed = warehouse.protect();
            return done(changed, changed ? "marked as production" : "was marked as production already");
        }
    }

    static Result planned(String line) {
        return Result.done("planned", Map.of(), List.of(line, "dry run: nothing has been written"));
    }

    static Result done(boolean changed, String line) {
        return Result.done(changed ? "completed" : "unchanged", Map.of("changed", changed), List.of(line))
                .ofWork();
    }
}
