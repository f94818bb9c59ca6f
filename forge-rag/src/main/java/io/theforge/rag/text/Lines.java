package io.theforge.rag.text;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text, by where they begin and end; what ends a line is no part of it. */
record Lines(String text, int[] starts, int[] ends) {

    static Lines of(String text) {
        List<int[]> found = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 ? text.length() : feed;
            int end = next > start && text.charAt(next - 1) == '\r' ? next - 1 : next;
            found.add(new int[] {start, end});
            start = next + 1;
        }
        return new Lines(
                text,
                found.stream().mapToInt(line -> line[0]).toArray(),
                found.stream().mapToInt(line -> line[1]).toArray());
    }

    int count() {
        return starts.length;
    }

    String line(int index) {
        return text.substring(starts[index], ends[index]);
    }

    boolean isBlank(int index) {
        return line(index).isBlank();
    }

    /** Returns how many blanks a line begins with. */
    int indent(int index) {
        int at = starts[index];
        while (at < ends[index] && text.charAt(at) == ' ') {
            at++;
        }
        return at - starts[index];
    }
}
