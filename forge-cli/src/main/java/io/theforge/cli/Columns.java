package io.theforge.cli;

import java.util.ArrayList;
import java.util.List;

/** A small table of text: a name and figures, the figures flush right. */
final class Columns {
    private static final int GAP = 2;
    private final List<String[]> rows = new ArrayList<>();

    Columns(String... titles) {
        rows.add(titles);
    }

    void add(String name, long... figures) {
        String[] row = new String[figures.length + 1];
        row[0] = name;
        for (int i = 0; i < figures.length; i++) {
            row[i + 1] = Numbers.whole(figures[i]);
        }
        rows.add(row);
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(String... row) {
        StringBuilder line = new StringBuilder(row[0]).append(" ".repeat(width(0) - row[0].length()));
        for (int i = 1; i < row.length; i++) {
            line.append(" ".repeat(GAP + width(i) - row[i].length())).append(row[i]);
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
