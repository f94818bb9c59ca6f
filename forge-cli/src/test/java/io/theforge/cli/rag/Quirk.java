package io.theforge.cli.rag;

/** What a stack may do otherwise. */
enum Quirk {
    NO_CITATIONS,
    CITES_STRANGERS,
    CITATIONS_AS_OBJECTS,
    FINDS_NOTHING,
    ANSWERS_HTML,
    ERROR_INSIDE_200,
    HANGS_IN_CHAT,
    ENDLESS,
    REDIRECTS,
    BUSY_ONCE,
    BUSY,
    /** Of two calls one finds its connection closed, as with HTTP/1.0 when they come quickly one after the other. */
    CLOSES_SILENTLY,
    NO_CHUNKS,
    NO_AGENTS,
    EXPIRES_ONCE,
    EXPIRES,
    DIES_IN_CHAT,
    GOES_AWAY,
    KEEPS_SOURCES,
    LOSES_OTHERS
}
