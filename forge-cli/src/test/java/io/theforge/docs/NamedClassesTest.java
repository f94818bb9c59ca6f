package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Classes, methods and tests that pages for developers name are there. */
class NamedClassesTest {
    /** "cli.Forge", "ExpectedDemand.fill", "WarehouseContract.aSecondForgeIsRefusedWhileOneIsAtWork" */
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\.)*([A-Z]\\w+)(?:\\.([a-z]\\w+))?");

    private static Map<String, Path> classes;

    @BeforeAll
    static void findClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            classes = files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains("src")
                            && !file.toString().contains("target"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (one, other) -> one));
        }
    }

    @Test
    void thePromisesAreKeptAndProvedByWhatThePageNames() throws IOException {
        Page page = Page.named("docs/explanation/ownership.md");
        Set<String> named = Reference.codes(page.lines().stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.substring(line.indexOf('|', 1)))
                .collect(Collectors.joining("\n")));
        assertThat(named).hasSizeGreaterThan(25);
        assertThat(missing(named)).isEmpty();
    }

    @Test
    void theWayFromMainToTheBytesIsThere() throws IOException {
        Set<String> named = Reference.codes(Page.named("ARCHITECTURE.md").text());
        named.removeIf(code -> !code.matches(CLASS.pattern()));
        assertThat(named).contains("cli.Forge", "database.postgres.CopyEncoder");
        named.removeAll(Set.of("COPY")); // a statement
        assertThat(missing(named)).isEmpty();
    }

    private static Set<String> missing(Set<String> named) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String each : named) {
            Matcher name = CLASS.matcher(each);
            if (!name.matches()) {
                continue;
            }
            Path file = classes.get(name.group(1));
            if (file == null
                    || name.group(2) != null
                            && !Files.readString(file).matches("(?s).*\\b" + name.group(2) + "\\(.*")) {
                missing.add(each);
            }
        }
        return missing;
    }
}
