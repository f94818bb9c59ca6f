package io.theforge.documents.grade;

/** How an answer came out. */
public enum Grade {
    RIGHT,
    WRONG,
    /** No answer, where there is one. */
    REFUSED,
    /** No line of the file. */
    MISSING
}
