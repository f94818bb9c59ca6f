package io.theforge.cli.manual;

import io.theforge.cli.input.FlagGroup;
import io.theforge.cli.parse.FlagSections;
import io.theforge.cli.result.Version;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, in the macros of man(7). */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String text(CommandSpec program) {
        ManPage man = new ManPage();
        man.line(".TH FORGE 1 \"\" \"The Forge " + Version.text() + "\" \"The Forge\"");
        man.line(".SH NAME");
        man.line("forge \\- the data factory for people who forecast retail demand");
        man.line(".SH SYNOPSIS");
        man.line(".B forge");
        man.line("\\fICOMMAND\\fR [flags]");
        man.line(".br");
        man.line(".B forge");
        man.line(
                "\\fB\\-\\-full\\-new\\fR|\\fB\\-\\-append\\fR|\\fB\\-\\-delete\\fR|\\fB\\-\\-status\\fR|\\fB\\-\\-verify\\fR"
                        + " [flags]");
        man.line(".SH DESCRIPTION");
        man.text(program.usageMessage().description());
        man.line(".PP");
        man.text("Flags stand before or behind a command's word.");
        man.line(".SH FLAGS OF EVERY COMMAND");
        FlagSections.of(program.subcommands().values().iterator().next().getCommandSpec())
                .getOrDefault(FlagGroup.WHAT_IS_SHOWN, List.of())
                .forEach(man::flag);
        man.line(".SH COMMANDS");
        program.subcommands().values().forEach(command -> man.command(command.getCommandSpec()));
        man.line(".SH EXIT STATUS");
        program.usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> man.item("\\fB" + escaped(code) + "\\fR", meaning));
        man.line(".SH EXAMPLES");
        man.examples(program);
        return man.page.toString();
    }

    private void command(CommandSpec spec) {
        if (spec.userObject() != null && spec.usageMessage().description().length > 0) {
            line(".SS " + escaped(spec.name()) + positionals(spec));
            text(spec.usageMessage().description());
            spec.positionalParameters()
                    .forEach(each -> item("\\fI" + escaped(each.paramLabel()) + "\\fR", each.description()));
            FlagSections.of(spec).forEach((heading, options) -> {
                if (!heading.equals(FlagGroup.WHAT_IS_SHOWN)) {
                    options.forEach(this::flag);
                }
            });
            line(".PP");
            examples(spec);
        }
        for (CommandLine each : spec.subcommands().values()) {
            command(each.getCommandSpec());
        }
    }

    private static String positionals(CommandSpec spec) {
        StringBuilder text = new StringBuilder();
        for (PositionalParamSpec each : spec.positionalParameters()) {
            text.append(' ').append(escaped(each.paramLabel()));
        }
        return text.toString();
    }

    private void flag(OptionSpec option) {
        String name = "\\fB" + escaped(option.longestName()) + "\\fR";
        item(
                option.arity().max() == 0 ? name : name + " \\fI" + escaped(option.paramLabel()) + "\\fR",
                option.description());
    }

    private void examples(CommandSpec spec) {
        line(".nf");
        Arrays.stream(spec.usageMessage().footer()).forEach(this::text);
        line(".fi");
    }

    private void item(String term, String... description) {
        line(".TP");
        line(term);
        text(description);
    }

    private void text(String... lines) {
        for (String each : lines) {
            line(escaped(each));
        }
    }

    /** A backslash, a dash, and what would be a macro at the beginning of a line. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
