package io.theforge.cli.parse;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.result.Secrets;
import io.theforge.cli.result.UsageException;
import io.theforge.cli.result.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The arguments of a run: which command they name, and what they ask of it. */
public final class Arguments {
    private static final Set<String> ABOUT_THE_PROGRAM = Set.of("--help", "--version");

    private final CommandTable table;
    private final List<String> given;
    /** What is asked for with flags, whatever the words were. */
    private final List<String> asFlags;

    private final CommandFinder.Found found;

    private Arguments(CommandTable table, List<String> given) {
        this.table = table;
        this.given = given;
        asFlags = asFlags(given);
        found = new CommandFinder(table, asFlags).find();
    }

    /** Other programs are asked with {@code help}, {@code version} and {@code -h}. */
    private static List<String> asFlags(List<String> given) {
        List<String> flags = new ArrayList<>(given);
        flags.replaceAll(word -> word.equals("-h") ? "--help" : word);
        String first = flags.isEmpty() ? "" : flags.get(0);
        if (first.equals("help") || first.equals("version")) {
            flags.remove(0);
            flags.add("--" + first);
        }
        return flags;
    }

    /** Nothing can be wrong with them yet: the console is told first how to speak. */
    public static Arguments of(CommandTable table, String... given) {
        return new Arguments(table, List.of(given));
    }

    /** Returns them as they were given. */
    public List<String> given() {
        return given;
    }

    /** Returns the name of the command in results and logs, however wrong the rest may be; null when none is named. */
    public @Nullable String commandName() {
        return found.entry() == null ? null : found.entry().name();
    }

    /** @throws UsageException naming the first argument that cannot be meant so */
    public Request read() {
        refuseBrokenText();
        CommandEntry entry = found.entry();
        return entry == null ? withoutCommand() : command(entry);
    }

    private Request command(CommandEntry entry) {
        CommandLine commandLine = table.commandLine(entry);
        Mistakes mistakes = new Mistakes(table, found, commandLine);
        try {
            mistakes.refuseValuesOfSwitches();
            ParseResult parsed = commandLine.parseArgs(found.rest().toArray(String[]::new));
            BaseCommand command = commandLine.getCommand();
            if (parsed.isUsageHelpRequested()) {
                return Request.of(CommandHelp.text(table, entry, commandLine));
            }
            if (parsed.isVersionHelpRequested()) {
                return Request.of(version());
            }
            command.output().check();
            return Request.of(command);
        } catch (UnmatchedArgumentException e) {
            throw mistakes.unknown(e.getUnmatched().get(0));
        } catch (OverwrittenOptionException e) {
            throw mistakes.givenTwice(e.getOverwritten());
        } catch (MissingParameterException e) {
            List<String> unknown = commandLine.getUnmatchedArguments();
            throw unknown.isEmpty() ? mistakes.missing(e.getMissing().get(0)) : mistakes.unknown(unknown.get(0));
        } catch (ParameterException e) {
            throw new UsageException(null, String.valueOf(e.getMessage()), Mistakes.SEE_HELP);
        }
    }

    private Request withoutCommand() {
        if (!ABOUT_THE_PROGRAM.containsAll(found.rest())) {
            refuseUnknown();
        }
        if (asFlags.contains("--help")) {
            return Request.of(
                    found.spelling().isEmpty() ? ProgramHelp.text(table) : CommandHelp.group(table, found.spelling()));
        }
        if (asFlags.contains("--version")) {
            return Request.of(version());
        }
        throw Mistakes.noCommand(table, found.spelling());
    }

    /** What no command takes, and a flag behind which the value is missing. */
    private void refuseUnknown() {
        List<String> rest = found.rest();
        Mistakes mistakes = new Mistakes(table, found, null);
        CommandFinder restFinder = new CommandFinder(table, rest);
        for (int i = 0; i < rest.size(); i++) {
            String argument = rest.get(i);
            if (restFinder.isValue(i, null)) {
                if (table.operation(argument) != null) {
                    throw mistakes.withoutValue(rest.get(i - 1));
                }
                continue;
            }
            if (!ABOUT_THE_PROGRAM.contains(argument)
                    && table.takers(Mistakes.nameOf(argument)).isEmpty()) {
                throw mistakes.unknown(argument);
            }
        }
    }

    /** What the JVM could not decode would name another file than the one that is meant. */
    private void refuseBrokenText() {
        for (String argument : given) {
            if (argument.indexOf('\uFFFD') >= 0) {
                throw new UsageException(
                        "\"" + Secrets.maskArgument(argument) + "\"",
                        "is not text in the charset of the locale",
                        "write it in UTF-8, or set LC_ALL to the locale that it is written in");
            }
        }
    }

    private static String version() {
        return "forge " + Version.text() + System.lineSeparator();
    }
}
