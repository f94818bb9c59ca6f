package io.theforge.cli.parse;

import io.theforge.cli.command.BaseCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * A command in the list of commands.
 *
 * @param words what asks for it: "runs show"
 * @param type its flags, its help and its run
 * @param flag what asks for it too: {@code --full-new}, {@code --scenario rag-agent}; null where nothing does
 */
public record CommandEntry(
        String words,
        Class<? extends BaseCommand> type,
        @Nullable String flag) {
    static final String SCENARIO = "--scenario";

    private static final int WIDTH = 100;

    public static CommandEntry operation(String words, Class<? extends BaseCommand> type) {
        return new CommandEntry(words, type, "--" + words);
    }

    public static CommandEntry command(String words, Class<? extends BaseCommand> type) {
        return new CommandEntry(words, type, null);
    }

    /** One that is asked for as if it were a preset: by its name behind {@code --scenario}. */
    public static CommandEntry scenario(String words, Class<? extends BaseCommand> type) {
        return new CommandEntry(words, type, SCENARIO + " " + words.replace(' ', '-'));
    }

    /** Returns whether one flag asks for it too. */
    public boolean isOperation() {
        return flag != null && !isScenario();
    }

    /** Returns whether it is asked for as a preset is. */
    boolean isScenario() {
        return flag != null && flag.startsWith(SCENARIO);
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
