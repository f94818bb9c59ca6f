package io.theforge.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import org.junit.jupiter.api.Test;

/** PostgreSQL with the extension vector. */
class PgVectorRagTest extends RagContract {
    private String url;

    @Override
    DatabaseUrl database() throws Exception {
        url = PgVector.database();
        return DatabaseUrl.parse(url, folder);
    }

    @Test
    void noFileIsWritten() {
        index("returns.md", RETURNS);
        assertThat(folder.resolve(".forge")).doesNotExist();
    }
}
