CREATE TABLE document_chunk (
    id serial PRIMARY KEY,
    chunk_id varchar(32) NOT NULL UNIQUE,
    source_id integer NOT NULL REFERENCES document_source (id) ON DELETE CASCADE,
    chunk_index integer NOT NULL,
    content text NOT NULL,
    embedding vector(:dimensions) NOT NULL,
    token_count integer NOT NULL,
    metadata jsonb,
    UNIQUE (source_id, chunk_index)
);
CREATE INDEX document_chunk_embedding ON document_chunk USING hnsw (embedding vector_cosine_ops);
