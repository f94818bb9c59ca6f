package io.theforge.database;

import io.theforge.database.sql.Sql;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import io.theforge.random.Stream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Five stores and ten products that somebody else has entered, with sales of 20 weeks up to a Sunday. Every pair has a row a
 * day, with these exceptions: a store closed on Sundays and, in all stores, on one holiday; a slow mover that has rows only
 * on days with sales; a pair that ended 40 days before the last day. Two stores keep an inventory.
 */
final class HandMadeShop {
    static final LocalDate FIRST = LocalDate.of(2024, 2, 5);
    static final LocalDate LAST = LocalDate.of(2024, 6, 23);
    static final LocalDate HOLIDAY = LocalDate.of(2024, 5, 20);

    /** Neither consecutive nor in the order of the codes. */
    static final int[] STORES = {40, 7, 11, 3, 1000};

    static final int[] PRODUCTS = {5, 10, 15, 20, 25, 30, 35, 40, 45, 77};
    static final int CLOSED_ON_SUNDAYS = STORES[4];
    static final int[] STOCKED = {STORES[0], STORES[1]};

    /** Product with quantities of 0 on many days. */
    static final int OFTEN_ZERO = PRODUCTS[8];

    static final int SLOW_MOVER = PRODUCTS[9];
    static final int ENDED_STORE = STORES[0];
    static final int ENDED_PRODUCT = PRODUCTS[3];

    /** Its price rose ten days before the last. */
    static final int DEARER = PRODUCTS[2];

    /** It was cheaper on the last three days. */
    static final int PROMOTED = PRODUCTS[1];

    private static final double[] WEEK = {0.8, 0.8, 0.9, 1, 1.4, 1.7, 1.1};
    private static final double[] DEMAND = {40, 30, 25, 20, 16, 12, 9, 6, 0.9, 0.25};
    private static final double SIGMA = 0.25;
    private static final int LEAD_DAYS = 3;

    private final List<String> sales = new ArrayList<>();
    private final List<String> snapshots = new ArrayList<>();

    private HandMadeShop() {}

    /** Fills the seven tables, which are there and empty. */
    static void fill(Connection host) throws SQLException {
        HandMadeShop shop = new HandMadeShop();
        for (int i = 0; i < STORES.length; i++) {
            Sql.on(host)
                    .update("INSERT INTO store (id, code, name) VALUES (?, ?, ?)", STORES[i], "H-" + i, "Corner " + i);
        }
        for (int i = 0; i < PRODUCTS.length; i++) {
            Sql.on(host)
                    .update(
                            "INSERT INTO product (id, sku, name) VALUES (?, ?, ?)",
                            PRODUCTS[i],
                            "sku" + i,
                            "Thing " + i);
        }
        Sql.on(host).update("""
                INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday)
                SELECT CAST(d AS date), CAST(extract(isodow FROM d) AS integer) - 1, CAST(extract(month FROM d) AS integer),
                    CAST(extract(quarter FROM d) AS integer), CAST(extract(year FROM d) AS integer), false
                FROM generate_series(CAST(? AS timestamp), CAST(? AS timestamp), INTERVAL '1 day') AS days(d)""", FIRST, LAST.plusDays(3));
        for (int store = 0; store < STORES.length; store++) {
            for (int product = 0; product < PRODUCTS.length; product++) {
                shop.pair(store, product);
            }
        }
        insert(host, "sales_daily (id, date, store_id, product_id, quantity, unit_price, total_amount)", shop.sales);
        insert(
                host,
                "inventory_snapshot_daily (id, date, store_id, product_id, on_hand_qty, on_order_qty, is_stockout)",
                shop.snapshots);
    }

    private static void insert(Connection host, String into, List<String> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += 1000) {
            Sql.on(host)
                    .run("INSERT INTO " + into + " VALUES "
                            + String.join(", ", rows.subList(from, Math.min(rows.size(), from + 1000))));
        }
    }

    private void pair(int store, int product) {
        long key = Keys.derive(Keys.derive(Keys.key(2024, Stream.DEMAND), store), product);
        double size = 0.6 + 0.2 * store;
        boolean stocked = STORES[store] == STOCKED[0] || STORES[store] == STOCKED[1];
        int upTo = (int) (DEMAND[product] * size * 11);
        int hand = upTo;
        int[] arriving = new int[200];
        int order = 0;
        LocalDate end = STORES[store] == ENDED_STORE && PRODUCTS[product] == ENDED_PRODUCT ? LAST.minusDays(40) : LAST;
        int i = 0;
        for (LocalDate date = FIRST; !date.isAfter(end); date = date.plusDays(1), i++) {
            hand += arriving[i];
            order -= arriving[i];
            int demand = demand(
                    key, i, DEMAND[product] * size * WEEK[date.getDayOfWeek().getValue() - 1]);
            boolean closed = date.equals(HOLIDAY)
                    || STORES[store] == CLOSED_ON_SUNDAYS && date.getDayOfWeek() == DayOfWeek.SUNDAY;
            int sold = stocked ? Math.min(demand, hand) : demand;
            if (!closed && (PRODUCTS[product] != SLOW_MOVER || sold > 0)) {
                hand -= sold;
                sale(date, STORES[store], PRODUCTS[product], sold);
            }
            if (stocked) {
                if (date.getDayOfWeek() == DayOfWeek.TUESDAY) {
                    int more = upTo - hand - order;
                    order += more;
                    arriving[i + LEAD_DAYS] += more;
                }
                snapshots.add("(" + (snapshots.size() + 1) + ", DATE '" + date + "', " + STORES[store] + ", "
                        + PRODUCTS[product] + ", " + hand + ", " + order + ", " + (hand == 0) + ")");
            }
        }
    }

    private static int demand(long key, int day, double mean) {
        double z = NormalQuantile.of(Keys.uniform(key, 2L * day));
        double factor = StrictMath.exp(SIGMA * z - SIGMA * SIGMA / 2);
        return PoissonQuantile.of(mean * factor, Keys.uniform(key, 2L * day + 1));
    }

    private void sale(LocalDate date, int store, int product, int units) {
        int cents = priceCents(store, product);
        if (product == DEARER && date.isBefore(LAST.minusDays(9))
                || product == PROMOTED && date.isAfter(LAST.minusDays(3))) {
            cents -= 30;
        }
        sales.add(String.format(
                Locale.ROOT,
                "(%d, DATE '%s', %d, %d, %d, %.2f, %.2f)",
                sales.size() + 1,
                date,
                store,
                product,
                units,
                cents / 100.0,
                (long) units * cents / 100.0));
    }

    /** The price to go on with. */
    static int priceCents(int store, int product) {
        return 199 + 100 * product + store % 7;
    }
}
