package io.theforge.rag.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows in a file, the index in another; and what is refused before our own stack is started. */
class DuckDbScenarioTest extends ScenarioContract {
    @Override
    String url() {
        return "duckdb:shop.duckdb";
    }

    @Test
    void aPlanStartsAndWritesNothing() {
        Checked planned = Checked.check(folder, Map.of(), "--dry-run", "--confirm");
        assertThat(planned.exit()).as(planned.err()).isZero();
        assertThat(planned.out())
                .contains("the check of our own stack would be\n", "  start      our own stack, on a free port");
        Checked unconfirmed = Checked.check(folder, Map.of());
        assertThat(unconfirmed.exit()).isEqualTo(3);
        assertThat(unconfirmed.err())
                .contains("--confirm is missing; this does it: ./forge --scenario rag-agent --no-progress --confirm");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void productionIsRefused() {
        Checked named = Checked.check(folder, Map.of("APP_ENV", "production"), "--confirm");
        assertThat(named.exit()).isEqualTo(3);
        assertThat(named.err()).contains("--scenario rag-agent writes, and APP_ENV is \"production\"");
        assertThat(folder).isEmptyDirectory();

        assertThat(Checked.run(folder, Checked.SMALL, "--full-new", "--confirm").exit())
                .isZero();
        assertThat(Checked.run(folder, Map.of(), "protect").exit()).isZero();
        Checked marked = Checked.check(folder, Map.of(), "--confirm");
        assertThat(marked.exit()).isEqualTo(3);
        assertThat(marked.err()).contains("is marked as production", "nothing has been indexed");
        assertThat(folder.resolve(".forge/rag.duckdb")).doesNotExist();
    }

    @Test
    void anotherSeedThanTheRecordsIsRefused() {
        assertThat(Checked.run(folder, Checked.SMALL, "--full-new", "--seed", "7", "--confirm")
                        .exit())
                .isZero();
        Checked other = Checked.check(folder, Map.of(), "--seed", "42", "--confirm");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("--seed: is 42, and the dataset in ", " has been made from 7; ");
        assertThat(folder.resolve(".forge/rag.duckdb")).doesNotExist();
    }

    @Test
    void aDatabaseThatOnlyOthersHaveFilledIsRefused() throws Exception {
        assertThat(Checked.run(folder, Checked.SMALL, "--full-new", "--confirm", "--database", url())
                        .exit())
                .isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA theforge CASCADE");
        }
        Checked ran = Checked.check(folder, Map.of(), "--database", url(), "--confirm");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains("are not of The Forge, and nobody knows the truth behind them");
        assertThat(folder.resolve(".forge/rag.duckdb")).doesNotExist();
    }

    @Test
    void anEmbeddingEndpointThatDoesNotAnswerIsToldAndLeavesNothing() {
        Map<String, String> environment = Map.of(
                "FORGE_EMBEDDING_URL", "http://127.0.0.1:1/v1",
                "FORGE_EMBEDDING_MODEL", "some-model",
                "SEEDER_DEFAULT_STORES", "3",
                "SEEDER_DEFAULT_PRODUCTS", "12",
                "FORGE_API_TIMEOUT", "20");
        Checked ran = Checked.check(folder, environment, "--questions", "10", "--confirm");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.err())
                .contains("index: POST /rag/index answered 502: the embedding endpoint 127.0.0.1 cannot be used");
        assertThat(ran.out()).containsPattern("\n {2}remove +done .* 0 sources removed\n");
    }
}
