package io.theforge.cli.config;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.Candidates;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.config.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forge scenarios show NAME}: a preset as a file. */
@Command(
        description = "Prints the file of a preset, to be saved, edited and given to --config.",
        footer = "./forge scenarios show holiday_rush")
public final class ScenariosShowCommand extends BaseCommand {
    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Candidates.ScenarioNames.class,
            description = "as ./forge scenarios lists it")
    String name = "";

    @Override
    protected Result run(Context context) {
        String text = Scenarios.text(Scenarios.checked(name, "NAME"));
        return Result.done(
                "completed",
                Json.object("name", name, "configuration", text),
                text.lines().toList());
    }
}
