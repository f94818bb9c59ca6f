package io.theforge.database.verify;

import io.theforge.database.verify.VerifierContract.Corruption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One corrupted row of each kind, the check that must find it, and how it must name it. */
final class Corruptions {
    /** Longer names first: they are replaced one after another. */
    static final Map<String, String> TOKENS = new LinkedHashMap<>();

    private static final String SALE = "(SELECT min(s.id) FROM sales_daily s JOIN inventory_snapshot_daily i"
            + " ON i.store_id = s.store_id AND i.product_id = s.product_id AND i.date = s.date"
            + " WHERE s.date = DATE '2024-06-14' AND s.quantity > 0 AND i.on_hand_qty > 0)";
    private static final String PLACE = "SELECT 'date=2024-06-14 store=' || st.code || ' sku=' || p.sku FROM sales_daily s"
            + " JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id WHERE s.id = " + SALE;
    private static final String MIDDLE_PRICE =
            "SELECT min(b.id) FROM price_history a JOIN price_history b ON a.product_id = b.product_id"
                    + " AND a.store_id IS NULL AND b.store_id IS NULL AND b.valid_from = a.valid_to + 1"
                    + " AND b.valid_from < DATE '2024-11-01'";

    static {
        TOKENS.put("@place", PLACE);
        TOKENS.put("@pair", PLACE.replace("date=2024-06-14 ", ""));
        TOKENS.put("@sale", "SELECT " + SALE);
        TOKENS.put(
                "@stock",
                "SELECT i.id FROM inventory_snapshot_daily i JOIN sales_daily s ON i.store_id = s.store_id"
                        + " AND i.product_id = s.product_id AND i.date = s.date WHERE s.id = " + SALE);
        TOKENS.put("@price_from", "SELECT CAST(valid_from AS varchar) FROM price_history WHERE id = (" + MIDDLE_PRICE + ")");
        TOKENS.put("@price", MIDDLE_PRICE);
        TOKENS.put("@last_price", "SELECT min(id) FROM price_history WHERE valid_to IS NULL AND store_id IS NULL");
        TOKENS.put("@promotion", "SELECT min(id) FROM promotion WHERE discount_pct IS NOT NULL AND store_id IS NULL");
        TOKENS.put("@reduction", "SELECT min(id) FROM promotion WHERE discount_amount IS NOT NULL");
    }

    private Corruptions() {}

    private static Corruption corruption(String sql, String check, String example) {
        return new Corruption(sql, check, example);
    }

    static Stream<Corruption> all() {
        return Stream.of(
                // references
                corruption("UPDATE sales_daily SET store_id = 77 WHERE id = @sale", "sales_daily.foreign_keys", "date=2024-06-14 store=77"),
                corruption("UPDATE sales_daily SET product_id = 7 WHERE id = @sale", "sales_daily.foreign_keys", "sku=7 without product"),
                corruption("DELETE FROM calendar WHERE date = DATE '2024-06-14'", "sales_daily.foreign_keys", "date=2024-06-14"),
                corruption("DELETE FROM calendar WHERE date = DATE '2024-06-14'", "calendar.as_planned", "date=2024-06-14"),
                corruption("UPDATE inventory_snapshot_daily SET store_id = 77 WHERE id = @stock", "inventory_snapshot_daily.foreign_keys", "date=2024-06-14 store=77"),
                corruption("UPDATE price_history SET product_id = 7 WHERE id = @price", "price_history.foreign_keys", "date=@price_from sku=7 without product"),
                corruption("UPDATE price_history SET store_id = 77 WHERE id = @price", "price_history.foreign_keys", "store=77"),
                corruption("UPDATE promotion SET product_id = 7 WHERE id = @promotion", "promotion.foreign_keys", "sku=7 without product"),
                // keys
                corruption("UPDATE store SET code = 'S00001' WHERE id = 12", "store.code_unique", "code=S00001"),
                corruption("UPDATE product SET sku = (SELECT sku FROM product WHERE id = 101) WHERE id = 102", "product.sku_unique", "stands in 2 rows"),
                corruption("INSERT INTO calendar SELECT * FROM calendar WHERE date = DATE '2024-06-14'", "calendar.date_unique", "date=2024-06-14"),
                corruption("INSERT INTO sales_daily SELECT 7, date, store_id, product_id, quantity, unit_price, total_amount FROM sales_daily WHERE id = @sale", "sales_daily.grain_unique", "@place 2 rows"),
                corruption("INSERT INTO inventory_snapshot_daily SELECT 7, date, store_id, product_id, on_hand_qty, on_order_qty, is_stockout FROM inventory_snapshot_daily WHERE id = @stock", "inventory_snapshot_daily.grain_unique", "@place 2 rows"),
                // constraints
                corruption("UPDATE store SET name = NULL WHERE id = 12", "store.constraints", "id=12"),
                corruption("UPDATE product SET sku = NULL WHERE id = 102", "product.constraints", "id=102"),
                corruption("UPDATE calendar SET month = 13 WHERE date = DATE '2024-06-14'", "calendar.constraints", "date=2024-06-14"),
                corruption("UPDATE price_history SET price = -1 WHERE id = @price", "price_history.constraints", "date=@price_from"),
                corruption("UPDATE price_history SET valid_to = valid_from - 1 WHERE id = @price", "price_history.constraints", "date=@price_from"),
                corruption("UPDATE promotion SET discount_pct = 1.5 WHERE id = @promotion", "promotion.constraints", "discount_pct=1.5"),
                corruption("UPDATE promotion SET end_date = start_date - 1 WHERE id = @promotion", "promotion.constraints", "end_date="),
                corruption("UPDATE sales_daily SET quantity = -1 WHERE id = @sale", "sales_daily.constraints", "@place quantity=-1"),
                corruption("UPDATE sales_daily SET total_amount = NULL WHERE id = @sale", "sales_daily.constraints", "@place"),
                corruption("UPDATE inventory_snapshot_daily SET on_order_qty = -1 WHERE id = @stock", "inventory_snapshot_daily.constraints", "@place"),
                // calendar
                corruption("UPDATE calendar SET day_of_week = 6 WHERE date = DATE '2024-06-14'", "calendar.fields", "date=2024-06-14 day_of_week=6"),
                corruption("UPDATE calendar SET is_holiday = true, holiday_name = 'Feast' WHERE date = DATE '2024-06-14'", "calendar.as_planned", "date=2024-06-14"),
                // dimensions
                corruption("UPDATE store SET city = 'Elsewhere' WHERE id = 12", "store.as_planned", "city=Elsewhere"),
                corruption("DELETE FROM product WHERE id = 112", "product.as_planned", "is missing"),
                corruption("UPDATE product SET base_cost = base_price WHERE id = 102", "product.cost_below_price", "base_cost="),
                // prices
                corruption("UPDATE price_history SET valid_from = valid_from - 1 WHERE id = @price", "price_history.no_overlap", "begins while"),
                corruption("UPDATE price_history SET valid_from = valid_from + 1 WHERE id = @price", "price_history.no_hole", "the one before ended"),
                corruption("UPDATE price_history SET valid_to = DATE '2024-12-31' WHERE id = @last_price", "price_history.last_open", "is the last"),
                corruption("DELETE FROM price_history WHERE product_id = 103", "product.price_from_first_day", "date=2024-01-01"),
                corruption("UPDATE price_history SET price = price + 0.01 WHERE id = @price", "price_history.as_planned", "is not planned"),
                corruption("UPDATE price_history SET price = price + 0.01 WHERE id = @price", "sales_daily.price_reproduced", "expected="),
                corruption("UPDATE sales_daily SET unit_price = unit_price + 0.01 WHERE id = @sale", "sales_daily.price_reproduced", "@place unit_price="),
                corruption("UPDATE sales_daily SET total_amount = total_amount + 0.01 WHERE id = @sale", "sales_daily.total_amount", "@place quantity="),
                // promotions
                corruption("DELETE FROM promotion WHERE id = @promotion", "sales_daily.price_reproduced", "expected="),
                corruption("DELETE FROM promotion WHERE id = @promotion", "promotion.as_planned", "is missing"),
                corruption("UPDATE promotion SET discount_amount = discount_amount * 100 WHERE id = @reduction", "promotion.limits", "discount_amount="),
                corruption("UPDATE promotion SET end_date = end_date + 14 WHERE id = @promotion", "promotion.limits", "end_date="),
                corruption("INSERT INTO promotion SELECT max_id, product_id, store_id, name, discount_pct, discount_amount, start_date, end_date FROM promotion, (SELECT max(id) AS max_id FROM promotion) m WHERE id = @promotion", "promotion.one_per_month", "beside the one from"),
                corruption("INSERT INTO promotion SELECT max_id, product_id, 12, name, discount_pct, discount_amount, start_date, end_date FROM promotion, (SELECT max(id) AS max_id FROM promotion) m WHERE id = @promotion", "promotion.no_overlap", "beside the one from"),
                // counts
                corruption("DELETE FROM sales_daily WHERE id = @sale", "sales_daily.row_count", "@pair rows="),
                corruption("DELETE FROM sales_daily WHERE id = @sale", "sales_daily.date_coverage", "date=2024-06-14 rows="),
                corruption("DELETE FROM inventory_snapshot_daily WHERE id = @stock", "inventory_snapshot_daily.row_count", "@pair rows="),
                corruption("UPDATE inventory_snapshot_daily SET date = DATE '2025-01-05' WHERE id = @stock", "inventory_snapshot_daily.date_coverage", "date=2025-01-05"),
                corruption("DELETE FROM sales_daily WHERE store_id = (SELECT store_id FROM sales_daily WHERE id = @sale) AND product_id = (SELECT product_id FROM sales_daily WHERE id = @sale)", "sales_daily.sparsity", "@pair sells nothing"),
                // stock
                corruption("UPDATE inventory_snapshot_daily SET on_hand_qty = on_hand_qty + 100000 WHERE id = @stock", "inventory_snapshot_daily.units_conserved", "@place on_hand_qty="),
                corruption("UPDATE sales_daily SET quantity = quantity + 100000 WHERE id = @sale", "sales_daily.sold_from_stock", "@place quantity="),
                corruption("UPDATE inventory_snapshot_daily SET is_stockout = NOT is_stockout WHERE id = @stock", "inventory_snapshot_daily.stockout_flag", "@place on_hand_qty="),
                corruption("UPDATE inventory_snapshot_daily SET on_hand_qty = 0, is_stockout = true WHERE date > DATE '2024-09-01'", "inventory_snapshot_daily.stockout_share", ""),
                // what no other check sees
                corruption("UPDATE store SET name = 'Another' WHERE id = 12", "store.fingerprint", ""),
                corruption("UPDATE inventory_snapshot_daily SET on_order_qty = on_order_qty + 1 WHERE id = @stock", "inventory_snapshot_daily.fingerprint", ""),
                corruption("DELETE FROM sales_daily WHERE id = @sale", "sales_daily.fingerprint", ""),
                corruption("INSERT INTO store (id, code, name) VALUES (600000000, 'HOST', 'Theirs')", "database.sequences", "table=store"));
    }
}
