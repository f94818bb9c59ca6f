package io.theforge.cli.parse;

import io.theforge.cli.command.BaseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * A command in the list of commands.
 *
 * @param words what asks for it: "runs show"
 * @param type its flags, its help and its run
 * @param isOperation whether a flag asks for it too: {@code --full-new}
 */
public record CommandEntry(String words, Class<? extends BaseCommand> type, boolean isOperation) {
    private static final int WIDTH = 100;

    public static CommandEntry operation(String words, Class<? extends BaseCommand> type) {
        return new CommandEntry(words, type, true);
    }

    public static CommandEntry command(String words, Class<? extends BaseCommand> type) {
        return new CommandEntry(words, type, false);
    }

    /** Returns the flag of an operation: "--full-new". */
    String flag() {
        return "--" + words;
    }

    /** Returns the name in results and logs: "runs-show". */
    String name() {
        return words.replace(' ', '-');
    }

    /** Returns the first line of its description. */
    String summary() {
        return type.getAnnotation(Command.class).description()[0];
    }

    /** Returns a parser that reads arguments as they stand: no abbreviations, no files of arguments, no variables inside. */
    CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(type)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAbbreviatedOptionsAllowed(false)
                .setPosixClusteredShortOptionsAllowed(false);
        commandLine
                .getCommandSpec()
                .name("forge " + words)
                .usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true);
        return commandLine;
    }
}
