package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of commands is the program's own help. After a change, {@code -Dforge.docs=write} writes it anew. */
class CommandsReferenceTest {
    private static final Page PAGE = Page.named("docs/reference/commands.md");
    private static final String BEGIN = "<!-- commands -->\n";
    private static final String END = "<!-- end of commands -->";
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]+)");

    /** Of {@code forge-bench/run}, {@code forge-spark/run}, Spark and containers. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--enable-native-access",
            "--quick",
            "--tiny",
            "--only",
            "--seeds",
            "--jmh",
            "--postgres-bin",
            "--partitions",
            "--overwrite",
            "--jars",
            "--user",
            "--tmpfs");

    @Test
    void theReferenceIsWhatTheHelpSays() throws IOException {
        String text = PAGE.text();
        String current = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + CommandPage.text()
                + text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("forge.docs"))) {
            Files.writeString(PAGE.file(), current);
        } else {
            assertThat(text).isEqualTo(current);
        }
    }

    @Test
    void everyFlagIsInTheReference() {
        assertThat(Reference.missing(known(), flags(PAGE.text()))).isEmpty();
    }

    @Test
    void everyFlagThatAPageNamesExists() {
        Set<String> known = known();
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

    private static Set<String> known() {
        Set<String> known = new LinkedHashSet<>(flags(CommandPage.help("")));
        CommandPage.commands().forEach(command -> known.addAll(flags(CommandPage.help(command))));
        assertThat(known).contains("--full-new", "--html", "--json");
        return known;
    }

    private static Set<String> flags(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher each = FLAG.matcher(text);
        while (each.find()) {
            found.add(each.group(1));
        }
        return found;
    }
}
