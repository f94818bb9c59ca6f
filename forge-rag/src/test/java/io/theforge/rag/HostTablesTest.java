package io.theforge.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.report.DatabaseException;
import io.theforge.rag.store.Filter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of an application that uses the same database are used as they are. */
class HostTablesTest {
    private static final String TABLES = """
            CREATE EXTENSION vector;
            CREATE TABLE document_source (id serial PRIMARY KEY, source_id varchar(32) NOT NULL UNIQUE, source_type varchar(20) NOT NULL,
                source_path varchar(500) NOT NULL, content_hash varchar(64) NOT NULL, metadata jsonb, indexed_at timestamptz NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
                CONSTRAINT uq_source UNIQUE (source_type, source_path));
            CREATE TABLE document_chunk (id serial PRIMARY KEY, chunk_id varchar(32) NOT NULL UNIQUE,
                source_id integer NOT NULL REFERENCES document_source (id) ON DELETE CASCADE, chunk_index integer NOT NULL,
                content text NOT NULL, embedding vector(384), token_count integer NOT NULL, metadata jsonb,
                created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
            CREATE INDEX ix_embedding ON document_chunk USING hnsw (embedding vector_cosine_ops);
            INSERT INTO document_source (source_id, source_type, source_path, content_hash, indexed_at)
                VALUES ('0123456789abcdef0123456789abcdef', 'markdown', 'host.md', 'hash', now());
            INSERT INTO document_chunk (chunk_id, source_id, chunk_index, content, embedding, token_count)
                SELECT 'fedcba9876543210fedcba9876543210', id, 0, 'The zebrafinch promotion ends in May.',
                    CAST('[' || repeat('0.05,', 383) || '0.05]' AS vector), 9 FROM document_source;
            """;

    @TempDir
    Path folder;

    private static void run(String url, String statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:" + url.replace("postgres@", ""), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    @Test
    void theyStayAsTheyAreAndTheirChunksAreFoundToo() throws Exception {
        String url = PgVector.database();
        run(url, TABLES);
        try (Rag rag = Rag.open(DatabaseUrl.parse(url, folder), folder, name -> null)) {
            rag.index(new SourceRequest("markdown", "ours.md", RagContract.RETURNS, Map.of()));
            assertThat(rag.sources().sources())
                    .extracting(source -> source.sourcePath() + " " + source.chunkCount())
                    .containsExactly("host.md 1", "ours.md 1");
            Hit hit = rag.retrieve("zebrafinch", 5, null, Filter.NONE).results().get(0);
            assertThat(hit.passage().sourcePath()).isEqualTo("host.md");
            assertThat(hit.passage().place()).isNull();
            assertThat(hit.wordScore()).isPositive();
            assertThat(rag.delete("0123456789abcdef0123456789abcdef")).isEqualTo(1);
            assertThat(rag.sources().totalSources()).isEqualTo(1);
        }
    }

    @Test
    void theirChunksAreThereBeforeAnythingOfOursIs() throws Exception {
        String url = PgVector.database();
        run(url, TABLES);
        try (Rag rag = Rag.open(DatabaseUrl.parse(url, folder), folder, name -> null)) {
            assertThat(rag.sources().totalSources()).isEqualTo(1);
            Hit hit = rag.retrieve("zebrafinch", 5, null, Filter.NONE).results().get(0);
            assertThat(hit.passage().sourcePath()).isEqualTo("host.md");
            assertThat(hit.wordScore()).as("by meaning alone").isZero();
            assertThat(rag.delete("0123456789abcdef0123456789abcdef")).isEqualTo(1);
            assertThat(rag.sources().totalSources()).isZero();
        }
    }

    @Test
    void whatTheyWriteLaterIsFoundByItsWordsAfterOurNextWriting() throws Exception {
        String url = PgVector.database();
        run(url, TABLES);
        try (Rag rag = Rag.open(DatabaseUrl.parse(url, folder), folder, name -> null)) {
            rag.index(new SourceRequest("markdown", "ours.md", RagContract.RETURNS, Map.of()));
            run(url, """
                    INSERT INTO document_chunk (chunk_id, source_id, chunk_index, content, embedding, token_count)
                        SELECT 'later', source_id, 1, 'The quetzal counter opens in June.', embedding, 9 FROM document_chunk
                        WHERE content LIKE '%zebrafinch%'""");
            rag.index(new SourceRequest("markdown", "more.md", RagContract.RETURNS, Map.of()));
            Hit hit = rag.retrieve("quetzal", 5, null, Filter.NONE).results().get(0);
            assertThat(hit.passage().content()).contains("quetzal");
            assertThat(hit.wordScore()).isPositive();
        }
    }

    @Test
    void vectorsOfAnotherLengthAreRefusedWithTheReason() throws Exception {
        String url = PgVector.database();
        run(url, TABLES.substring(0, TABLES.indexOf("INSERT")).replace("vector(384)", "vector(1536)"));
        try (Rag rag = Rag.open(DatabaseUrl.parse(url, folder), folder, name -> null)) {
            assertThatThrownBy(() -> rag.index(new SourceRequest("markdown", "a.md", RagContract.RETURNS, Map.of())))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("document_chunk holds vectors of another length")
                    .hasMessageNotContaining("\n");
            assertThat(rag.sources().totalSources()).isZero();
        }
    }

    @Test
    void aServerWithoutTheExtensionLeavesItToTheFile() throws Exception {
        String url = PgVector.database();
        PgVector.whileAbsent(() -> {
            try (Rag rag = Rag.open(DatabaseUrl.parse(url, folder), folder, name -> null)) {
                rag.index(new SourceRequest("markdown", "a.md", RagContract.RETURNS, Map.of()));
                assertThat(rag.sources().totalSources()).isEqualTo(1);
            }
        });
        assertThat(folder.resolve(".forge/rag.duckdb")).exists();
    }

    @Test
    void anIndexOfAnotherModelIsRefused() throws Exception {
        DatabaseUrl file = DatabaseUrl.embedded(folder);
        try (Rag rag = Rag.open(file, folder, name -> null)) {
            rag.index(new SourceRequest("markdown", "a.md", RagContract.RETURNS, Map.of()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/rag.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE theforge.rag_model SET model = 'other-model'");
        }
        try (Rag rag = Rag.open(file, folder, name -> null)) {
            assertThatThrownBy(() -> rag.retrieve("a", 5, null, Filter.NONE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("made with the embedding model other-model");
        }
    }
}
