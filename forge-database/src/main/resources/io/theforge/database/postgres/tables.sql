-- The seven tables as the forecasting application's own migrations make them.
CREATE TABLE store (
    id serial PRIMARY KEY,
    code varchar(20) NOT NULL,
    name varchar(100) NOT NULL,
    region varchar(50),
    city varchar(50),
    store_type varchar(30),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ix_store_code ON store (code);
CREATE TABLE product (
    id serial PRIMARY KEY,
    sku varchar(50) NOT NULL,
    name varchar(200) NOT NULL,
    category varchar(100),
    brand varchar(100),
    base_price numeric(10,2),
    base_cost numeric(10,2),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ix_product_sku ON product (sku);
CREATE INDEX ix_product_category ON product (category);
CREATE TABLE calendar (
    date date PRIMARY KEY,
    day_of_week integer NOT NULL,
    month integer NOT NULL,
    quarter integer NOT NULL,
    year integer NOT NULL,
    is_holiday boolean NOT NULL,
    holiday_name varchar(100),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_calendar_day_of_week CHECK (day_of_week >= 0 AND day_of_week <= 6),
    CONSTRAINT ck_calendar_month CHECK (month >= 1 AND month <= 12),
    CONSTRAINT ck_calendar_quarter CHECK (quarter >= 1 AND quarter <= 4)
);
CREATE INDEX ix_calendar_year ON calendar (year);
CREATE TABLE price_history (
    id serial PRIMARY KEY,
    product_id integer NOT NULL REFERENCES product (id),
    store_id integer REFERENCES store (id),
    price numeric(10,2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_price_history_price_positive CHECK (price >= 0),
    CONSTRAINT ck_price_history_valid_dates CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_price_history_product_id ON price_history (product_id);
CREATE INDEX ix_price_history_store_id ON price_history (store_id);
CREATE INDEX ix_price_history_valid_from ON price_history (valid_from);
CREATE INDEX ix_price_history_product_validity ON price_history (product_id, valid_from, valid_to);
CREATE TABLE promotion (
    id serial PRIMARY KEY,
    product_id integer NOT NULL REFERENCES product (id),
    store_id integer REFERENCES store (id),
    name varchar(200) NOT NULL,
    discount_pct numeric(5,4),
    discount_amount numeric(10,2),
    start_date date NOT NULL,
    end_date date NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_promotion_valid_dates CHECK (end_date >= start_date),
    CONSTRAINT ck_promotion_discount_pct_range
        CHECK (discount_pct IS NULL OR (discount_pct >= 0 AND discount_pct <= 1)),
    CONSTRAINT ck_promotion_discount_amount_positive CHECK (discount_amount IS NULL OR discount_amount >= 0)
);
CREATE INDEX ix_promotion_product_id ON promotion (product_id);
CREATE INDEX ix_promotion_store_id ON promotion (store_id);
CREATE INDEX ix_promotion_start_date ON promotion (start_date);
CREATE INDEX ix_promotion_product_dates ON promotion (product_id, start_date, end_date);
CREATE TABLE sales_daily (
    id serial PRIMARY KEY,
    date date NOT NULL REFERENCES calendar (date),
    store_id integer NOT NULL REFERENCES store (id),
    product_id integer NOT NULL REFERENCES product (id),
    quantity integer NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    total_amount numeric(12,2) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uq_sales_daily_grain UNIQUE (date, store_id, product_id),
    CONSTRAINT ck_sales_daily_quantity_positive CHECK (quantity >= 0),
    CONSTRAINT ck_sales_daily_price_positive CHECK (unit_price >= 0),
    CONSTRAINT ck_sales_daily_amount_positive CHECK (total_amount >= 0)
);
CREATE INDEX ix_sales_daily_store_id ON sales_daily (store_id);
CREATE INDEX ix_sales_daily_product_id ON sales_daily (product_id);
CREATE INDEX ix_sales_daily_date_store ON sales_daily (date, store_id);
CREATE INDEX ix_sales_daily_date_product ON sales_daily (date, product_id);
CREATE TABLE inventory_snapshot_daily (
    id serial PRIMARY KEY,
    date date NOT NULL REFERENCES calendar (date),
    store_id integer NOT NULL REFERENCES store (id),
    product_id integer NOT NULL REFERENCES product (id),
    on_hand_qty integer NOT NULL,
    on_order_qty integer NOT NULL,
    is_stockout boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uq_inventory_snapshot_daily_grain UNIQUE (date, store_id, product_id),
    CONSTRAINT ck_inventory_on_hand_positive CHECK (on_hand_qty >= 0),
    CONSTRAINT ck_inventory_on_order_positive CHECK (on_order_qty >= 0)
);
CREATE INDEX ix_inventory_snapshot_daily_store_id ON inventory_snapshot_daily (store_id);
CREATE INDEX ix_inventory_snapshot_daily_product_id ON inventory_snapshot_daily (product_id);
CREATE INDEX ix_inventory_snapshot_date_store ON inventory_snapshot_daily (date, store_id);
