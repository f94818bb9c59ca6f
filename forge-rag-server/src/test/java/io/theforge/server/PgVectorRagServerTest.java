package io.theforge.server;

import io.theforge.rag.PgVector;

/** The index is in the database itself. */
class PgVectorRagServerTest extends RagServerContract {
    @Override
    String url() throws Exception {
        return PgVector.database();
    }
}
