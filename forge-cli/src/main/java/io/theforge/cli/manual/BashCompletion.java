package io.theforge.cli.manual;

import java.io.File;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script for bash, which zsh takes too, written by picocli. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(CommandSpec program) {
        nameFiles(program);
        return AutoComplete.bash("forge", new CommandLine(program));
    }

    /** picocli offers files where a type says so; ours are texts until somebody opens them. */
    private static void nameFiles(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (Values.isFile(option)) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option.longestName())
                        .type(File.class)
                        .build());
            }
        }
        for (PositionalParamSpec positional : List.copyOf(spec.positionalParameters())) {
            if (Values.isFile(positional)) {
                spec.remove(positional);
                spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel(positional.paramLabel())
                        .index("0")
                        .type(File.class)
                        .build());
            }
        }
        spec.subcommands().values().forEach(command -> nameFiles(command.getCommandSpec()));
    }
}
