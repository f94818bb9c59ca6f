package io.theforge.rag.text;

/** How many code points come before a char. Asked in rising order, it reads the text once. */
final class CodePoints {
    private final String text;
    private int at;
    private int count;

    CodePoints(String text) {
        this.text = text;
    }

    int before(int index) {
        count += index >= at ? text.codePointCount(at, index) : -text.codePointCount(index, at);
        at = index;
        return count;
    }
}
