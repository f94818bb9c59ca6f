package io.theforge.cli.manual;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.Candidates;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.text.NearestWord;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forge completion}: what makes a shell complete commands, flags and values. */
@Command(
        description = {
            "Prints a script that makes bash, zsh or fish complete with Tab.",
            "bash, zsh: source <(./forge completion bash), in ~/.bashrc or ~/.zshrc too",
            "fish: ./forge completion fish > ~/.config/fish/completions/forge.fish",
        },
        footer = {"./forge completion bash > forge-completion.sh", "./forge completion fish | source"})
public final class CompletionCommand extends BaseCommand {
    @Parameters(paramLabel = "SHELL", completionCandidates = Candidates.Shells.class, description = "bash, zsh or fish")
    String shell = "";

    @Override
    protected Result run(Context context) {
        String script = switch (shell) {
            case "bash", "zsh" -> BashCompletion.script(context.program());
            case "fish" -> FishCompletion.script(context.program());
            default ->
                throw new UsageException(
                        "SHELL",
                        "\"" + shell + "\" is no shell that this knows",
                        NearestWord.of(shell, Candidates.Shells.NAMES)
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse("give bash, zsh or fish"));
        };
        List<String> lines = script.lines().toList();
        return Result.done("completed", Map.of("script", script), lines);
    }
}
