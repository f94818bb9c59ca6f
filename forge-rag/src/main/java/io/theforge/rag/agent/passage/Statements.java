package io.theforge.rag.agent.passage;

import io.theforge.rag.store.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a passage apart. What is fenced or commented out is no statement, nor is a paragraph that commands its reader. */
final class Statements {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?][\"')]?)\\s+(?=[\\p{Lu}\\d\"'(\\[*_])");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+");
    private static final Pattern RULER = Pattern.compile("\\s*\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*\\|?\\s*");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

    private final Passage passage;
    private final String text;
    private final List<Statement> found = new ArrayList<>();
    private String heading;
    private List<String> header = List.of();
    private String before = "";
    private int from = -1; // of the paragraph that is being read
    private int to;

    private Statements(Passage passage) {
        this.passage = passage;
        text = withoutComments(passage.content());
        heading = passage.place() == null ? "" : passage.place().heading();
    }

    /** Returns them in their order. */
    static List<Statement> of(Passage passage) {
        Statements statements = new Statements(passage);
        statements.read();
        return statements.found;
    }

    /** Blanks in place of comments, so that places stay. */
    private static String withoutComments(String content) {
        Matcher comment = COMMENT.matcher(content);
        StringBuilder without = new StringBuilder(content);
        while (comment.find()) {
            for (int i = comment.start(); i < comment.end(); i++) {
                if (without.charAt(i) != '\n') {
                    without.setCharAt(i, ' ');
                }
            }
        }
        return without.toString();
    }

    private void read() {
        boolean isFenced = false;
        boolean isFrontMatter = false;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end).strip();
            if (line.startsWith("```") || line.startsWith("~~~")) {
                isFenced = !isFenced;
                endParagraph();
            } else if (line.equals("---") && (start == 0 || isFrontMatter)) {
                isFrontMatter = start == 0;
            } else if (!isFenced && !isFrontMatter) {
                line(line, start, end);
            }
            start = end + 1;
        }
        endParagraph();
    }

    private void line(String line, int start, int end) {
        boolean isRow = line.startsWith("|");
        Matcher item = ITEM.matcher(text).region(start, end);
        if (line.isEmpty() || line.startsWith("#") || isRow) {
            endParagraph();
        }
        if (!isRow && !line.isEmpty()) {
            header = List.of();
        }
        if (line.startsWith("#")) {
            heading = line.replaceFirst("^#+\\s*", "");
        } else if (isRow) {
            row(line, start, end);
        } else if (item.lookingAt()) {
            endParagraph();
            from = item.end();
            to = end;
        } else if (!line.isEmpty()) {
            from = from < 0 ? start : from;
            to = end;
        }
    }

    private void row(String line, int start, int end) {
        if (RULER.matcher(line).matches()) {
            return;
        }
        List<String> cells = cells(line);
        if (header.isEmpty()) {
            header = cells;
        } else if (!Commands.isIn(line)) {
            int indent = text.substring(start, end).indexOf('|');
            add(start + indent, start + indent + line.length(), header, cells);
        }
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private void endParagraph() {
        if (from >= 0 && !Commands.isIn(text.substring(from, to))) {
            Matcher between = BETWEEN.matcher(text).region(from, to).useTransparentBounds(true);
            int at = from;
            while (between.find()) {
                add(at, between.start(), List.of(), List.of());
                at = between.end();
            }
            add(at, to, List.of(), List.of());
        }
        before = "";
        from = -1;
    }

    private void add(int start, int end, List<String> head, List<String> cells) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (first < last) {
            Statement statement =
                    new Statement(passage, first, last, text.substring(first, last), before, heading, head, cells);
            found.add(statement);
            before = cells.isEmpty() ? statement.text() : "";
        }
    }
}
