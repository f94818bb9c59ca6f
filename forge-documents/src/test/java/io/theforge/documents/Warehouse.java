package io.theforge.documents;

import io.theforge.dataset.Dataset;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import io.theforge.series.SeriesBlock;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The seven tables of a small dataset, in memory. Ids are places in the order of codes, from 1. */
final class Warehouse implements AutoCloseable {
    private final Dataset dataset;
    private final Connection connection;

    Warehouse(Dataset dataset) throws SQLException {
        this.dataset = dataset;
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "store (id integer, code varchar, name varchar, region varchar, city varchar, store_type varchar)",
                    "product (id integer, sku varchar, name varchar, category varchar, brand varchar, base_price decimal(10,2), base_cost decimal(10,2))",
                    "calendar (date date, year integer, holiday_name varchar)",
                    "price_history (product_id integer, store_id integer, price decimal(10,2), valid_from date, valid_to date)",
                    "promotion (product_id integer, store_id integer, name varchar, discount_pct decimal(5,4), discount_amount decimal(10,2), start_date date, end_date date)",
                    "sales_daily (date date, store_id integer, product_id integer, quantity integer, unit_price decimal(10,2), total_amount decimal(12,2))",
                    "inventory_snapshot_daily (date date, store_id integer, product_id integer, on_hand_qty integer, is_stockout boolean)")) {
                statement.execute("CREATE TABLE " + table);
            }
        }
        connection.setAutoCommit(false);
        small();
        prices();
        series();
        connection.commit();
    }

    /** Returns the one value of a query, as text; null where there is none. */
    String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (rows.getMetaData().getColumnCount() != 1 || !rows.next()) {
                throw new SQLException("not one row of one column: " + sql);
            }
            Object value = rows.getObject(1);
            if (rows.next()) {
                throw new SQLException("more than one row: " + sql);
            }
            return String.valueOf(value);
        }
    }

    private void small() throws SQLException {
        for (Store store : dataset.stores()) {
            insert("store", store.index() + 1, store.code(), store.name(), store.region(), store.city(), store.type());
        }
        for (Product product : dataset.products()) {
            insert(
                    "product",
                    product.index() + 1,
                    product.sku(),
                    product.name(),
                    product.category(),
                    product.brand(),
                    money(product.basePriceCents()),
                    money(product.baseCostCents()));
        }
        for (CalendarDay day : dataset.calendar()) {
            insert("calendar", day.date(), day.year(), day.holidayName());
        }
    }

    private void prices() throws SQLException {
        for (PriceWindow window : dataset.prices()) {
            insert(
                    "price_history",
                    window.productIndex() + 1,
                    store(window.storeIndex()),
                    money(window.priceCents()),
                    dataset.date(window.validFrom()),
                    window.validTo() == PriceWindow.OPEN ? null : dataset.date(window.validTo()));
        }
        PromotionPlan plan = new PromotionPlan(dataset.plan());
        for (Promotion promotion : dataset.promotions()) {
            boolean amount = promotion.discountCents() > 0;
            insert(
                    "promotion",
                    promotion.productIndex() + 1,
                    store(promotion.storeIndex()),
                    plan.name(promotion),
                    amount ? null : BigDecimal.valueOf(promotion.discountBasisPoints(), 4),
                    amount ? money(promotion.discountCents()) : null,
                    dataset.date(promotion.startDay()),
                    dataset.date(promotion.endDay()));
        }
    }

    private static Integer store(int index) {
        return index == PriceWindow.CHAIN ? null : index + 1;
    }

    private void series() throws SQLException {
        for (SeriesBlock block : dataset.series().toList()) {
            int store = block.storeIndex + 1;
            int product = block.productIndex + 1;
            for (int i = 0; i < block.salesCount; i++) {
                insert(
                        "sales_daily",
                        dataset.date(block.salesDay[i]),
                        store,
                        product,
                        block.quantity[i],
                        money(block.unitPriceCents[i]),
                        money(block.totalCents(i)));
            }
            for (int i = 0; i < block.inventoryCount; i++) {
                insert(
                        "inventory_snapshot_daily",
                        dataset.date(block.inventoryDay[i]),
                        store,
                        product,
                        block.onHand[i],
                        block.onHand[i] == 0);
            }
        }
    }

    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private void insert(String table, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
