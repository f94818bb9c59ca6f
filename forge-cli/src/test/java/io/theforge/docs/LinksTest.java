package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from one page to another, or to a heading, leads somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern PAGE = Pattern.compile("\\bdocs/[a-z/-]+\\.md");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Page page : Page.all()) {
            List<String> lines = page.lines();
            for (int i = 0; i < lines.size(); i++) {
                Matcher link = LINK.matcher(lines.get(i));
                while (link.find()) {
                    if (!leadsSomewhere(page, link.group(1))) {
                        broken.add(page.name() + ":" + (i + 1) + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsLinkedFromTheIndex() {
        String index = Page.named("docs/README.md").text();

        assertThat(Page.all().stream()
                        .map(Page::name)
                        .filter(name -> name.startsWith("docs/") && !name.equals("docs/README.md"))
                        .map(name -> name.substring("docs/".length())))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }

    /** In help, messages and comments. */
    @Test
    void everyPageThatTheCodeNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")
                            && !each.toString().contains("target"))
                    .toList()) {
                Matcher page = PAGE.matcher(Files.readString(file));
                while (page.find()) {
                    if (!Files.exists(Page.ROOT.resolve(page.group()))) {
                        missing.add(Page.ROOT.relativize(file) + ": " + page.group());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return true; // another site
        }
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || anchors(Page.named(Page.ROOT.relativize(file).toString())).contains(parts[1]);
    }

    /** Returns the names of headings as GitHub makes them. */
    private static Set<String> anchors(Page page) {
        Set<String> anchors = new HashSet<>();
        for (String line : page.lines()) {
            if (line.matches("#{1,6} .*")) {
                String text = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT);
                anchors.add(text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
            }
        }
        return anchors;
    }
}
