-- The Forge's own tables, version 3: where each series stands at the end of a dataset's last day, so that an append does not
-- go through all the days before it again. Understood by PostgreSQL and DuckDB.
CREATE TABLE forge_series_state (
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
