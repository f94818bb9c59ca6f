package io.theforge.export.dirt.kind;

/** What is drawn for: what a rate is a share of. */
public enum Unit {
    ROW,
    /** All rows of a store on a day. */
    STORE_DAY,
    FILE
}
