package io.theforge.rag;

import io.theforge.database.DatabaseUrl;

/** A file. */
class DuckDbRagTest extends RagContract {
    @Override
    DatabaseUrl database() {
        return DatabaseUrl.embedded(folder);
    }
}
