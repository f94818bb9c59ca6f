package io.theforge.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.record.Runs;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of sales, put over what is there for the same day, store and product. They are rows of others afterwards: one that replaces a
 * row of the Forge takes an id outside of its blocks.
 */
final class SalesIngest {
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final Map<String, String> COLUMNS = columns();

    /** All records as rows: each column comes as one text. */
    private static final String RECORDS = COLUMNS.entrySet().stream()
            .map(column -> "CAST(unnest(string_to_array(?, ' ')) AS " + column.getValue() + ") AS " + column.getKey())
            .collect(Collectors.joining(", ", "(SELECT ", ") v"));

    private static final String GRAIN = "s.date = v.date AND s.store_id = v.store_id AND s.product_id = v.product_id";
    private final Target target;
    private final JsonNode records;
    private final Map<String, Long> stores = new HashMap<>();
    private final Map<String, Long> products = new HashMap<>();
    private final Map<String, Long> days = new HashMap<>();

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("date", "date");
        columns.put("store_id", "integer");
        columns.put("product_id", "integer");
        columns.put("quantity", "integer");
        columns.put("unit_price", "numeric(10, 2)");
        columns.put("total_amount", "numeric(12, 2)");
        return columns;
    }

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
        List<Map<String, Object>> errors = new ArrayList<>();
        Map<List<Object>, Object[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
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
            String day = record.get("date").textValue();
            // of several records of one row the last holds
            rows.put(List.of(day, store, product), new Object[] {
                day,
                store,
                product,
                record.get("quantity").intValue(),
                cents(record.get("unit_price")),
                cents(record.get("total_amount"))
            });
        }
        if (!rows.isEmpty()) {
            write(sql, rows.values());
        }
        return errors;
    }

    /** As the tables round. Of a number too small for that nothing is computed: its digits could fill the memory. */
    private static BigDecimal cents(JsonNode amount) {
        BigDecimal exact = amount.decimalValue();
        return exact.compareTo(HALF_A_CENT) < 0 ? BigDecimal.ZERO : exact.setScale(2, RoundingMode.HALF_UP);
    }

    private static void write(Sql sql, Collection<Object[]> rows) throws SQLException {
        Object[] columns = IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> rows.stream().map(row -> row[i].toString()).collect(Collectors.joining(" ")))
                .toArray();
        sql.update(
                "UPDATE sales_daily s SET id = DEFAULT FROM " + RECORDS + " WHERE " + GRAIN + " AND "
                        + Runs.ownership(sql).condition(Table.SALES_DAILY, "s.id"),
                columns);
        // another's row stays the same row, with other figures
        sql.update(
                "UPDATE sales_daily s SET quantity = v.quantity, unit_price = v.unit_price,"
                        + " total_amount = v.total_amount FROM " + RECORDS + " WHERE " + GRAIN,
                columns);
        String names = String.join(", ", COLUMNS.keySet());
        sql.update(
                "INSERT INTO sales_daily (" + names + ") SELECT " + names + " FROM " + RECORDS
                        + " WHERE NOT EXISTS (SELECT 1 FROM sales_daily s WHERE " + GRAIN + ")",
                columns);
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
