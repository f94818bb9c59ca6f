package io.theforge.database.guard;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses to remove stores, products and facts that rows of others refer to, and to make rows under keys that others have taken.
 * Looks, and changes nothing.
 */
public final class DependencyChecks {
    private static final int NAMED = 3;
    private static final List<Table> FACTS = Table.inLoadingOrder(table -> table.group() == Table.Group.FACT);

    private DependencyChecks() {}

    /** Before a dataset is replaced. @param going what is to be replaced */
    public static void checkReplacing(Target target, Sql sql, Plan plan, Ownership going) throws SQLException {
        List<String> inTheWay = new ArrayList<>(foreignFacts(sql, going, FACTS));
        inTheWay.addAll(takenKeys(
                sql,
                going,
                Table.STORE,
                "code",
                plan.stores().stream().map(Store::code).toList()));
        inTheWay.addAll(takenKeys(
                sql,
                going,
                Table.PRODUCT,
                "sku",
                plan.products().stream().map(Product::sku).toList()));
        refuse(inTheWay, target.dependents(sql, going));
    }

    /**
     * Before rows are deleted: no row that stays may refer to one of them.
     *
     * @param going what is to be deleted
     * @param scope the tables that lose rows
     */
    public static void checkDeletion(Target target, Sql sql, Ownership going, RowsToDelete rows, List<Table> scope)
            throws SQLException {
        List<Table> staying = scope.contains(Table.STORE)
                ? FACTS.stream().filter(facts -> rows.staying(facts) > 0).toList()
                : List.of();
        refuse(foreignFacts(sql, going, staying), target.dependents(sql, going.within(scope)));
    }

    /**
     * All of it in one message, with what really helps.
     *
     * @param ofTheSeven rows of the seven tables that {@code --include-unmanaged} would take too
     * @param ofOtherTables rows that nothing here removes
     */
    private static void refuse(List<String> ofTheSeven, List<String> ofOtherTables) {
        if (ofTheSeven.isEmpty() && ofOtherTables.isEmpty()) {
            return;
        }
        String first = ofOtherTables.isEmpty()
                ? ""
                : "remove the rows of the other tables first, which the Forge never touches";
        String then = ofTheSeven.isEmpty()
                ? ""
                : "keep those rows and use another database, or let them go too: --include-unmanaged";
        throw new RefusedException(
                "rows that the Forge did not make are in the way: "
                        + Stream.concat(ofTheSeven.stream(), ofOtherTables.stream())
                                .collect(Collectors.joining("; ")),
                Stream.of(first, then).filter(part -> !part.isEmpty()).collect(Collectors.joining("; then ")));
    }

    /** Facts that are not ours, about stores or products that are. */
    private static List<String> foreignFacts(Sql sql, Ownership ours, List<Table> among) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Table facts : among) {
            String refers = Stream.of(Table.STORE, Table.PRODUCT)
                    .filter(parent -> !ours.blocks(parent).isEmpty())
                    .map(parent -> ours.condition(parent, parent.sqlName() + "_id"))
                    .collect(Collectors.joining(" OR "));
            long rows = refers.isEmpty()
                    ? 0
                    : sql.number("SELECT count(*) FROM " + facts.qualifiedName() + " WHERE NOT "
                            + ours.condition(facts, "id") + " AND (" + refers + ")");
            if (rows > 0) {
                found.add(rows + (rows == 1 ? " row of " : " rows of ") + facts.sqlName()
                        + (rows == 1 ? " refers" : " refer") + " to stores or products that would go");
            }
        }
        return found;
    }

    private static List<String> takenKeys(Sql sql, Ownership ours, Table table, String column, List<String> keys)
            throws SQLException {
        Set<String> planned = new HashSet<>(keys);
        List<String> taken = sql
                .texts("SELECT " + column + " FROM " + table.qualifiedName() + " WHERE NOT "
                        + ours.condition(table, "id") + " ORDER BY " + column)
                .stream()
                .filter(planned::contains)
                .toList();
        return taken.isEmpty()
                ? List.of()
                : List.of(table.sqlName() + " has rows under keys that are needed: "
                        + String.join(", ", taken.subList(0, Math.min(NAMED, taken.size())))
                        + (taken.size() > NAMED ? " and " + (taken.size() - NAMED) + " more" : ""));
    }
}
