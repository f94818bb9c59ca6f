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
        List<Integer> ofKey = new ArrayList<>();
        int dayColumn = -1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Role role = role(name, column.name());
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

    /** What a column of a table is for; null where no kind asks for it. */
    private static @Nullable Role role(String table, String column) {
        return switch (table) {
            case "sales_daily", "sales-daily", "inventory_snapshot_daily" -> ofDays(column);
            case "price_history", "promotion" -> ofWindows(column);
            case "series" -> ofSeries(column);
            case "store" -> column.equals("code") ? Role.CODE : null;
            case "product" -> column.equals("sku") ? Role.CODE : null;
            default -> null;
        };
    }

    private static @Nullable Role ofDays(String column) {
        return switch (column) {
            case "date" -> Role.DATE;
            case "store_id", "store_code" -> Role.STORE;
            case "product_id", "sku" -> Role.PRODUCT;
            case "quantity" -> Role.QUANTITY;
            case "unit_price" -> Role.UNIT_PRICE;
            case "total_amount" -> Role.TOTAL;
            case "on_hand_qty" -> Role.ON_HAND;
            case "on_order_qty" -> Role.ON_ORDER;
            case "is_stockout" -> Role.STOCKOUT;
            default -> null;
        };
    }

    private static @Nullable Role ofWindows(String column) {
        return switch (column) {
            case "product_id" -> Role.PRODUCT;
            case "store_id" -> Role.STORE;
            case "discount_pct" -> Role.DISCOUNT;
            case "valid_from", "start_date" -> Role.FROM;
            case "valid_to", "end_date" -> Role.UNTIL;
            default -> null;
        };
    }

    private static @Nullable Role ofSeries(String column) {
        return switch (column) {
            case "unique_id" -> Role.SERIES;
            case "ds" -> Role.DATE;
            case "y" -> Role.QUANTITY;
            case "price" -> Role.UNIT_PRICE;
            case "discount" -> Role.DISCOUNT;
            case "promotion" -> Role.PROMOTED;
            case "on_hand" -> Role.ON_HAND;
            case "stockout" -> Role.STOCKOUT;
            default -> null;
        };
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
