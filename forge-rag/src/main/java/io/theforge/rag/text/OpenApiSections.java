package io.theforge.rag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the description of an interface, YAML or JSON on several lines, by how its lines are indented: each operation is a section,
 * and so is each other part. A description on one line is cut by its length alone.
 */
final class OpenApiSections {
    private static final Pattern KEY =
            Pattern.compile("\\s*(?:\"([^\"]+)\"|'([^']+)'|([^\\s#'\"{}\\[\\]-][^:]*))\\s*:.*");
    private static final Pattern METHOD = Pattern.compile("get|put|post|delete|options|head|patch|trace");

    private final String text;
    private final Lines lines;
    private final int maxTokens;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>();
    private List<Unit> units = new ArrayList<>();
    private String heading = "";

    private OpenApiSections(String text, int maxTokens) {
        this.text = text;
        this.maxTokens = maxTokens;
        lines = Lines.of(text);
    }

    static List<Section> of(String text, int maxTokens) {
        OpenApiSections reader = new OpenApiSections(text, maxTokens);
        for (int i = 0; i < reader.lines.count(); i++) {
            reader.line(i);
        }
        reader.end();
        return reader.sections;
    }

    private void line(int index) {
        if (lines.isBlank(index)) {
            return;
        }
        Matcher key = KEY.matcher(lines.line(index));
        if (key.matches()) {
            int indent = lines.indent(index);
            while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
                indents.remove(indents.size() - 1);
                keys.remove(keys.size() - 1);
            }
            indents.add(indent);
            keys.add(name(key));
            String of = part();
            if (!of.equals(heading)) {
                end();
                heading = of;
            }
        }
        Sentences.addShort(units, text, lines.starts()[index], lines.ends()[index], maxTokens);
    }

    /** Returns what the keys of a line lead to: "GET /sales", "components > schemas > Sale", "info". */
    private String part() {
        String top = keys.get(0);
        if (top.equals("paths")
                && keys.size() > 2
                && METHOD.matcher(keys.get(2)).matches()) {
            return keys.get(2).toUpperCase(java.util.Locale.ROOT) + " " + keys.get(1);
        }
        int depth = top.equals("paths") ? 2 : top.equals("components") ? 3 : 1;
        return String.join(" > ", keys.subList(0, Math.min(depth, keys.size())));
    }

    private static String name(Matcher key) {
        return key.group(1) != null
                ? key.group(1)
                : key.group(2) != null ? key.group(2) : key.group(3).strip();
    }

    private void end() {
        if (!units.isEmpty()) {
            sections.add(new Section(heading, units));
        }
        units = new ArrayList<>();
    }
}
