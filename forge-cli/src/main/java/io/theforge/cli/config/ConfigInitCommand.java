package io.theforge.cli.config;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.cli.result.TextFile;
import io.theforge.config.ConfigTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forge config init}: a file to begin with. */
@Command(
        description = "Writes a file to begin with: every key with its default, meaning and range.",
        footer = "./forge config init shop.yaml")
public final class ConfigInitCommand extends BaseCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a new file; without one it goes to standard output")
    @Nullable
    String file;

    @Override
    protected Result run(Context context) {
        String text = ConfigTemplate.text();
        if (file == null) {
            return Result.done(
                    "completed", Map.of("configuration", text), text.lines().toList());
        }
        TextFile.write("FILE", context.workingDirectory().resolve(file), text);
        return Result.done(
                        "completed",
                        Map.of("file", file),
                        List.of(
                                file + " written, with every key and its default",
                                "use it: " + Shell.command("--full-new", "--config", file, "--confirm")))
                .ofFile(file);
    }
}
