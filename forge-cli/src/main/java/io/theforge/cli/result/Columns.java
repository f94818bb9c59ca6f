package io.theforge.cli.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A small table of text: a name and figures, the figures flush right. */
public final class Columns {
    private static final int GAP = 2;
    private final List<String[]> rows = new ArrayList<>();

    public Columns(String... titles) {
        rows.add(titles);
    }

    public void add(String name, long... figures) {
        add(name, Arrays.stream(figures).mapToObj(Numbers::whole).toArray(String[]::new));
    }

    public void add(String name, String... figures) {
        rows.add(Stream.concat(Stream.of(name), Arrays.stream(figures)).toArray(String[]::new));
    }

    public List<String> lines() {
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
