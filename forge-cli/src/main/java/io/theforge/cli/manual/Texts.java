package io.theforge.cli.manual;

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

    static String sentence(String... lines) {
        return String.join(" ", lines);
    }

    /** "show" of "forge runs show". */
    static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
