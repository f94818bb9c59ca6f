package io.theforge.rag.agent;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Two stores, three products and a few days, in tables as the contract has them. */
public final class SmallShop {
    private static final String[] TABLES = {
        "CREATE TABLE store (id integer PRIMARY KEY, code varchar(20), name varchar(100), region varchar(50), city varchar(50),"
                + " store_type varchar(30))",
        "CREATE TABLE product (id integer PRIMARY KEY, sku varchar(50), name varchar(200), category varchar(100),"
                + " brand varchar(100), base_price numeric(10,2), base_cost numeric(10,2))",
        "CREATE TABLE calendar (date date PRIMARY KEY, day_of_week int, month int, quarter int, year int, is_holiday boolean,"
                + " holiday_name varchar(100))",
        "CREATE TABLE sales_daily (id integer PRIMARY KEY, date date, store_id int, product_id int, quantity int,"
                + " unit_price numeric(10,2), total_amount numeric(12,2))",
        "CREATE TABLE price_history (id integer PRIMARY KEY, product_id int, store_id int, price numeric(10,2), valid_from date,"
                + " valid_to date)",
        "CREATE TABLE promotion (id integer PRIMARY KEY, product_id int, store_id int, name varchar(200),"
                + " discount_pct numeric(5,4), discount_amount numeric(10,2), start_date date, end_date date)",
        "CREATE TABLE inventory_snapshot_daily (id integer PRIMARY KEY, date date, store_id int, product_id int,"
                + " on_hand_qty int, on_order_qty int, is_stockout boolean)"
    };

    private static final String[] ROWS = {
        "INSERT INTO store VALUES (1, 'S1', 'Harbour Market', 'North', 'Harbour', 'market'),"
                + " (2, 'S2', 'Hill Market', 'North', 'Hill', 'market'), (3, 'S3', 'Hill [x] (.*) Kiosk', 'South', 'Hill', 'kiosk')",
        "INSERT INTO product VALUES (1, 'P1', 'Green Apples 1 kg', 'Fruit', 'Orchard', 3.00, 2.10),"
                + " (2, 'P2', 'Red Apples 1 kg', 'Fruit', 'Meadow', 4.00, 2.80), (3, 'P3', 'Rye Bread', 'Bakery', 'Mill', 2.50, 1.00)",
        "INSERT INTO calendar VALUES (DATE '2024-03-01', 4, 3, 1, 2024, false, NULL),"
                + " (DATE '2024-03-02', 5, 3, 1, 2024, true, 'Harbour Day'), (DATE '2024-03-03', 6, 3, 1, 2024, false, NULL),"
                + " (DATE '2024-04-01', 0, 4, 2, 2024, false, NULL), (DATE '2024-05-01', 2, 5, 2, 2024, false, NULL)",
        "INSERT INTO sales_daily VALUES (1, DATE '2024-03-01', 1, 1, 1000, 3.00, 3000.00),"
                + " (2, DATE '2024-03-02', 1, 2, 400, 4.00, 1600.00), (3, DATE '2024-03-02', 2, 1, 700, 3.00, 2100.00),"
                + " (4, DATE '2024-03-03', 2, 3, 300, 2.50, 750.00), (5, DATE '2024-04-01', 1, 1, 1100, 3.20, 3520.00),"
                + " (6, DATE '2024-05-01', 1, 1, 1500, 3.20, 4800.00), (7, DATE '2024-04-01', 2, 3, 0, 2.50, 0.00)",
        "INSERT INTO price_history VALUES (1, 1, NULL, 3.00, DATE '2024-01-01', DATE '2024-03-31'),"
                + " (2, 1, NULL, 3.20, DATE '2024-04-01', NULL), (3, 1, 2, 2.90, DATE '2024-03-01', NULL)",
        "INSERT INTO promotion VALUES (1, 1, NULL, 'Apples', 0.2, NULL, DATE '2024-04-01', DATE '2024-04-10'),"
                + " (2, 1, 2, 'Apples', NULL, 0.50, DATE '2024-04-03', DATE '2024-04-05')",
        "INSERT INTO inventory_snapshot_daily VALUES (1, DATE '2024-03-01', 1, 1, 0, 5, true),"
                + " (2, DATE '2024-03-02', 1, 1, 0, 5, true), (3, DATE '2024-03-03', 1, 1, 9, 0, false),"
                + " (4, DATE '2024-03-03', 1, 2, 0, 0, true), (5, DATE '2024-03-01', 2, 3, 4, 0, false)"
    };

    private SmallShop() {}

    public static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            for (String sql : ROWS) {
                statement.execute(sql);
            }
        }
    }
}
