package io.theforge.database;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands in the way of replacing a dataset because it is not ours. Looks, and changes nothing. */
final class Guards {
    private static final int NAMED = 3;

    private Guards() {}

    static void check(Target target, Connection connection, Plan plan, Ownership ours) throws SQLException {
        refuseForeignFacts(connection, ours);
        target.checkDependents(connection, ours);
        refuseTakenKeys(
                connection,
                ours,
                Table.STORE,
                "code",
                plan.stores().stream().map(Store::code).toList());
        refuseTakenKeys(
                connection,
                ours,
                Table.PRODUCT,
                "sku",
                plan.products().stream().map(Product::sku).toList());
    }

    /** @param going what is to be deleted: nothing that stays may hang on it */
    static void checkDeletion(Target target, Connection connection, Ownership going, Deletion deletion)
            throws SQLException {
        if (deletion.scope() != Deletion.Scope.FACTS && !deletion.includeUnmanaged()) {
            refuseForeignFacts(connection, going);
        }
        target.checkDependents(connection, going.within(deletion.scope().tables()));
    }

    /** Facts that are not ours, about stores or products that are. */
    private static void refuseForeignFacts(Connection connection, Ownership ours) throws SQLException {
        for (Table facts :
                List.of(Table.PRICE_HISTORY, Table.PROMOTION, Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY)) {
            for (Table parent : List.of(Table.STORE, Table.PRODUCT)) {
                if (ours.blocks(parent).isEmpty()) {
                    continue;
                }
                long rows = Sql.number(
                        connection,
                        "SELECT count(*) FROM " + facts.sqlName() + " WHERE NOT " + ours.ours(facts, "id") + " AND "
                                + ours.ours(parent, parent.sqlName() + "_id"));
                if (rows > 0) {
                    throw new RefusedException(
                            rows + " rows of " + facts.sqlName() + " that the Forge did not make refer to rows of "
                                    + parent.sqlName() + " that it made and that would go",
                            "remove those rows first, or fill another database");
                }
            }
        }
    }

    private static void refuseTakenKeys(
            Connection connection, Ownership ours, Table table, String column, List<String> keys) throws SQLException {
        Set<String> planned = new HashSet<>(keys);
        List<String> taken = Sql.texts(
                        connection,
                        "SELECT " + column + " FROM " + table.sqlName() + " WHERE NOT " + ours.ours(table, "id")
                                + " ORDER BY " + column)
                .stream()
                .filter(planned::contains)
                .toList();
        if (!taken.isEmpty()) {
            throw new RefusedException(
                    table.sqlName() + " has rows that the Forge did not make under keys that it needs: "
                            + String.join(", ", taken.subList(0, Math.min(NAMED, taken.size())))
                            + (taken.size() > NAMED ? " and " + (taken.size() - NAMED) + " more" : ""),
                    "remove or rename those rows, or fill another database");
        }
    }
}
