package io.theforge.documents.text;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document while it is written. It keeps count of code points, so that each statement knows its place. Lines end with a line feed. */
public final class Page {
    private final String path;
    private final StringBuilder text = new StringBuilder();
    private final List<Statement> statements = new ArrayList<>();
    private String heading = "";
    private int codePoints;
    private String words = "";
    private @Nullable Fact of;
    private int headings = -1;

    /** @param path inside the folder, "stores/S00003.md" */
    public Page(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text.toString();
    }

    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** Lets a paragraph stand before one of the headings to come. @param headings how many stand before it */
    public void interject(String paragraph, Fact fact, int headings) {
        words = paragraph;
        of = fact;
        this.headings = headings;
    }

    /** Returns whether what was to be put between headings stands there. */
    public boolean isWhole() {
        return of == null;
    }

    /** Adds a line. */
    public Page line(String line, Fact... facts) {
        record(line, false, facts);
        add("\n");
        return this;
    }

    /** Ends what is being written, be it a paragraph, a list or a table: one blank line follows. */
    public Page blank() {
        while (!endsWith("\n\n")) {
            add("\n");
        }
        return this;
    }

    /** @param level 1 for the title */
    public Page heading(int level, String words) {
        if (codePoints > 0) {
            blank();
        }
        Fact fact = of;
        if (fact != null && headings-- == 0) {
            of = null;
            line(this.words, fact).blank();
        }
        heading = words;
        line("#".repeat(level) + " " + words);
        return blank();
    }

    /** Adds a sentence to the paragraph that is being written, and records what it says. A paragraph ends by {@link #blank}. */
    public Page say(String sentence, Fact... facts) {
        if (text.length() > 0 && !endsWith("\n")) {
            add(" ");
        }
        record(sentence, false, facts);
        return this;
    }

    /** Adds a list's item. */
    public Page item(String sentence, Fact... facts) {
        add("- ");
        record(sentence, false, facts);
        add("\n");
        return this;
    }

    /** Adds a table's head. */
    public Page head(String... columns) {
        blank();
        line("| " + String.join(" | ", columns) + " |");
        return line("|" + " --- |".repeat(columns.length));
    }

    /** Adds a table's row. */
    public Page row(List<String> cells, Fact... facts) {
        record("| " + String.join(" | ", cells.stream().map(Page::cell).toList()) + " |", true, facts);
        add("\n");
        return this;
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private boolean endsWith(String end) {
        return text.length() >= end.length() && text.indexOf(end, text.length() - end.length()) >= 0;
    }

    private void record(String words, boolean inTable, Fact... facts) {
        int start = codePoints;
        add(words);
        for (Fact fact : facts) {
            statements.add(new Statement(fact, path, heading, start, codePoints, inTable));
        }
    }

    private void add(String words) {
        text.append(words);
        codePoints += words.codePointCount(0, words.length());
    }
}
