package io.theforge.cli.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** {@code forge --help}: every command on one screen, and the flags of the first. */
final class ProgramHelp {
    static final List<String> DESCRIPTION = List.of(
            "Fills a database with a synthetic shop: stores, products, calendar, prices, promotions, sales",
            "and inventory, seven tables in all. The same seed and configuration give the same rows everywhere.");

    static final List<String> EXAMPLES = List.of(
            "./forge --full-new --confirm                      the defaults above, in the embedded file",
            "./forge --full-new --config shop.yaml --dry-run   what that file would make",
            "./forge --full-new --stores 56 --database postgresql://me@localhost/shop --confirm",
            "./forge --append --end-date 2025-03-31            extends the dataset from the last day there is",
            "./forge --delete --scope facts --backup facts.sql.gz --confirm",
            "./forge preview --config shop.yaml                what that shop would sell, as charts",
            "./forge oracle                                    the best score anyone could reach",
            "./forge score forecast.csv --html score.html      how good those forecasts are, as charts",
            "./forge --status --json");

    private static final List<String> EXIT_CODES = List.of(
            "0", "done",
            "1", "failed (the database is as before), or done and not printed",
            "2", "wrong usage or configuration",
            "3", "refused by a guard, or there is no dataset to work on",
            "4", "verification found something wrong",
            "130, 143", "interrupted");

    private static final String USAGE = """
            Usage: forge COMMAND [flags]
                   forge --full-new [flags]     an operation can be a flag, anywhere among the others
                   forge --scenario NAME        alone, it means --full-new with it
                   forge --scenario rag-agent   the check of a stack that answers questions
                   forge COMMAND --help         the flags of a command; forge help COMMAND is the same
                   forge --version

            """;

    private ProgramHelp() {}

    static String text(CommandTable table) {
        CommandEntry first = table.first();
        CommandSpec spec = table.spec(first);
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        StringBuilder text = new StringBuilder(USAGE);
        DESCRIPTION.forEach(line -> text.append(line).append('\n'));
        text.append("\nOperations, each a flag too (--full-new):\n");
        text.append(summaries(
                table.entries().stream().filter(CommandEntry::isOperation).toList()));
        text.append("\nCommands:\n");
        text.append(summaries(
                table.entries().stream().filter(entry -> !entry.isOperation()).toList()));
        text.append("\nThe flags of ").append(first.words()).append(", which other commands share:\n");
        text.append(CommandHelp.flags(spec, help));
        text.append("\nExamples:\n");
        EXAMPLES.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\nExit codes:\n");
        exitCodes().forEach((code, meaning) -> text.append(String.format("  %-9s %s%n", code, meaning)));
        return text.toString();
    }

    /** Returns what each exit code means, in their order. */
    static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < EXIT_CODES.size(); i += 2) {
            codes.put(EXIT_CODES.get(i), EXIT_CODES.get(i + 1));
        }
        return codes;
    }

    /** A line for each command. */
    static String summaries(List<CommandEntry> entries) {
        int width =
                entries.stream().mapToInt(entry -> entry.words().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (CommandEntry entry : entries) {
            text.append("  ")
                    .append(entry.words())
                    .append(" ".repeat(width + 2 - entry.words().length()))
                    .append(entry.summary())
                    .append('\n');
        }
        return text.toString();
    }
}
