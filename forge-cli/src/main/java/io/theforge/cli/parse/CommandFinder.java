package io.theforge.cli.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command that the arguments name, wherever its word or its flag stands. A word that is the value of a flag names
 * nothing.
 */
final class CommandFinder {
    private static final String BEHIND_IT = CommandEntry.SCENARIO + "=";

    private final CommandTable table;
    private final List<String> arguments;

    CommandFinder(CommandTable table, List<String> arguments) {
        this.table = table;
        this.arguments = arguments;
    }

    /**
     * What was found.
     *
     * @param entry null when no command is named, or not all of its words
     * @param spelling as it was written: "--full-new", "runs show", "config"
     * @param rest the arguments without it
     */
    record Found(@Nullable CommandEntry entry, String spelling, List<String> rest) {}

    Found find() {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            CommandEntry operation = table.operation(word);
            if (operation != null && !isValue(i, operation)) {
                return new Found(operation, word, without(i, -1));
            }
            if (operation == null && table.isWord(word) && !isValue(i, table.command(word))) {
                return command(i, word);
            }
        }
        return scenarioAlone();
    }

    /** A scenario without any command: one that is a command, or what a preset alone asks for. */
    private Found scenarioAlone() {
        boolean given = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean apart = word.equals(CommandEntry.SCENARIO) && i + 1 < arguments.size();
            CommandEntry scenario = table.scenario(
                    apart
                            ? arguments.get(i + 1)
                            : word.startsWith(BEHIND_IT) ? word.substring(BEHIND_IT.length()) : "");
            if (scenario != null && !isValue(i, null)) {
                return new Found(scenario, String.valueOf(scenario.flag()), without(i, apart ? i + 1 : -1));
            }
            given |= word.startsWith(CommandEntry.SCENARIO);
        }
        return given
                ? new Found(table.first(), String.valueOf(table.first().flag()), arguments)
                : new Found(null, "", arguments);
    }

    /** The command whose first word stands there, perhaps with a second one further on. */
    private Found command(int first, String word) {
        CommandEntry shorter = table.command(word);
        if (!table.behind(word).isEmpty()) {
            int second = nextWord(first, shorter);
            CommandEntry longer = second < 0 ? null : table.command(word + " " + arguments.get(second));
            if (longer != null) {
                return new Found(longer, longer.words(), without(first, second));
            }
        }
        return new Found(shorter, word, without(first, -1));
    }

    private int nextWord(int from, @Nullable CommandEntry entry) {
        for (int i = from + 1; i < arguments.size(); i++) {
            if (!arguments.get(i).startsWith("-") && !isValue(i, entry)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the word there is the value of the flag before it. */
    boolean isValue(int i, @Nullable CommandEntry entry) {
        if (i == 0) {
            return false;
        }
        String before = arguments.get(i - 1);
        return before.startsWith("--")
                && !before.contains("=")
                && table.takesValue(before, entry)
                && !isValue(i - 1, entry);
    }

    private List<String> without(int first, int second) {
        List<String> rest = new ArrayList<>(arguments);
        if (second >= 0) {
            rest.remove(second);
        }
        rest.remove(first);
        return rest;
    }
}
