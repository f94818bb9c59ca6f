package io.theforge.rag.text;

/**
 * What is not cut: a sentence, a line, a row of a table.
 *
 * @param start its first character, in chars
 * @param end behind the last one
 * @param head the head of the table that it is a row of; null elsewhere
 */
record Unit(
        int start,
        int end,
        int tokens,
        @org.jspecify.annotations.Nullable String head) {

    static Unit of(String text, int start, int end, @org.jspecify.annotations.Nullable String head) {
        return new Unit(start, end, Tokens.count(text, start, end), head);
    }
}
