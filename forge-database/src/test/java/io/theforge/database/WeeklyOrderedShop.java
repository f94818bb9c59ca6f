package io.theforge.database;

import io.theforge.database.sql.Sql;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import io.theforge.random.Stream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A shop that somebody else has entered: five stores, each with its weekday of orders, and twelve products of two categories, in cases of
 * 1, 6 or 12. Each product is on promotion for ten days in ten weeks, in all stores or in two. One delivery in twelve comes
 * two weeks late, so that shelves run empty. Sales end on a Sunday.
 */
final class WeeklyOrderedShop {
    static final LocalDate LAST = LocalDate.of(2024, 11, 24);
    static final int STORES = 5;
    static final int PRODUCTS = 12;
    static final int[] CASES = {1, 6, 12};

    private static final int LEAD_DAYS = 3;
    private static final int LATE_DAYS = 14;
    private static final double LATE = 1 / 12.0;
    private static final int COVER_DAYS = 15;
    private static final double[] WEEK = {0.85, 0.85, 0.9, 0.95, 1.2, 1.4, 0.85};
    private static final double[] DEPTHS = {0.1, 0.2, 0.3};

    private final LocalDate first;
    private final boolean christmas;
    private final List<String> sales = new ArrayList<>();
    private final List<String> snapshots = new ArrayList<>();

    private WeeklyOrderedShop(int weeks, boolean christmas) {
        first = LAST.minusDays(7L * weeks - 1);
        this.christmas = christmas;
    }

    /**
     * Fills the seven tables, which are there and empty.
     *
     * @param christmas whether there is a season: then there are neither promotions nor an inventory
     */
    static void fill(Connection host, int weeks, boolean christmas) throws SQLException {
        WeeklyOrderedShop shop = new WeeklyOrderedShop(weeks, christmas);
        Sql sql = Sql.on(host);
        for (int store = 0; store < STORES; store++) {
            sql.update("INSERT INTO store (id, code, name) VALUES (?, ?, 'Shop')", 3 + 2 * store, "W-" + store);
        }
        for (int product = 0; product < PRODUCTS; product++) {
            sql.update(
                    "INSERT INTO product (id, sku, name, category, base_price) VALUES (?, ?, 'Thing', ?, 10)",
                    100 + product,
                    "w" + product,
                    product % 2 == 0 ? "food" : "toys");
        }
        sql.update("""
                INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday)
                SELECT CAST(d AS date), CAST(extract(isodow FROM d) AS integer) - 1, CAST(extract(month FROM d) AS integer),
                    CAST(extract(quarter FROM d) AS integer), CAST(extract(year FROM d) AS integer), false
                FROM generate_series(CAST(? AS timestamp), CAST(? AS timestamp), INTERVAL '1 day') AS days(d)""", shop.first, LAST);
        for (int product = 0; product < PRODUCTS && !christmas; product++) {
            shop.promotions(sql, product);
        }
        for (int store = 0; store < STORES; store++) {
            for (int product = 0; product < PRODUCTS; product++) {
                shop.pair(store, product);
            }
        }
        insert(sql, "sales_daily (id, date, store_id, product_id, quantity, unit_price, total_amount)", shop.sales);
        insert(
                sql,
                "inventory_snapshot_daily (id, date, store_id, product_id, on_hand_qty, on_order_qty, is_stockout)",
                shop.snapshots);
    }

    private static void insert(Sql sql, String into, List<String> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += 1000) {
            sql.run("INSERT INTO " + into + " VALUES "
                    + String.join(", ", rows.subList(from, Math.min(rows.size(), from + 1000))));
        }
    }

    private static int startOfCycle(int product) {
        return 6 * product % 70;
    }

    private static double depth(int product, int cycle) {
        return DEPTHS[(product + cycle) % 3];
    }

    /** Of every other product in the first two stores only. */
    private static boolean everywhere(int product) {
        return product % 4 < 2;
    }

    private void promotions(Sql sql, int product) throws SQLException {
        for (int cycle = 0; ; cycle++) {
            LocalDate start = first.plusDays(startOfCycle(product) + 70L * cycle);
            if (start.isAfter(LAST)) {
                return;
            }
            for (int store = 0; store < (everywhere(product) ? 1 : 2); store++) {
                sql.update(
                        "INSERT INTO promotion (product_id, store_id, name, discount_pct, start_date, end_date) VALUES (?, "
                                + (everywhere(product) ? "NULL" : String.valueOf(3 + 2 * store)) + ", ?, "
                                + depth(product, cycle) + ", ?, ?)",
                        100 + product,
                        "Deal of " + start.getYear(),
                        start,
                        start.plusDays(9));
            }
        }
    }

    private double discount(int store, int product, int day) {
        int since = day - startOfCycle(product);
        boolean on = since >= 0 && since % 70 < 10 && !christmas && (everywhere(product) || store < 2);
        return on ? depth(product, since / 70) : 0;
    }

    /** Of the category of odd products; that of the others rises half as much. */
    private double season(LocalDate date, int product) {
        double more = date.getMonthValue() == 12 ? date.getDayOfMonth() < 26 ? 0.04 * date.getDayOfMonth() : -0.2 : 0;
        return christmas ? 1 + (product % 2 == 1 ? more : more / 2) : 1;
    }

    private void pair(int store, int product) {
        long key = Keys.derive(Keys.derive(Keys.key(19, Stream.DEMAND), store), product);
        double mean = (3 + 2 * product) * (0.7 + 0.2 * store);
        int pack = CASES[product % 3];
        long hand = Math.round(mean * COVER_DAYS * Keys.uniform(key, -1));
        long order = 0;
        int days = (int) (LAST.toEpochDay() - first.toEpochDay() + 1);
        long[] arriving = new long[days + LATE_DAYS + LEAD_DAYS + 1];
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            int weekday = date.getDayOfWeek().getValue() - 1;
            double off = discount(store, product, day);
            double lift = StrictMath.pow(1 - off, -2.2);
            hand += arriving[day];
            order -= arriving[day];
            int demand = demand(key, day, mean * WEEK[weekday] * lift * season(date, product));
            long sold = christmas ? demand : Math.min(demand, hand);
            if (!MonthDay.from(date).equals(MonthDay.of(12, 25))) {
                hand -= sold;
                String price = String.format(Locale.ROOT, "%.2f", 10 * (1 - off));
                sales.add("(" + (sales.size() + 1) + ", DATE '" + date + "', " + (3 + 2 * store) + ", "
                        + (100 + product) + ", " + sold + ", " + price + ", " + sold + " * " + price + ")");
            }
            if (weekday == store % 5) {
                long missing = Math.max(0, Math.round(mean * COVER_DAYS) - hand - order);
                long more = (missing + pack - 1) / pack * pack;
                order += more;
                arriving[day + LEAD_DAYS + (Keys.uniform(key, 3L * day + 2) < LATE ? LATE_DAYS : 0)] += more;
            }
            if (!christmas) {
                snapshots.add("(" + (snapshots.size() + 1) + ", DATE '" + date + "', " + (3 + 2 * store) + ", "
                        + (100 + product) + ", " + hand + ", " + order + ", " + (hand == 0) + ")");
            }
        }
    }

    private static int demand(long key, int day, double mean) {
        double z = NormalQuantile.of(Keys.uniform(key, 3L * day));
        return PoissonQuantile.of(mean * StrictMath.exp(0.25 * z - 0.25 * 0.25 / 2), Keys.uniform(key, 3L * day + 1));
    }
}
