package io.theforge.rag.server;

import io.theforge.rag.PgVector;

/** Rows and index in one database of PostgreSQL. */
class PgVectorScenarioTest extends ScenarioContract {
    @Override
    String url() throws Exception {
        return PgVector.database();
    }
}
