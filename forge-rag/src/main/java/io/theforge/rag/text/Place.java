package io.theforge.rag.text;

/**
 * Where a chunk stands in the text of its source.
 *
 * @param heading the headings above it, "Prices > Store 12"; empty where there is none
 * @param start the first character of its own text, in Unicode code points of the source
 * @param end behind the last one
 * @param prefix how many code points of its content come before its own text: a table's head, repeated
 */
public record Place(String heading, int start, int end, int prefix) {

    /**
     * Returns where a character of the content is in the source.
     *
     * @param codePoint its place in the content; those of a repeated head count as the start
     */
    public int inSource(int codePoint) {
        return Math.min(end, start + Math.max(0, codePoint - prefix));
    }
}
