package io.theforge.export.dirt.row;

import io.theforge.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are for. Columns are numbered from 0, the id left out. */
public final class TableShape {
    private static final Map<String, Map<String, Role>> ROLES = Map.of(
            "sales_daily",
            Map.of(
                    "date", Role.DATE,
                    "store_id", Role.STORE,
                    "product_id", Role.PRODUCT,
                    "quantity", Role.QUANTITY,
                    "unit_price", Role.UNIT_PRICE,
                    "total_amount", Role.TOTAL),
            "inventory_snapshot_daily",
            Map.of(
                    "date", Role.DATE,
                    "store_id", Role.STORE,
                    "product_id", Role.PRODUCT,
                    "on_hand_qty", Role.ON_HAND,
                    "on_order_qty", Role.ON_ORDER,
                    "is_stockout", Role.STOCKOUT),
            "price_history",
            Map.of("product_id", Role.PRODUCT, "store_id", Role.STORE, "valid_from", Role.FROM, "valid_to", Role.UNTIL),
            "promotion",
            Map.of(
                    "product_id", Role.PRODUCT,
                    "store_id", Role.STORE,
                    "discount_pct", Role.DISCOUNT,
                    "start_date", Role.FROM,
                    "end_date", Role.UNTIL),
            "store",
            Map.of("code", Role.CODE),
            "product",
            Map.of("sku", Role.CODE),
            "series",
            Map.of(
                    "unique_id", Role.SERIES,
                    "ds", Role.DATE,
                    "y", Role.QUANTITY,
                    "price", Role.UNIT_PRICE,
                    "discount", Role.DISCOUNT,
                    "promotion", Role.PROMOTED,
                    "on_hand", Role.ON_HAND,
                    "stockout", Role.STOCKOUT),
            "sales-daily",
            Map.of(
                    "date", Role.DATE,
                    "store_code", Role.STORE,
                    "sku", Role.PRODUCT,
                    "quantity", Role.QUANTITY,
                    "unit_price", Role.UNIT_PRICE,
                    "total_amount", Role.TOTAL));

    private final String name;
    private final List<Column> columns;
    private final Map<Role, Integer> byRole = new EnumMap<>(Role.class);
    private final @Nullable Role[] roles;
    private final int[] keys;
    private final int day;

    /** @param definition all columns of the table, with the id */
    public TableShape(String name, List<Column> definition) {
        this.name = name;
        columns = definition.stream()
                .filter(column -> column.role() != Column.Role.ID)
                .toList();
        roles = new Role[columns.size()];
        Map<String, Role> known = ROLES.getOrDefault(name, Map.of());
        List<Integer> ofKey = new ArrayList<>();
        int dayColumn = -1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Role role = known.get(column.name());
            if (role != null) {
                roles[i] = role;
                byRole.put(role, i);
            }
            if (column.role() == Column.Role.KEY) {
                ofKey.add(i);
                dayColumn = column.kind() == Column.Kind.DATE ? i : dayColumn;
            }
        }
        keys = ofKey.stream().mapToInt(i -> i).toArray();
        day = dayColumn;
    }

    public String name() {
        return name;
    }

    /** Returns the columns, the id left out. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the column of a role; -1 where there is none. */
    public int column(Role role) {
        return byRole.getOrDefault(role, -1);
    }

    public boolean has(Role role) {
        return byRole.containsKey(role);
    }

    /** Returns what a column is for; null where no kind asks for it. */
    public @Nullable Role role(int column) {
        return roles[column];
    }

    /** Returns the column of a name; -1 where there is none. */
    public int named(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    /** Returns the columns of the natural key. */
    public int[] keys() {
        return keys.clone();
    }

    /** Returns the column of the key that is a date; -1 where there is none. */
    public int day() {
        return day;
    }

    /** Returns whether it has a row for a store, a product and a day. */
    public boolean isDaily() {
        return has(Role.DATE);
    }
}
