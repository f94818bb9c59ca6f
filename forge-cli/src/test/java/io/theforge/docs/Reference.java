package io.theforge.docs;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the reference names: words in backticks. */
final class Reference {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private Reference() {}

    /** Returns every word in backticks of a text, whole. */
    static Set<String> codes(String text) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    /** Returns the names of which paths such as {@code tables.*.rows} or {@code checks[].name} are made. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        codes(text)
                .forEach(code -> Arrays.stream(code.split("\\.|\\[\\]"))
                        .filter(name -> name.matches("[a-z_0-9]+"))
                        .forEach(names::add));
        return names;
    }

    /** Returns what is wanted and not listed. */
    static Set<String> missing(Set<String> wanted, Set<String> listed) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(listed);
        return missing;
    }

    /** Returns the text under the heading that names one of these in backticks, up to the next heading. */
    static String section(Page page, String heading) {
        List<String> lines = page.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#") && codes(lines.get(i)).contains(heading)) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("#")) {
                    end++;
                }
                return String.join("\n", lines.subList(i + 1, end));
            }
        }
        throw new AssertionError(page.name() + " has no heading `" + heading + "`");
    }

    /** Returns the first column of all tables of a text. */
    static String firstColumns(String text) {
        StringBuilder cells = new StringBuilder();
        text.lines()
                .filter(line -> line.startsWith("| "))
                .forEach(line -> cells.append(line.split(" \\| ")[0]).append('\n'));
        return cells.toString();
    }
}
