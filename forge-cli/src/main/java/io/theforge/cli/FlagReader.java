package io.theforge.cli;

import io.theforge.text.NearestWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments as they stand: no abbreviations, no files of arguments, no variables inside. */
final class FlagReader {
    private static final String SEE_HELP = "./forge --help lists what there is";

    private final Flags flags = new Flags();
    private final CommandLine commandLine = new CommandLine(flags);
    private CommandLine asked = commandLine;

    FlagReader() {
        Commands.addTo(commandLine);
        commandLine
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAbbreviatedOptionsAllowed(false)
                .setAbbreviatedSubcommandsAllowed(false)
                .setPosixClusteredShortOptionsAllowed(false);
    }

    /** @throws UsageException naming the first argument that cannot be meant so */
    Flags read(String... args) {
        try {
            refuseBrokenText(args);
            refuseRepetitions(args);
            ParseResult parsed = commandLine.parseArgs(args);
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            asked = parsed.commandSpec().commandLine();
            if (asked.getCommand() instanceof Commands.Asked command) {
                command.addTo(flags);
                flags.operations.help |= command.help;
            }
            String format = flags.show.logFormat;
            if (format != null && !List.of("json", "text").contains(format)) {
                throw new UsageException("--log-format", "\"" + format + "\" is no format", "give json or text");
            }
            return flags;
        } catch (UnmatchedArgumentException e) {
            throw unknown(e.getUnmatched().get(0), e.getCommandLine());
        } catch (MissingParameterException e) {
            String name = nameOf(e.getMissing().get(0));
            throw new UsageException(name, "has no value", "write one behind it, as in " + example(name));
        } catch (ParameterException e) {
            throw new UsageException(null, String.valueOf(e.getMessage()), SEE_HELP);
        }
    }

    /** What the JVM could not decode would name another file than the one that is meant. */
    private static void refuseBrokenText(String... args) {
        for (String argument : args) {
            if (argument.indexOf('\uFFFD') >= 0) {
                throw new UsageException(
                        "\"" + Secrets.maskArgument(argument) + "\"",
                        "is not text in the charset of the locale",
                        "write it in UTF-8, or set LC_ALL to the locale that it is written in");
            }
        }
    }

    /** Within groups picocli would take the last of several, and a value behind a flag that has none. */
    private void refuseRepetitions(String... args) {
        Set<String> seen = new HashSet<>();
        for (String argument : args) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            OptionSpec flag = find(commandLine, name);
            if (flag == null || !name.startsWith("--")) {
                continue;
            }
            if (equals >= 0 && flag.arity().max() == 0) {
                throw new UsageException(name, "takes no value", "write " + name + " alone");
            }
            if (!seen.add(name) && !flag.isMultiValue()) {
                throw new UsageException(name, "is given twice", "give it once");
            }
        }
    }

    private static @Nullable OptionSpec find(CommandLine command, String name) {
        OptionSpec flag = command.getCommandSpec().findOption(name);
        for (CommandLine each : command.getSubcommands().values()) {
            flag = flag == null ? find(each, name) : flag;
        }
        return flag;
    }

    /** Of the command that was named, or of all. */
    String help() {
        return asked.getUsageMessage(Ansi.OFF);
    }

    private UsageException unknown(String argument, CommandLine within) {
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        if (!name.startsWith("-")) {
            String shown = "\"" + Secrets.maskArgument(argument) + "\"";
            return new UsageException(shown, "is no command", nearestCommand(name, within));
        }
        if (commandLine.getCommandSpec().findOption(name) != null) {
            String command = within.getCommandSpec().qualifiedName().substring("forge ".length());
            return new UsageException(name, "does not go with " + command, "leave it out");
        }
        for (Map.Entry<String, CommandLine> command : within.getSubcommands().entrySet()) {
            if (command.getValue().getCommandSpec().findOption(name) != null) {
                String behind = command.getKey() + " " + name;
                return new UsageException(name, "is a flag of " + command.getKey(), "write it behind: " + behind);
            }
        }
        Optional<String> nearest =
                NearestWord.of(name, within.getCommandSpec().optionsMap().keySet());
        return new UsageException(
                name,
                "is no flag of this program",
                nearest.map(word -> "did you mean " + word + "?").orElse(SEE_HELP));
    }

    /** Somebody may have left out the dashes as well. */
    private static String nearestCommand(String word, CommandLine within) {
        List<String> known = new ArrayList<>(within.getSubcommands().keySet());
        if (within.getParent() == null) {
            for (Operation operation : Operation.values()) {
                known.add(operation.flag().startsWith("--") ? operation.word() : operation.flag());
            }
        }
        return NearestWord.of(word, known)
                .map(nearest -> "did you mean "
                        + (within.getCommandSpec().findOption("--" + nearest) == null ? "" : "--") + nearest + "?")
                .orElse("flags begin with --; " + SEE_HELP);
    }

    private static String nameOf(ArgSpec flag) {
        return flag instanceof OptionSpec option ? option.longestName() : flag.paramLabel();
    }

    private String example(String name) {
        OptionSpec flag = find(commandLine, name);
        if (flag != null) {
            return name + " " + flag.paramLabel();
        }
        return name.equals("FILE") ? "./forge score forecast.csv" : "./forge runs show 1";
    }
}
