package io.theforge.server.http;

/** What it takes to be let in. */
public enum Access {
    /** Nothing: whether the server is alive is everybody's to know. */
    OPEN,
    /** The token, where the server listens on another address than this machine's own. */
    READS,
    /** The token. */
    WRITES,
    /** As {@link #READS}, and it may be opened from anywhere: a page, not data. */
    PAGE
}
