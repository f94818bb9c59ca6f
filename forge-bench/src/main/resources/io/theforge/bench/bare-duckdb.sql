-- The columns that the Forge fills and nothing else; decimals in 64 bits, because that is the width an appender is given.
CREATE TABLE store (
    id integer, code varchar, name varchar, region varchar, city varchar, store_type varchar);
CREATE TABLE product (
    id integer, sku varchar, name varchar, category varchar, brand varchar,
    base_price decimal(18,2), base_cost decimal(18,2));
CREATE TABLE calendar (
    date date, day_of_week integer, month integer, quarter integer, year integer, is_holiday boolean,
    holiday_name varchar);
CREATE TABLE price_history (
    id integer, product_id integer, store_id integer, price decimal(18,2), valid_from date, valid_to date);
CREATE TABLE promotion (
    id integer, product_id integer, store_id integer, name varchar, discount_pct decimal(18,4),
    discount_amount decimal(18,2), start_date date, end_date date);
CREATE TABLE sales_daily (
    id integer, date date, store_id integer, product_id integer, quantity integer, unit_price decimal(18,2),
    total_amount decimal(18,2));
CREATE TABLE inventory_snapshot_daily (
    id integer, date date, store_id integer, product_id integer, on_hand_qty integer, on_order_qty integer,
    is_stockout boolean);
