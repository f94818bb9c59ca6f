package io.theforge.cli.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The declarations of all commands as one tree, for what is written from them. The root takes what stands before a command's
 * word: the flags of the operations, and the operations themselves.
 */
public final class ProgramSpec {
    private ProgramSpec() {}

    public static CommandSpec of(CommandTable table) {
        CommandSpec root = CommandSpec.create().name("forge");
        root.usageMessage()
                .description(ProgramHelp.DESCRIPTION.toArray(String[]::new))
                .footer(ProgramHelp.EXAMPLES.toArray(String[]::new))
                .exitCodeList(ProgramHelp.exitCodes());
        Map<String, OptionSpec> flags = new LinkedHashMap<>();
        for (CommandEntry entry : table.entries()) {
            CommandSpec spec = entry.commandLine().getCommandSpec();
            if (entry.isOperation()) {
                root.addOption(OptionSpec.builder(entry.flag())
                        .description(entry.summary())
                        .build());
                spec.options().forEach(option -> flags.putIfAbsent(option.longestName(), option));
            }
            add(root, entry.words(), spec);
        }
        flags.values()
                .forEach(option ->
                        root.addOption(OptionSpec.builder(option).hidden(false).build()));
        return root;
    }

    private static void add(CommandSpec root, String words, CommandSpec spec) {
        int blank = words.indexOf(' ');
        if (blank < 0) {
            root.addSubcommand(words, spec);
            return;
        }
        String group = words.substring(0, blank);
        CommandLine parent = root.subcommands().get(group);
        CommandSpec within = parent == null ? CommandSpec.create() : parent.getCommandSpec();
        if (parent == null) {
            root.addSubcommand(group, within);
        }
        within.addSubcommand(words.substring(blank + 1), spec);
    }
}
