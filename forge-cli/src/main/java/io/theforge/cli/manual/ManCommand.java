package io.theforge.cli.manual;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Result;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code forge man}: the manual page. */
@Command(
        description = "Prints the manual page, for man -l or a folder of MANPATH.",
        footer = {"./forge man > forge.1 && man -l forge.1", "./forge man | man -l -"})
public final class ManCommand extends BaseCommand {

    @Override
    protected Result run(Context context) {
        String page = ManPage.text(context.program());
        return Result.done("completed", Map.of("page", page), page.lines().toList());
    }
}
