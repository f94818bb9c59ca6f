package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.database.load.Ids;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of somebody else under ids of ours. A row is ours by its id, and who restores or reloads his own data may give his rows
 * those ids. So before rows go, or days are added to them, what they say is held against what we have made: the codes of
 * stores and products, whose facts they are, and of which days. An index answers each question.
 */
final class Strangers {
    private Strangers() {}

    /** @throws RefusedException where there are some */
    static void refuse(Connection connection, Ownership ours, Set<String> tables) throws SQLException {
        List<String> found = find(connection, ours);
        if (!found.isEmpty()) {
            throw new RefusedException(
                    "under ids of the Forge there are rows that it did not make: " + String.join("; ", found),
                    "if they are yours, let the Forge forget what it made, so that all rows count as yours: "
                            + Records.forgetting(tables) + "; or let all of them go: --include-unmanaged");
        }
    }

    /** What is strange about them, for each table; empty where nothing is. */
    static List<String> find(Connection connection, Ownership ours) throws SQLException {
        List<String> found = new ArrayList<>();
        String seqScan = Sql.isPostgres(connection)
                ? Sql.texts(connection, "SELECT current_setting('enable_seqscan')")
                        .get(0)
                : "";
        if (!seqScan.isEmpty()) {
            // without statistics, just after a load, a table would be read to its end for nothing
            Sql.run(connection, "SET LOCAL enable_seqscan = off");
        }
        if (!ours.blocks(Table.STORE).isEmpty()) {
            findOtherKeys(connection, ours, found);
            findOtherFacts(connection, ours, found);
        }
        findOtherDays(connection, ours, found);
        if (!seqScan.isEmpty()) {
            Sql.run(connection, "SET LOCAL enable_seqscan = " + seqScan);
        }
        return found;
    }

    private static void findOtherKeys(Connection connection, Ownership ours, List<String> found) throws SQLException {
        for (String made : Sql.texts(connection, """
                SELECT r.configuration FROM forge_run r JOIN forge_run_table t ON t.run_id = r.id
                WHERE NOT t.replaced AND t.table_name = 'store' AND t.first_id <= t.last_id ORDER BY r.id DESC LIMIT 1
                """)) {
            Plan plan = Plan.of(
                    ConfigReader.parse(made, "the record of the dataset").resolve(Overrides.NONE));
            findOtherKeys(
                    connection,
                    ours,
                    Table.STORE,
                    "code",
                    plan.stores().stream().map(Store::code).toList(),
                    found);
            findOtherKeys(
                    connection,
                    ours,
                    Table.PRODUCT,
                    "sku",
                    plan.products().stream().map(Product::sku).toList(),
                    found);
        }
    }

    private static void findOtherKeys(
            Connection connection, Ownership ours, Table table, String key, List<String> made, List<String> found)
            throws SQLException {
        Set<String> planned = new HashSet<>(made);
        Sql.texts(
                        connection,
                        "SELECT " + key + " FROM " + table.sqlName() + " WHERE " + ours.ours(table, "id") + " ORDER BY "
                                + key)
                .stream()
                .filter(each -> !planned.contains(each))
                .findFirst()
                .ifPresent(each -> found.add(table.sqlName() + " has " + each));
    }

    private static void findOtherFacts(Connection connection, Ownership ours, List<String> found) throws SQLException {
        for (Table facts : Deletion.Scope.FACTS.tables()) {
            boolean stranger = any(connection, ours, facts, RowsOfOthers.outside("store_id", ours.blocks(Table.STORE)));
            // the one column of the four tables that the application has no index on
            if (!stranger && facts != Table.INVENTORY_SNAPSHOT_DAILY) {
                stranger = any(connection, ours, facts, RowsOfOthers.outside("product_id", ours.blocks(Table.PRODUCT)));
            }
            if (stranger) {
                found.add(facts.sqlName() + " has rows about other stores or products");
            }
        }
    }

    private static void findOtherDays(Connection connection, Ownership ours, List<String> found) throws SQLException {
        for (Table facts : List.of(Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY)) {
            List<LocalDate> days = new ArrayList<>();
            Sql.each(
                    connection,
                    row -> {
                        if (row.getObject(1) != null) {
                            days.add(row.getObject(1, LocalDate.class));
                            days.add(row.getObject(2, LocalDate.class));
                        }
                    },
                    "SELECT min(r.first_day), max(r.last_day) FROM forge_run r JOIN forge_run_table t ON t.run_id = r.id"
                            + " WHERE NOT t.replaced AND t.table_name = ? AND t.first_id <= t.last_id",
                    facts.sqlName());
            if (!days.isEmpty() && any(connection, ours, facts, "(date < ? OR date > ?)", days.toArray())) {
                found.add(facts.sqlName() + " has rows of other days");
            }
        }
    }

    private static boolean any(Connection connection, Ownership ours, Table table, String condition, Object... values)
            throws SQLException {
        List<Ids.Block> blocks = ours.blocks(table);
        String sql = "SELECT count(*) FROM (SELECT 1 FROM " + table.sqlName() + " WHERE (" + condition + ") AND "
                + ours.ours(table, "id") + " LIMIT 1) any_row";
        return !blocks.isEmpty() && Sql.number(connection, sql, values) > 0;
    }
}
