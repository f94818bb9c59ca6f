package io.theforge.cli.parse;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The help of one command, from its declarations. */
final class CommandHelp {
    private CommandHelp() {}

    static String text(CommandTable table, CommandEntry entry, CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        StringBuilder text =
                new StringBuilder("Usage: ").append(help.synopsis(0).replace("[OPTIONS]", "[flags]"));
        if (entry.flag() != null) {
            text.append(String.format("       forge %s ... is the same%n", entry.flag()));
        }
        text.append(String.format("%n")).append(help.description());
        if (!spec.positionalParameters().isEmpty()) {
            text.append(String.format("%n")).append(help.parameterList());
        }
        text.append(flags(spec, help));
        if (!table.behind(entry.words()).isEmpty()) {
            text.append(String.format("%nSee also:%n")).append(ProgramHelp.summaries(table.behind(entry.words())));
        }
        text.append(String.format("%nExamples:%n"));
        for (String example : spec.usageMessage().footer()) {
            text.append(String.format("  %s%n", example));
        }
        return text.toString();
    }

    /** Of a word that is no command by itself. */
    static String group(CommandTable table, String word) {
        return String.format("Usage: forge %s COMMAND%n%nCommands:%n", word)
                + ProgramHelp.summaries(table.behind(word));
    }

    /** Flags under the headings of the groups that they are declared in. */
    static String flags(CommandSpec spec, Help help) {
        StringBuilder text = new StringBuilder();
        FlagSections.of(spec).forEach((heading, options) -> {
            Help.Layout layout = help.createDefaultLayout(spec.options(), List.of(), help.colorScheme());
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(String.format("%n%s:%n", heading)).append(layout);
        });
        return text.toString();
    }
}
