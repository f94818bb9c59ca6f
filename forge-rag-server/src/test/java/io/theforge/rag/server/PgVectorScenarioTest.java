package io.theforge.rag.server;

import io.theforge.rag.PgVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Rows and index in one database of PostgreSQL. */
class PgVectorScenarioTest extends ScenarioContract {
    @Override
    String url() throws Exception {
        return PgVector.database();
    }

    /** It is long, and done with a file in the usual run. */
    @Override
    @Test
    @EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "it takes half a minute")
    void twoChecksOfAServerInAnotherProcessDoNotMeet() throws Exception {
        super.twoChecksOfAServerInAnotherProcessDoNotMeet();
    }
}
