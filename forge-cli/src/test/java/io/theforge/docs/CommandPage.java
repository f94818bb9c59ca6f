package io.theforge.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference of commands, as the program's own help has it: command by command, without the flags that all of them take. */
final class CommandPage {
    private static final Path ANYWHERE = Path.of("").toAbsolutePath();
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*(?: [a-z]+)*)  +\\S");
    private static final Pattern FLAG = Pattern.compile("^      (--[a-z-]+|[A-Z]+)(?:=(\\S+))?(?: +(.*))?$");
    private static final Pattern FURTHER = Pattern.compile("^ {10,}(\\S.*)$");
    private static final Pattern IS_THE_SAME = Pattern.compile("forge (--\\S.*) \\.\\.\\. is the same");
    private static final Pattern PAGE = Pattern.compile("docs/reference/([a-z-]+)\\.md");
    private static final String OF_ALL = "What is shown:";

    private CommandPage() {}

    /** Returns the commands in the order of the help, such as "full-new" and "runs show". */
    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String paragraph : paragraphs(help(""))) {
            if (paragraph.startsWith("Operations") || paragraph.startsWith("Commands")) {
                Matcher command = COMMAND.matcher(paragraph);
                while (command.find()) {
                    commands.add(command.group(1));
                }
            }
        }
        return commands;
    }

    /** Returns the page's part that is written. */
    static String text() {
        StringBuilder page = new StringBuilder();
        for (String command : commands()) {
            page.append(section(command)).append('\n');
        }
        return page.toString();
    }

    private static String section(String command) {
        List<String> paragraphs = paragraphs(help(command));
        Matcher flag = IS_THE_SAME.matcher(paragraphs.get(0));
        StringBuilder section = new StringBuilder("### `forge " + command + "`");
        section.append(flag.find() ? ", `forge " + flag.group(1) + "`\n\n" : "\n\n");
        section.append(paragraphs.get(1)).append('\n');
        List<String[]> rows = new ArrayList<>();
        for (String paragraph : paragraphs.subList(2, paragraphs.size())) {
            if (!paragraph.startsWith(OF_ALL)) {
                rows.addAll(rows(paragraph));
            }
        }
        if (!rows.isEmpty()) {
            section.append("\n| argument or flag | what it does |\n|---|---|\n");
            rows.forEach(row -> section.append("| `" + cell(row[0]) + "` | " + cell(row[1]) + " |\n"));
        }
        return section.toString();
    }

    /** Returns each flag or argument with its meaning. */
    private static List<String[]> rows(String paragraph) {
        List<String[]> rows = new ArrayList<>();
        for (String line : paragraph.split("\n")) {
            Matcher flag = FLAG.matcher(line);
            Matcher further = FURTHER.matcher(line);
            if (flag.matches()) {
                String value = flag.group(2) == null ? "" : " " + flag.group(2);
                rows.add(new String[] {flag.group(1) + value, flag.group(3) == null ? "" : flag.group(3)});
            } else if (further.matches() && !rows.isEmpty()) {
                String[] last = rows.get(rows.size() - 1);
                last[1] = (last[1] + " " + further.group(1)).strip();
            }
        }
        return rows;
    }

    private static String cell(String text) {
        return PAGE.matcher(text).replaceAll("[$1]($1.md)").replace("|", "\\|");
    }

    private static List<String> paragraphs(String help) {
        return Arrays.asList(help.split("\n\n"));
    }

    /** Returns what {@code --help} says. */
    static String help(String command) {
        Ended help = Ended.of(ANYWHERE, (command + " --help").strip());
        if (help.exitCode() != 0) {
            throw new AssertionError(help.err());
        }
        return help.out().replace(System.lineSeparator(), "\n");
    }
}
