package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of commands names every command and every flag that the program's own help names. */
class CommandsReferenceTest {
    private static final Page PAGE = Page.named("docs/reference/commands.md");
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]+)");
    private static final Pattern DECLARED = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z][a-z-]+)");
    /** Of {@code forge-bench/run}. */
    private static final Set<String> OF_OTHERS = Set.of("--quick", "--tiny", "--only", "--jmh", "--postgres-bin");

    private static final Path ANYWHERE = Path.of("").toAbsolutePath();

    @Test
    void everyFlagIsInTheReference() {
        assertThat(Reference.missing(declared(""), flags(PAGE.text()))).isEmpty();
    }

    @Test
    void everyCommandIsInTheReferenceWithItsFlags() {
        List<String> commands = commands("");
        assertThat(commands).isNotEmpty();
        String common = PAGE.text().substring(0, PAGE.text().indexOf("<!-- commands -->"));
        for (String command : commands) {
            String text = common + Reference.section(PAGE, "forge " + command);
            assertThat(Reference.missing(declared(command), flags(text)))
                    .as(command)
                    .isEmpty();
        }
    }

    @Test
    void everyFlagThatAPageNamesExists() {
        Set<String> known = new LinkedHashSet<>(declared(""));
        commands("").forEach(command -> known.addAll(declared(command)));
        List<String> unknown = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String code : Reference.codes(page.text())) {
                if (code.startsWith("--") || code.startsWith("./forge ")) {
                    flags(code).stream()
                            .filter(flag -> !known.contains(flag) && !OF_OTHERS.contains(flag))
                            .forEach(flag -> unknown.add(page.name() + ": " + flag));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** Returns commands, and those inside them as "runs show", in the order of the help. */
    private static List<String> commands(String command) {
        List<String> found = new ArrayList<>();
        String help = help(command);
        int list = help.indexOf("\nCommands:\n");
        if (list >= 0) {
            String lines = help.substring(list + "\nCommands:\n".length());
            for (String line : lines.split("\n")) {
                if (!line.startsWith("  ")) {
                    break;
                }
                if (line.startsWith("  ") && !line.startsWith("   ")) {
                    String inside = (command + " " + line.strip().split("[ ,]")[0]).strip();
                    List<String> further = commands(inside);
                    // a word such as "config" is none without another one
                    if (further.isEmpty() || !help(inside).contains("What the configuration is")) {
                        found.add(inside);
                    }
                    found.addAll(further);
                }
            }
        }
        return found;
    }

    private static String help(String command) {
        Ended help = Ended.of(ANYWHERE, (command + " --help").strip());
        assertThat(help.exitCode()).as(help.err()).isZero();
        return help.out();
    }

    /** Returns the flags that a command's help lists, each at the beginning of a line. */
    private static Set<String> declared(String command) {
        return find(DECLARED, help(command));
    }

    private static Set<String> flags(String text) {
        return find(FLAG, text);
    }

    private static Set<String> find(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher each = pattern.matcher(text);
        while (each.find()) {
            found.add(each.group(1));
        }
        return found;
    }
}
