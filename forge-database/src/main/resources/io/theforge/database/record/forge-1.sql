-- The Forge's own tables, version 1: what ran, which ids and dates are its own. Understood by PostgreSQL and DuckDB.
CREATE TABLE forge_schema_history (
    version integer NOT NULL PRIMARY KEY,
    description varchar NOT NULL,
    installed_at timestamptz NOT NULL
);
CREATE TABLE forge_run (
    id bigint NOT NULL PRIMARY KEY,
    operation varchar NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    outcome varchar NOT NULL,
    os_user varchar NOT NULL,
    version varchar NOT NULL,
    seed bigint NOT NULL,
    configuration varchar NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    fingerprint varchar NOT NULL,
    peak_memory_bytes bigint NOT NULL
);
CREATE TABLE forge_run_table (
    run_id bigint NOT NULL,
    table_name varchar NOT NULL,
    first_id bigint,
    last_id bigint,
    rows_inserted bigint NOT NULL,
    rows_deleted bigint NOT NULL,
    fingerprint varchar NOT NULL,
    replaced boolean NOT NULL,
    PRIMARY KEY (run_id, table_name)
);
CREATE TABLE forge_calendar_day (
    date date NOT NULL PRIMARY KEY,
    run_id bigint NOT NULL
);
