package io.theforge.cli.manual;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script for fish. */
final class FishCompletion {
    private final StringBuilder script = new StringBuilder();
    private final List<String> operations;

    private FishCompletion(List<String> operations) {
        this.operations = operations;
    }

    static String script(CommandSpec program) {
        List<String> operations = Texts.operations(program);
        FishCompletion fish = new FishCompletion(operations);
        fish.line("# Completions of The Forge for fish: ./forge completion fish | source");
        fish.line("complete -c forge -e");
        fish.line("complete -c forge -f");
        fish.line("set -l commands " + String.join(" ", program.subcommands().keySet()) + " "
                + String.join(" ", operations));
        fish.command(program, List.of());
        return fish.script.toString();
    }

    private void command(CommandSpec spec, List<String> words) {
        String condition = condition(spec, words);
        for (CommandLine command : spec.subcommands().values()) {
            CommandSpec each = command.getCommandSpec();
            line("complete -c forge -n " + condition + " -a " + lastWord(each) + description(Texts.summary(each)));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                line("complete -c forge -n " + condition + " -l "
                        + option.longestName().substring(2) + value(option)
                        + description(Texts.sentence(option.description())));
            }
        }
        for (ArgSpec positional : spec.positionalParameters()) {
            line("complete -c forge -n " + condition + words(positional)
                    + description(Texts.sentence(positional.description())));
        }
        for (CommandLine command : spec.subcommands().values()) {
            CommandSpec each = command.getCommandSpec();
            command(each, append(words, lastWord(each)));
        }
    }

    /** No command's word has been said; or its words have been, and none of those that may follow. */
    private String condition(CommandSpec spec, List<String> words) {
        return words.isEmpty() ? "\"not __fish_seen_subcommand_from $commands\"" : conditionBehind(spec, words);
    }

    private String conditionBehind(CommandSpec spec, List<String> words) {
        StringBuilder condition = new StringBuilder();
        for (String word : words) {
            condition
                    .append(condition.isEmpty() ? "" : "; and ")
                    .append("__fish_seen_subcommand_from ")
                    .append(word)
                    .append(words.size() == 1 && operations.contains("--" + word) ? " --" + word : "");
        }
        if (!spec.subcommands().isEmpty()) {
            condition
                    .append(condition.isEmpty() ? "" : "; and ")
                    .append("not __fish_seen_subcommand_from ")
                    .append(String.join(" ", spec.subcommands().keySet()));
        }
        return quoted(condition.toString());
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : Values.isFile(option) ? " -r -F" : " -x" + words(option);
    }

    /** Behind the tab would be a description of the word itself; without it fish shows the flag's beside each. */
    private static String words(ArgSpec argument) {
        List<String> candidates = Values.candidates(argument);
        if (Values.isFile(argument)) {
            return " -F";
        }
        return candidates.isEmpty()
                ? ""
                : " -a "
                        + quoted(String.join(
                                " ",
                                candidates.stream().map(word -> word + "\\t").toList()));
    }

    private static String description(String text) {
        return " -d " + quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String lastWord(CommandSpec spec) {
        return Texts.lastWord(spec.name());
    }

    private static List<String> append(List<String> words, String word) {
        return Stream.concat(words.stream(), Stream.of(word)).toList();
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
