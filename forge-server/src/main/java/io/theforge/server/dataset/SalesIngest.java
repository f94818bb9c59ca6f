package io.theforge.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.Runs;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of sales, put over what is there for the same day, store and product. They are rows of others afterwards: one that replaces a
 * row of the Forge takes an id outside of its blocks.
 */
final class SalesIngest {
    private static final String GRAIN = " WHERE date = CAST(? AS date) AND store_id = ? AND product_id = ?";
    private final Target target;
    private final JsonNode records;
    private final Map<String, Long> stores = new HashMap<>();
    private final Map<String, Long> products = new HashMap<>();
    private final Map<String, Long> days = new HashMap<>();

    SalesIngest(Target target, JsonNode records) {
        this.target = target;
        this.records = records;
    }

    int count() {
        return records.size();
    }

    /** Writes them in the transaction that is open. @return those that could not be, by the names of the answer */
    List<Map<String, Object>> into(Sql sql) throws SQLException {
        ProductionMarks.refuse(sql, target.tables(sql), target.databaseName());
        target.checkTables(sql);
        Ownership ours = Runs.ownership(sql);
        String renumber =
                "UPDATE sales_daily SET id = DEFAULT" + GRAIN + " AND " + ours.condition(Table.SALES_DAILY, "id");
        List<Map<String, Object>> errors = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
            String day = record.get("date").textValue();
            long store = id(sql, stores, "SELECT id FROM store WHERE code = ?", record.get("store_code"));
            long product = id(sql, products, "SELECT id FROM product WHERE sku = ?", record.get("sku"));
            long known = id(
                    sql,
                    days,
                    "SELECT count(*) FROM calendar WHERE date = CAST(? AS date) HAVING count(*) > 0",
                    record.get("date"));
            if (store < 0 || product < 0 || known < 0) {
                errors.add(error(i, record, store < 0 ? "store_code" : product < 0 ? "sku" : "date"));
                continue;
            }
            if (sql.update(renumber, day, store, product) == 0) {
                // another's row stays the same row, with other figures
                upsert(sql, record, day, store, product);
            } else {
                change(sql, record, day, store, product);
            }
        }
        return errors;
    }

    private static long id(Sql sql, Map<String, Long> known, String query, JsonNode name) throws SQLException {
        Long found = known.get(name.textValue());
        if (found == null) {
            List<Long> ids = sql.list(row -> row.getLong(1), query, name.textValue());
            found = ids.isEmpty() ? -1L : ids.get(0);
            known.put(name.textValue(), found);
        }
        return found;
    }

    private static void upsert(Sql sql, JsonNode record, String day, long store, long product) throws SQLException {
        if (change(sql, record, day, store, product) == 0) {
            sql.update(
                    "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                            + " VALUES (CAST(? AS date), ?, ?, ?, ?, ?)",
                    day,
                    store,
                    product,
                    record.get("quantity").intValue(),
                    record.get("unit_price").decimalValue(),
                    record.get("total_amount").decimalValue());
        }
    }

    private static long change(Sql sql, JsonNode record, String day, long store, long product) throws SQLException {
        return sql.update(
                "UPDATE sales_daily SET quantity = ?, unit_price = ?, total_amount = ?" + GRAIN,
                record.get("quantity").intValue(),
                record.get("unit_price").decimalValue(),
                record.get("total_amount").decimalValue(),
                day,
                store,
                product);
    }

    private static Map<String, Object> error(int index, JsonNode record, String field) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("row_index", index);
        error.put("store_code", record.get("store_code").textValue());
        error.put("sku", record.get("sku").textValue());
        error.put("date", record.get("date").textValue());
        error.put(
                "error_code",
                switch (field) {
                    case "store_code" -> "UNKNOWN_STORE";
                    case "sku" -> "UNKNOWN_PRODUCT";
                    default -> "UNKNOWN_DATE";
                });
        error.put(
                "error_message",
                "there is no row with this " + field + " in "
                        + switch (field) {
                            case "store_code" -> "store";
                            case "sku" -> "product";
                            default -> "calendar";
                        });
        return error;
    }
}
