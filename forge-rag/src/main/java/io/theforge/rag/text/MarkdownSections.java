package io.theforge.rag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Markdown line by line: headings, tables, fenced code, and everything else as prose. */
final class MarkdownSections {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:\\s+(.*?))?(?:\\s+#+)?\\s*");
    private static final Pattern RULE = Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final int LEVELS = 6;

    private final String text;
    private final Lines lines;
    private final int maxTokens;
    private final String[] headings = new String[LEVELS + 1];
    private final List<Section> sections = new ArrayList<>();
    private List<Unit> units = new ArrayList<>();

    private MarkdownSections(String text, int maxTokens) {
        this.text = text;
        this.maxTokens = maxTokens;
        lines = Lines.of(text);
    }

    static List<Section> of(String text, int maxTokens) {
        MarkdownSections reader = new MarkdownSections(text, maxTokens);
        reader.read();
        return reader.sections;
    }

    private void read() {
        int at = FrontMatter.lastLine(lines) + 1;
        for (int i = 1; i < at - 1; i++) {
            addWhole(i);
        }
        while (at < lines.count()) {
            at = block(at);
        }
        endSection();
    }

    /** Takes what begins at a line. @return the line behind it */
    private int block(int at) {
        Matcher heading = HEADING.matcher(lines.line(at));
        if (heading.matches()) {
            endSection();
            int level = heading.group(1).length();
            headings[level] = heading.group(2) == null ? "" : heading.group(2).strip();
            for (int below = level + 1; below <= LEVELS; below++) {
                headings[below] = null;
            }
            addWhole(at);
            return at + 1;
        }
        Matcher fence = FENCE.matcher(lines.line(at));
        if (fence.matches()) {
            return code(at, fence.group(1));
        }
        if (isTable(at)) {
            return table(at);
        }
        if (!lines.isBlank(at)) {
            Sentences.add(units, text, lines.starts()[at] + lines.indent(at), lines.ends()[at], maxTokens);
        }
        return at + 1;
    }

    private int code(int at, String fence) {
        addWhole(at);
        int next = at + 1;
        while (next < lines.count()) {
            addWhole(next);
            if (lines.line(next++).strip().startsWith(fence)) {
                break;
            }
        }
        return next;
    }

    private boolean isTable(int at) {
        return lines.line(at).contains("|")
                && at + 1 < lines.count()
                && lines.line(at + 1).contains("|")
                && RULE.matcher(lines.line(at + 1)).matches();
    }

    private int table(int at) {
        int first = at + 2;
        String head = text.substring(lines.starts()[at], lines.ends()[at + 1]) + "\n";
        // a head that is a large part of a chunk is not repeated
        boolean repeated = Tokens.count(head) <= maxTokens * 3 / 5;
        addWhole(at);
        addWhole(at + 1);
        int next = first;
        while (next < lines.count() && lines.line(next).contains("|")) {
            int start = lines.starts()[next];
            int end = lines.ends()[next];
            if (repeated && Tokens.count(text, start, end) <= maxTokens) {
                units.add(Unit.of(text, start, end, head));
            } else {
                addWhole(next);
            }
            next++;
        }
        return next;
    }

    private void addWhole(int line) {
        if (!lines.isBlank(line)) {
            Sentences.addShort(units, text, lines.starts()[line], lines.ends()[line], maxTokens);
        }
    }

    private void endSection() {
        if (!units.isEmpty()) {
            StringBuilder path = new StringBuilder();
            for (String heading : headings) {
                if (heading != null && !heading.isEmpty()) {
                    path.append(path.isEmpty() ? "" : " > ").append(heading);
                }
            }
            sections.add(new Section(path.toString(), units));
        }
        units = new ArrayList<>();
    }
}
