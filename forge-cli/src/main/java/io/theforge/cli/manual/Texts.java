package io.theforge.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Texts of declarations, on one line. */
final class Texts {
    private Texts() {}

    /** The first line of a command's description; of a group, the words behind it. */
    static String summary(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0
                ? spec.subcommands().keySet().stream().collect(Collectors.joining(", "))
                : description[0];
    }

    /** The flags that are operations: {@code --full-new} beside {@code full-new}, and not {@code --config FILE}. */
    static List<String> operations(CommandSpec program) {
        return program.subcommands().keySet().stream()
                .map(command -> "--" + command)
                .filter(flag -> program.optionsMap().containsKey(flag)
                        && program.optionsMap().get(flag).arity().max() == 0)
                .toList();
    }

    static String sentence(String... lines) {
        return String.join(" ", lines);
    }

    /** "show" of "forge runs show". */
    static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
