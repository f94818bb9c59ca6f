package io.theforge.database.verify;

import static io.theforge.database.verify.SqlCheck.ourRows;
import static io.theforge.table.Table.INVENTORY_SNAPSHOT_DAILY;
import static io.theforge.table.Table.SALES_DAILY;

import java.util.List;

/** Units are never created or lost. */
final class StockLaws {
    private StockLaws() {}

    static List<SqlCheck> all() {
        return List.of(unitsConserved(), nothingSoldThatWasNotThere());
    }

    private static SqlCheck unitsConserved() {
        return ourRows(
                INVENTORY_SNAPSHOT_DAILY,
                "units_conserved",
                "on hand changes by what was sold and received, no more is received than was on order, and no order vanishes",
                """
                SELECT t.date, t.store_id, t.product_id,
                    concat('on_hand_qty=', t.on_hand_qty, ' after ', t.hand_before, ' on hand and ', t.order_before,
                        ' on order, on_order_qty=', t.on_order_qty,
                        ', sold ', coalesce(CAST(s.quantity AS varchar), 'unknown')) AS detail
                FROM (
                    SELECT date, store_id, product_id, on_hand_qty, on_order_qty,
                        lag(date) OVER series AS day_before,
                        lag(on_hand_qty) OVER series AS hand_before,
                        lag(on_order_qty) OVER series AS order_before
                    FROM {inventory_snapshot_daily} i
                    WINDOW series AS (PARTITION BY store_id, product_id ORDER BY date)) t
                LEFT JOIN {sales_daily} s
                    ON s.date = t.date AND s.store_id = t.store_id AND s.product_id = t.product_id
                WHERE t.day_before = t.date - 1
                AND (CAST(t.on_hand_qty AS bigint) + coalesce(s.quantity, 0) > CAST(t.hand_before AS bigint) + t.order_before
                    OR CAST(t.on_hand_qty AS bigint) + s.quantity < t.hand_before
                    OR CAST(t.on_hand_qty AS bigint) + s.quantity + t.on_order_qty
                        < CAST(t.hand_before AS bigint) + t.order_before)""");
    }

    private static SqlCheck nothingSoldThatWasNotThere() {
        return ourRows(
                SALES_DAILY,
                "sold_from_stock",
                "no more is sold than was on hand and on order the evening before",
                """
                SELECT s.date, s.store_id, s.product_id, concat('quantity=', s.quantity, ' of ', i.on_hand_qty,
                    ' on hand and ', i.on_order_qty, ' on order') AS detail
                FROM {sales_daily} s
                JOIN {inventory_snapshot_daily} i
                    ON i.date = s.date - 1 AND i.store_id = s.store_id AND i.product_id = s.product_id
                WHERE s.quantity > CAST(i.on_hand_qty AS bigint) + i.on_order_qty""");
    }
}
