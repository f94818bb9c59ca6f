package io.theforge.database.verify;

import static io.theforge.database.verify.SqlCheck.everyRow;
import static io.theforge.table.Table.CALENDAR;
import static io.theforge.table.Table.INVENTORY_SNAPSHOT_DAILY;
import static io.theforge.table.Table.PRICE_HISTORY;
import static io.theforge.table.Table.PRODUCT;
import static io.theforge.table.Table.PROMOTION;
import static io.theforge.table.Table.SALES_DAILY;
import static io.theforge.table.Table.STORE;

import io.theforge.table.Table;
import java.util.List;

/** The schema's own laws, asked of every row: a constraint may have been dropped or switched off when a row came in. */
final class IntegrityLaws {
    private static final String NOWHERE =
            "CAST(NULL AS date) AS date, CAST(NULL AS integer) AS store_id, CAST(NULL AS integer) AS product_id";

    private IntegrityLaws() {}

    static List<SqlCheck> all() {
        return List.of(
                factReferences(SALES_DAILY),
                factReferences(INVENTORY_SNAPSHOT_DAILY),
                priceReferences(PRICE_HISTORY, "valid_from"),
                priceReferences(PROMOTION, "start_date"),
                unique(STORE, "code"),
                unique(PRODUCT, "sku"),
                unique(CALENDAR, "date"),
                uniqueGrain(SALES_DAILY),
                uniqueGrain(INVENTORY_SNAPSHOT_DAILY),
                constraints(STORE, NOWHERE, "'id=', id", "code IS NOT NULL AND name IS NOT NULL"),
                constraints(PRODUCT, NOWHERE, "'id=', id", "sku IS NOT NULL AND name IS NOT NULL"),
                constraints(
                        CALENDAR,
                        "date, CAST(NULL AS integer) AS store_id, CAST(NULL AS integer) AS product_id",
                        "'day_of_week=', day_of_week, ' month=', month, ' quarter=', quarter, ' year=', year",
                        "day_of_week BETWEEN 0 AND 6 AND month BETWEEN 1 AND 12 AND quarter BETWEEN 1 AND 4"
                                + " AND year IS NOT NULL AND is_holiday IS NOT NULL"),
                constraints(
                        PRICE_HISTORY,
                        "valid_from AS date, store_id, product_id",
                        "'price=', price, ' valid_to=', valid_to",
                        "price >= 0 AND product_id IS NOT NULL AND valid_from IS NOT NULL"
                                + " AND (valid_to IS NULL OR valid_to >= valid_from)"),
                constraints(
                        PROMOTION,
                        "start_date AS date, store_id, product_id",
                        "'end_date=', end_date, ' discount_pct=', discount_pct, ' discount_amount=', discount_amount",
                        "product_id IS NOT NULL AND name IS NOT NULL AND end_date >= start_date"
                                + " AND (discount_pct IS NULL OR discount_pct BETWEEN 0 AND 1)"
                                + " AND (discount_amount IS NULL OR discount_amount >= 0)"),
                constraints(
                        SALES_DAILY,
                        "date, store_id, product_id",
                        "'quantity=', quantity, ' unit_price=', unit_price, ' total_amount=', total_amount",
                        "quantity >= 0 AND unit_price >= 0 AND total_amount >= 0"
                                + " AND date IS NOT NULL AND store_id IS NOT NULL AND product_id IS NOT NULL"),
                constraints(
                        INVENTORY_SNAPSHOT_DAILY,
                        "date, store_id, product_id",
                        "'on_hand_qty=', on_hand_qty, ' on_order_qty=', on_order_qty",
                        "on_hand_qty >= 0 AND on_order_qty >= 0 AND is_stockout IS NOT NULL"
                                + " AND date IS NOT NULL AND store_id IS NOT NULL AND product_id IS NOT NULL"),
                calendarFields(),
                stockoutFlag());
    }

    private static SqlCheck factReferences(Table table) {
        return everyRow(table, "foreign_keys", "every row finds its calendar day, store and product", """
                SELECT f.date, f.store_id, f.product_id, concat('without',
                    CASE WHEN c.date IS NULL THEN ' calendar day' END,
                    CASE WHEN st.id IS NULL THEN ' store' END,
                    CASE WHEN p.id IS NULL THEN ' product' END) AS detail
                FROM {judged} f
                LEFT JOIN calendar c ON c.date = f.date
                LEFT JOIN store st ON st.id = f.store_id
                LEFT JOIN product p ON p.id = f.product_id
                WHERE c.date IS NULL OR st.id IS NULL OR p.id IS NULL""");
    }

    private static SqlCheck priceReferences(Table table, String firstDay) {
        return everyRow(
                table, "foreign_keys", "every row finds its product, and its store where it names one", """
                SELECT f.%s AS date, f.store_id, f.product_id, concat('without',
                    CASE WHEN f.store_id IS NOT NULL AND st.id IS NULL THEN ' store' END,
                    CASE WHEN p.id IS NULL THEN ' product' END) AS detail
                FROM {judged} f
                LEFT JOIN store st ON st.id = f.store_id
                LEFT JOIN product p ON p.id = f.product_id
                WHERE p.id IS NULL OR (f.store_id IS NOT NULL AND st.id IS NULL)""".formatted(
                                firstDay));
    }

    private static SqlCheck unique(Table table, String key) {
        return everyRow(
                table,
                key + "_unique",
                "no two rows with the same " + key,
                "SELECT %s, concat('%s=', k.key, ' stands in ', k.n, ' rows') AS detail".formatted(NOWHERE, key)
                        + " FROM (SELECT %s AS key, count(*) AS n FROM {judged} t GROUP BY %s HAVING count(*) > 1) k"
                                .formatted(key, key));
    }

    private static SqlCheck uniqueGrain(Table table) {
        return everyRow(table, "grain_unique", "one row per day, store and product", """
                SELECT date, store_id, product_id, concat(count(*), ' rows') AS detail
                FROM {judged} t GROUP BY date, store_id, product_id HAVING count(*) > 1""");
    }

    private static SqlCheck constraints(Table table, String place, String detail, String constraint) {
        return everyRow(
                table,
                "constraints",
                "the table's NOT NULL and CHECK constraints hold",
                "SELECT %s, concat(%s) AS detail FROM {judged} t WHERE (%s) IS NOT TRUE"
                        .formatted(place, detail, constraint));
    }

    private static SqlCheck calendarFields() {
        return everyRow(
                CALENDAR, "fields", "day of week (0 = Monday), month, quarter and year are those of the date", """
                SELECT date, CAST(NULL AS integer) AS store_id, CAST(NULL AS integer) AS product_id,
                    concat('day_of_week=', day_of_week, ' month=', month, ' quarter=', quarter, ' year=', year) AS detail
                FROM {judged} t
                WHERE (day_of_week = extract(isodow FROM date) - 1 AND month = extract(month FROM date)
                    AND quarter = extract(quarter FROM date) AND year = extract(year FROM date)) IS NOT TRUE""");
    }

    private static SqlCheck stockoutFlag() {
        return everyRow(
                INVENTORY_SNAPSHOT_DAILY, "stockout_flag", "a day is a stockout exactly when nothing is on hand", """
                SELECT date, store_id, product_id, concat('on_hand_qty=', on_hand_qty, ' is_stockout=',
                    CASE WHEN is_stockout THEN 'true' ELSE 'false' END) AS detail
                FROM {judged} t WHERE is_stockout IS DISTINCT FROM (on_hand_qty = 0)""");
    }
}
