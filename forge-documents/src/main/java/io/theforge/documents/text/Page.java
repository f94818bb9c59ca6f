package io.theforge.documents.text;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import java.util.ArrayList;
import java.util.List;

/** A document while it is written. It keeps count of code points, so that each statement knows its place. Lines end with a line feed. */
public final class Page {
    private final String path;
    private final StringBuilder text = new StringBuilder();
    private final List<Statement> statements = new ArrayList<>();
    private String heading = "";
    private int codePoints;

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

    /** Adds a line that says nothing that is asked about. */
    public Page line(String line) {
        add(line + "\n");
        return this;
    }

    public Page blank() {
        return line("");
    }

    /** @param level 1 for the title */
    public Page heading(int level, String words) {
        heading = words;
        if (codePoints > 0) {
            blank();
        }
        line("#".repeat(level) + " " + words);
        return blank();
    }

    /** Adds a sentence to the paragraph that is being written, and records what it says. A paragraph ends by {@link #blank}. */
    public Page say(String sentence, Fact... facts) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            add(" ");
        }
        record(sentence, false, facts);
        return this;
    }

    /** Ends the paragraph that is being written. */
    public Page end() {
        return line("").blank();
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
        line("| " + String.join(" | ", columns) + " |");
        return line("|" + " --- |".repeat(columns.length));
    }

    /** Adds a table's row. */
    public Page row(List<String> cells, Fact... facts) {
        record("| " + String.join(" | ", cells) + " |", true, facts);
        add("\n");
        return this;
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
