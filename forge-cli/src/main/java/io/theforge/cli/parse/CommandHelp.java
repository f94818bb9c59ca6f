package io.theforge.cli.parse;

import io.theforge.cli.input.FlagGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of one command, from its declarations. */
final class CommandHelp {
    private static final String OWN = "Flags";
    private static final List<String> LAST = List.of(FlagGroup.WHERE_AND_HOW, FlagGroup.WHAT_IS_SHOWN);

    private CommandHelp() {}

    static String text(CommandTable table, CommandEntry entry, CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        StringBuilder text = new StringBuilder("Usage: ").append(help.synopsis("Usage: ".length()));
        if (entry.isOperation()) {
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
        grouped(spec).forEach((heading, options) -> {
            Help.Layout layout = help.createDefaultLayout(spec.options(), List.of(), help.colorScheme());
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(String.format("%n%s:%n", heading)).append(layout);
        });
        return text.toString();
    }

    /** Returns the flags by heading: what is the command's own first, what every command has last. */
    static Map<String, List<OptionSpec>> grouped(CommandSpec spec) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        List<OptionSpec> own = new ArrayList<>(spec.options());
        spec.mixins().values().forEach(mixin -> own.removeAll(mixin.options()));
        add(groups, OWN, own);
        spec.mixins().values().stream()
                .filter(mixin -> !LAST.contains(heading(mixin)))
                .forEach(mixin -> add(groups, heading(mixin), mixin.options()));
        for (String last : LAST) {
            spec.mixins().values().stream()
                    .filter(mixin -> heading(mixin).equals(last))
                    .forEach(mixin -> add(groups, last, mixin.options()));
        }
        return groups;
    }

    private static void add(Map<String, List<OptionSpec>> groups, String heading, List<OptionSpec> options) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        if (!shown.isEmpty()) {
            groups.computeIfAbsent(heading, ignored -> new ArrayList<>()).addAll(shown);
        }
    }

    private static String heading(CommandSpec mixin) {
        return mixin.userObject() instanceof FlagGroup group ? group.heading() : OWN;
    }
}
