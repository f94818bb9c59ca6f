-- The Forge's own tables, version 2: marks that keep operations away. Understood by PostgreSQL and DuckDB.
CREATE TABLE IF NOT EXISTS forge_guard (
    name varchar NOT NULL PRIMARY KEY,
    set_at timestamptz NOT NULL,
    os_user varchar NOT NULL
);
