package io.theforge.database.append;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids under which the dataset's stores and products are in the database. */
final class DimensionIds {
    private DimensionIds() {}

    /** @throws RefusedException when one of them is gone, or has another code */
    static Ids of(Sql sql, Plan plan, Ownership ours) throws SQLException {
        List<String> codes = plan.stores().stream().map(Store::code).toList();
        List<String> skus = plan.products().stream().map(Product::sku).toList();
        return new Ids(Map.of(
                Table.STORE, block(sql, ours, Table.STORE, "code", codes),
                Table.PRODUCT, block(sql, ours, Table.PRODUCT, "sku", skus)));
    }

    private static Ids.Block block(Sql sql, Ownership ours, Table table, String column, List<String> keys)
            throws SQLException {
        Map<Long, String> present = new HashMap<>();
        sql.each(
                row -> present.put(row.getLong(1), row.getString(2)),
                "SELECT id, " + column + " FROM " + table.qualifiedName() + " WHERE " + ours.condition(table, "id"));
        List<Ids.Block> blocks = ours.blocks(table);
        long first = blocks.isEmpty() ? 1 : blocks.get(0).first();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).equals(present.get(first + i))) {
                throw new RefusedException(
                        table.sqlName() + " " + keys.get(i) + " of the dataset is gone or has been renamed",
                        "put it back under id " + (first + i) + ", or make the dataset anew with --full-new");
            }
        }
        return new Ids.Block(first, first + keys.size() - 1);
    }
}
