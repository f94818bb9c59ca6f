package io.theforge.cli.parse;

import io.theforge.cli.result.Secrets;
import io.theforge.cli.result.UsageException;
import io.theforge.text.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is said about arguments that cannot be meant so: what is wrong, which commands take it, and the nearest known word. */
final class Mistakes {
    static final String SEE_HELP = "./forge --help lists what there is";

    private static final int MAX_NAMED = 6;

    private final CommandTable table;
    private final CommandFinder.Found found;
    private final @Nullable CommandLine commandLine;

    /** @param commandLine of the command that was found, null when none was */
    Mistakes(CommandTable table, CommandFinder.Found found, @Nullable CommandLine commandLine) {
        this.table = table;
        this.found = found;
        this.commandLine = commandLine;
    }

    /** picocli would take {@code --confirm=false}. */
    void refuseValuesOfSwitches() {
        for (String argument : found.rest()) {
            OptionSpec flag = argument.contains("=") ? option(nameOf(argument)) : null;
            if (flag != null && flag.arity().max() == 0) {
                throw takesNoValue(nameOf(argument));
            }
        }
    }

    /** About an argument that the command does not take, or that no command takes. */
    UsageException unknown(String argument) {
        String name = nameOf(argument);
        CommandEntry operation = table.operation(name);
        if (operation != null) {
            if (argument.contains("=")) {
                return takesNoValue(name);
            }
            return operation.equals(found.entry()) ? twice(name) : oneAtATime(name);
        }
        if (!name.startsWith("-")) {
            return found.entry() != null
                            && table.isWord(name)
                            && table.behind(found.spelling()).isEmpty()
                    ? oneAtATime(name)
                    : unknownWord(argument);
        }
        List<CommandEntry> takers = table.takers(name);
        return takers.isEmpty() ? unknownFlag(name) : misplaced(name, takers);
    }

    private UsageException oneAtATime(String name) {
        return new UsageException(name, "does not go with " + found.spelling(), "give one of them at a time");
    }

    private UsageException misplaced(String name, List<CommandEntry> takers) {
        return new UsageException(
                name, "does not go with " + found.spelling(), "leave it out: it is for " + named(takers));
    }

    private UsageException unknownFlag(String name) {
        String what = found.entry() == null ? "this program" : found.entry().words();
        Set<String> here = commandLine == null
                ? Set.of()
                : commandLine.getCommandSpec().optionsMap().keySet();
        Optional<String> nearest = NearestWord.of(name, here);
        if (nearest.isEmpty()) {
            nearest = NearestWord.of(name, everyFlag()).map(flag -> elsewhere(flag));
        }
        String help =
                found.entry() == null ? SEE_HELP : "./forge " + found.entry().words() + " --help lists what there is";
        return new UsageException(
                name,
                "is no flag of " + what,
                nearest.map(word -> "did you mean " + word + "?").orElse(help));
    }

    /** Flags of all commands and of the operations. */
    private List<String> everyFlag() {
        List<String> flags = new ArrayList<>(table.flags());
        table.entries().stream()
                .filter(CommandEntry::isOperation)
                .map(CommandEntry::flag)
                .forEach(flags::add);
        return flags;
    }

    private String elsewhere(String flag) {
        return found.entry() == null || table.operation(flag) != null
                ? flag
                : flag + ", which is for " + named(table.takers(flag));
    }

    /** A word where the command has all that it takes. */
    private UsageException surplus(String word, CommandEntry entry) {
        List<String> taken = commandLine == null
                ? List.of()
                : commandLine.getCommandSpec().positionalParameters().stream()
                        .map(ArgSpec::paramLabel)
                        .toList();
        String flag = "--" + word;
        String shown = Secrets.maskArgument(word);
        Optional<String> onlyFlag = onlyFlag(entry).filter(only -> taken.isEmpty());
        return new UsageException(
                "\"" + shown + "\"",
                "is one word too many: " + found.spelling() + " takes "
                        + (taken.isEmpty() ? "only flags" : String.join(" ", taken) + " and flags"),
                option(flag) != null
                        ? "did you mean " + flag + "?"
                        : onlyFlag.map(only -> "did you mean " + only + " " + shown + "?")
                                .orElse("leave it out; ./forge " + entry.words() + " --help lists what there is"));
    }

    /** Returns the flag that a command's only example gives a value to, unless it has been given. */
    private Optional<String> onlyFlag(CommandEntry entry) {
        String[] examples = commandLine == null
                ? new String[0]
                : commandLine.getCommandSpec().usageMessage().footer();
        String begin = "./forge " + entry.words() + " --";
        if (examples.length != 1 || !examples[0].startsWith(begin)) {
            return Optional.empty();
        }
        String[] words = examples[0].substring(begin.length()).split(" ");
        return words.length == 2 && !found.rest().contains("--" + words[0])
                ? Optional.of("--" + words[0])
                : Optional.empty();
    }

    private UsageException unknownWord(String word) {
        List<CommandEntry> behind = table.behind(found.spelling());
        List<String> known = behind.isEmpty()
                ? table.entries().stream().map(CommandEntry::words).toList()
                : behind.stream()
                        .map(entry -> entry.words().substring(found.spelling().length() + 1))
                        .toList();
        Optional<String> nearest = NearestWord.of(word, known);
        CommandEntry entry = found.entry();
        if (entry != null && (behind.isEmpty() || nearest.isEmpty())) {
            return surplus(word, entry);
        }
        return new UsageException(
                "\"" + Secrets.maskArgument(word) + "\"",
                "is no command",
                nearest.map(near -> "did you mean " + near + "?").orElse("flags begin with --; " + SEE_HELP));
    }

    UsageException givenTwice(ArgSpec flag) {
        return twice(nameOf(flag));
    }

    private static UsageException twice(String name) {
        return new UsageException(name, "is given twice", "give it once");
    }

    private static UsageException takesNoValue(String name) {
        return new UsageException(name, "takes no value", "write " + name + " alone");
    }

    /** About a value, or a whole flag, that is not there. */
    UsageException missing(ArgSpec argument) {
        String name = nameOf(argument);
        if (!argument.isOption()) {
            return new UsageException(name, "has no value", "write one behind it, as in " + firstExample());
        }
        return found.rest().contains(name)
                ? withoutValue(name)
                : new UsageException(name, "is missing", "give it, as in " + firstExample());
    }

    /** About a flag at the end, or before another one. */
    UsageException withoutValue(String name) {
        OptionSpec flag = option(name);
        if (flag == null) {
            flag = table.spec(table.takers(name).get(0)).findOption(name);
        }
        return new UsageException(name, "has no value", "write one behind it, as in " + name + " " + flag.paramLabel());
    }

    /** @param spelling the word that is there, empty when there is none */
    static UsageException noCommand(CommandTable table, String spelling) {
        if (!spelling.isEmpty()) {
            List<String> words =
                    table.behind(spelling).stream().map(CommandEntry::words).toList();
            return new UsageException(spelling, "is not complete", "say " + joined(words, " or "));
        }
        return new UsageException(
                null,
                "no operation is given",
                "give one of "
                        + table.entries().stream()
                                .filter(CommandEntry::isOperation)
                                .map(CommandEntry::flag)
                                .collect(Collectors.joining(", "))
                        + " (./forge --help)");
    }

    private @Nullable OptionSpec option(String name) {
        return commandLine == null ? null : CommandTable.option(commandLine.getCommandSpec(), name);
    }

    private String firstExample() {
        return commandLine == null
                ? SEE_HELP
                : commandLine.getCommandSpec().usageMessage().footer()[0];
    }

    private static String named(List<CommandEntry> takers) {
        List<String> words = takers.stream().map(CommandEntry::words).toList();
        return words.size() <= MAX_NAMED
                ? joined(words, " and ")
                : String.join(", ", words.subList(0, MAX_NAMED - 1)) + " and " + (words.size() - MAX_NAMED + 1)
                        + " more commands";
    }

    private static String joined(List<String> words, String last) {
        int end = words.size() - 1;
        return end == 0 ? words.get(0) : String.join(", ", words.subList(0, end)) + last + words.get(end);
    }

    /** Returns the name of a flag without the value behind it. */
    static String nameOf(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
