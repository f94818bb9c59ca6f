package io.theforge.rag.store;

import java.util.UUID;

/** Names of sources and chunks. */
final class Ids {
    private Ids() {}

    /** Returns 32 hexadecimal digits that nobody else has. */
    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
