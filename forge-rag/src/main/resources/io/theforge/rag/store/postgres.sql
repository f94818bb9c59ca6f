CREATE TABLE IF NOT EXISTS document_source (
    id serial PRIMARY KEY,
    source_id varchar(32) NOT NULL UNIQUE,
    source_type varchar(20) NOT NULL,
    source_path varchar(500) NOT NULL,
    content_hash varchar(64) NOT NULL,
    metadata jsonb,
    indexed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source_type, source_path)
);
CREATE TABLE IF NOT EXISTS theforge.rag_word (word bigint NOT NULL, chunk integer NOT NULL, times integer NOT NULL, tokens integer NOT NULL);
CREATE INDEX IF NOT EXISTS rag_word_word ON theforge.rag_word (word) INCLUDE (chunk, times, tokens);
CREATE INDEX IF NOT EXISTS rag_word_chunk ON theforge.rag_word (chunk);
CREATE TABLE IF NOT EXISTS theforge.rag_model (model varchar NOT NULL);
