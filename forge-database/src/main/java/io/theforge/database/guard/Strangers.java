package io.theforge.database.guard;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.record.Records;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Refuses where rows of somebody else stand under our ids. A row is ours by its id, and whoever restores or reloads data may give
 * other rows those ids. So before rows go or days are added, the rows are compared with what we have made: the codes of stores and
 * products, and the stores, products and days of the facts. An index answers each question.
 */
public final class Strangers {
    /** All rows of ours are in the primary key's index: PostgreSQL would read them through it, one by one. */
    private static final String NOT_BY_PRIMARY_KEY = "id + 0";

    private static final List<Table> FACTS = Table.inLoadingOrder(table -> table.group() == Table.Group.FACT);

    private Strangers() {}

    /** @throws RefusedException where there are some */
    public static void refuse(Sql sql, Ownership ours, Set<String> tables) throws SQLException {
        refuse(find(sql, ours), tables);
    }

    /** @param found what is strange */
    public static void refuse(List<String> found, Set<String> tables) {
        if (!found.isEmpty()) {
            throw new RefusedException(
                    "under ids of the Forge there are rows that it did not make: " + String.join("; ", found),
                    "if they are yours, let the Forge forget what it made, so that all rows count as yours "
                            + Records.forgetting(tables) + "; or let all of them go: --include-unmanaged");
        }
    }

    /** What is strange about them, for each table; empty where nothing is. */
    public static List<String> find(Sql sql, Ownership ours) throws SQLException {
        List<String> found = new ArrayList<>();
        findOtherKeys(sql, ours, found);
        found.addAll(findFacts(sql, ours));
        return found;
    }

    /** The same of facts alone, where the codes of stores and products have been compared already. */
    public static List<String> findFacts(Sql sql, Ownership ours) throws SQLException {
        List<Object> values = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Table facts : FACTS) {
            String strange = ours.blocks(facts).isEmpty() ? "" : strange(sql, ours, facts, values);
            if (!strange.isEmpty()) {
                questions.add("(SELECT '" + facts.sqlName() + "' FROM " + facts.qualifiedName() + " WHERE (" + strange
                        + ") AND " + ours.condition(facts, NOT_BY_PRIMARY_KEY) + " LIMIT 1)");
            }
        }
        if (questions.isEmpty()) {
            return List.of();
        }
        return byIndex(
                sql,
                () -> sql.texts(String.join(" UNION ALL ", questions), values.toArray()).stream()
                        .map(table -> table + " has rows about other stores, products or days")
                        .toList());
    }

    /**
     * Without statistics, just after a load, PostgreSQL would take any row for strange and read a table, or one of its indexes,
     * to the end to find none. A bitmap is made from what is asked for alone.
     */
    private static List<String> byIndex(Sql sql, Question question) throws SQLException {
        if (!sql.isPostgres()) {
            return question.ask();
        }
        String before = sql.texts(
                        "SELECT current_setting('enable_seqscan') || ' ' || current_setting('enable_indexscan')"
                                + " || left(set_config('enable_seqscan', 'off', true) || set_config('enable_indexscan', 'off', true), 0)")
                .get(0);
        List<String> found = question.ask();
        sql.run("SET LOCAL enable_seqscan = " + before.split(" ")[0]);
        sql.run("SET LOCAL enable_indexscan = " + before.split(" ")[1]);
        return found;
    }

    private interface Question {
        List<String> ask() throws SQLException;
    }

    /** A condition that holds for no row of ours; empty where there is none. @param values takes those to be bound */
    private static String strange(Sql sql, Ownership ours, Table facts, List<Object> values) throws SQLException {
        List<String> conditions = new ArrayList<>();
        if (!ours.blocks(Table.STORE).isEmpty()) {
            conditions.add(UnmanagedRows.outside("store_id", ours.blocks(Table.STORE)));
            // the one column of the four tables that the application has no index on
            if (facts != Table.INVENTORY_SNAPSHOT_DAILY) {
                conditions.add(UnmanagedRows.outside("product_id", ours.blocks(Table.PRODUCT)));
            }
        }
        if (facts.isSeries()) {
            sql.each(
                    row -> {
                        if (row.getObject(1) != null) {
                            conditions.add("date < ? OR date > ?");
                            values.add(row.getObject(1, LocalDate.class));
                            values.add(row.getObject(2, LocalDate.class));
                        }
                    },
                    "SELECT min(r.first_day), max(r.last_day) FROM theforge.run r JOIN theforge.run_table t ON t.run_id = r.id"
                            + " WHERE NOT t.replaced AND t.table_name = ? AND t.first_id <= t.last_id",
                    facts.sqlName());
        }
        return String.join(" OR ", conditions);
    }

    /** Ids of stores and products are given in the order of their codes. */
    private static void findOtherKeys(Sql sql, Ownership ours, List<String> found) throws SQLException {
        if (ours.blocks(Table.STORE).isEmpty() || ours.blocks(Table.PRODUCT).isEmpty()) {
            return;
        }
        long firstStore = ours.blocks(Table.STORE).get(0).first();
        long firstProduct = ours.blocks(Table.PRODUCT).get(0).first();
        sql.each(
                row -> {
                    boolean store = row.getInt(1) == 0;
                    int index = Math.toIntExact(row.getLong(2) - (store ? firstStore : firstProduct));
                    String expected = store ? Store.codeOf(index) : Product.skuOf(index);
                    if (!expected.equals(row.getString(3)) && found.isEmpty()) {
                        found.add((store ? "store has " : "product has ") + row.getString(3));
                    }
                },
                "SELECT 0, id, code FROM store WHERE " + ours.condition(Table.STORE, "id")
                        + " UNION ALL SELECT 1, id, sku FROM product WHERE " + ours.condition(Table.PRODUCT, "id")
                        + " ORDER BY 1, 2");
    }
}
