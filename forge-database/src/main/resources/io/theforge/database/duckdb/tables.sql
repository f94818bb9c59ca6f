-- The seven tables with all their keys and checks. The plain indexes of the PostgreSQL schema are left out: DuckDB finds rows
-- by the minima and maxima that it keeps of every block, and a dozen more indexes would only make loads slow and files large.
CREATE SEQUENCE store_id_seq;
CREATE TABLE store (
    id integer PRIMARY KEY DEFAULT nextval('store_id_seq'),
    code varchar(20) NOT NULL,
    name varchar(100) NOT NULL,
    region varchar(50),
    city varchar(50),
    store_type varchar(30),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ix_store_code ON store (code);
CREATE SEQUENCE product_id_seq;
CREATE TABLE product (
    id integer PRIMARY KEY DEFAULT nextval('product_id_seq'),
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
CREATE SEQUENCE price_history_id_seq;
CREATE TABLE price_history (
    id integer PRIMARY KEY DEFAULT nextval('price_history_id_seq'),
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
CREATE SEQUENCE promotion_id_seq;
CREATE TABLE promotion (
    id integer PRIMARY KEY DEFAULT nextval('promotion_id_seq'),
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
CREATE SEQUENCE sales_daily_id_seq;
CREATE TABLE sales_daily (
    id integer PRIMARY KEY DEFAULT nextval('sales_daily_id_seq'),
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
CREATE SEQUENCE inventory_snapshot_daily_id_seq;
CREATE TABLE inventory_snapshot_daily (
    id integer PRIMARY KEY DEFAULT nextval('inventory_snapshot_daily_id_seq'),
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
