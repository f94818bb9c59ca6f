package io.theforge.cli.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands. What a command declares is only read when somebody asks for it: start-up is felt. */
public final class CommandTable {
    private final List<CommandEntry> entries;
    private final Map<CommandEntry, CommandLine> commandLines = new HashMap<>();

    private CommandTable(List<CommandEntry> entries) {
        this.entries = entries;
    }

    public static CommandTable of(CommandEntry... entries) {
        return new CommandTable(List.of(entries));
    }

    public List<CommandEntry> entries() {
        return entries;
    }

    /** The one that a scenario alone asks for. */
    CommandEntry first() {
        return entries.get(0);
    }

    /** The operation that a flag asks for, null when there is none. */
    @Nullable
    CommandEntry operation(String flag) {
        return entries.stream()
                .filter(entry -> entry.isOperation() && flag.equals(entry.flag()))
                .findFirst()
                .orElse(null);
    }

    /** The command that is asked for as a preset of this name is, null when there is none. */
    @Nullable
    CommandEntry scenario(String name) {
        return entries.stream()
                .filter(entry -> entry.isScenario() && entry.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The command with exactly these words, null when there is none. */
    @Nullable
    CommandEntry command(String words) {
        return entries.stream()
                .filter(entry -> entry.words().equals(words))
                .findFirst()
                .orElse(null);
    }

    /** Commands with one more word: "runs show" behind "runs". */
    List<CommandEntry> behind(String word) {
        return entries.stream()
                .filter(entry -> entry.words().startsWith(word + " "))
                .toList();
    }

    boolean isWord(String word) {
        return command(word) != null || !behind(word).isEmpty();
    }

    /** A fresh parser: what it has read stays in its command. */
    CommandLine commandLine(CommandEntry entry) {
        return entry.commandLine();
    }

    /** What a command declares. */
    CommandSpec spec(CommandEntry entry) {
        return commandLines.computeIfAbsent(entry, CommandEntry::commandLine).getCommandSpec();
    }

    /** Commands that take a flag. */
    List<CommandEntry> takers(String flag) {
        return entries.stream().filter(entry -> option(entry, flag) != null).toList();
    }

    /** Every flag of every command. */
    Set<String> flags() {
        return entries.stream()
                .flatMap(entry -> spec(entry).options().stream())
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a value stands behind this flag; it is the same for all commands that take it. @param first asked first */
    boolean takesValue(String flag, @Nullable CommandEntry first) {
        OptionSpec option = first == null ? null : option(first, flag);
        if (option == null) {
            option = entries.stream()
                    .map(entry -> option(entry, flag))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return option != null && option.arity().max() > 0;
    }

    /** By its whole name: picocli's own search would find {@code --seed} for "seed". */
    static @Nullable OptionSpec option(CommandSpec spec, String flag) {
        return spec.optionsMap().get(flag);
    }

    private @Nullable OptionSpec option(CommandEntry entry, String flag) {
        return option(spec(entry), flag);
    }
}
