-- The Forge's own tables: what ran, which ids and dates are its own. Understood by PostgreSQL and DuckDB.
CREATE TABLE IF NOT EXISTS theforge.schema_history (
    version integer NOT NULL PRIMARY KEY,
    description varchar NOT NULL,
    installed_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS theforge.run (
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
CREATE TABLE IF NOT EXISTS theforge.run_table (
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
CREATE TABLE IF NOT EXISTS theforge.calendar_day (
    date date NOT NULL PRIMARY KEY,
    run_id bigint NOT NULL
);
-- Marks that keep operations away.
CREATE TABLE IF NOT EXISTS theforge.guard (
    name varchar NOT NULL PRIMARY KEY,
    set_at timestamptz NOT NULL,
    os_user varchar NOT NULL
);
-- Where each series stands at the end of the dataset's last day, so that an append does not go through all days again.
CREATE TABLE IF NOT EXISTS theforge.series_state (
    run_id bigint NOT NULL,
    store_id integer NOT NULL,
    product_id integer NOT NULL,
    on_hand_qty integer NOT NULL,
    overdue_qty integer NOT NULL,
    on_order_qty integer NOT NULL,
    backlog_qty integer NOT NULL,
    owed_stockout_days integer NOT NULL,
    PRIMARY KEY (run_id, store_id, product_id)
);
