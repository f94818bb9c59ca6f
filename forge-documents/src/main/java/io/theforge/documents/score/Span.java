package io.theforge.documents.score;

/**
 * A place that was retrieved or cited.
 *
 * @param start in code points; -1 where the whole document is meant
 * @param end exclusive
 */
record Span(String document, int start, int end) {

    static Span whole(String document) {
        return new Span(document, -1, -1);
    }

    boolean isWhole() {
        return start < 0;
    }

    boolean overlaps(Span other) {
        return document.equals(other.document) && start < other.end && other.start < end;
    }
}
