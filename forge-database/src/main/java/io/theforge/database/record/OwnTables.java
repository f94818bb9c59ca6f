package io.theforge.database.record;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tables of {@code own-tables.sql} look like: one of such a name with other columns is somebody else's. */
public final class OwnTables {
    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "theforge.schema_history",
            Set.of("version", "description", "installed_at"),
            "theforge.run",
            Set.of(
                    "id",
                    "operation",
                    "started_at",
                    "finished_at",
                    "outcome",
                    "os_user",
                    "version",
                    "seed",
                    "configuration",
                    "first_day",
                    "last_day",
                    "fingerprint",
                    "peak_memory_bytes"),
            "theforge.run_table",
            Set.of(
                    "run_id",
                    "table_name",
                    "first_id",
                    "last_id",
                    "rows_inserted",
                    "rows_deleted",
                    "fingerprint",
                    "replaced"),
            "theforge.calendar_day",
            Set.of("date", "run_id"),
            "theforge.guard",
            Set.of("name", "set_at", "os_user"),
            SeriesStates.TABLE,
            Set.of(
                    "run_id",
                    "store_id",
                    "product_id",
                    "on_hand_qty",
                    "overdue_qty",
                    "on_order_qty",
                    "backlog_qty",
                    "owed_stockout_days"));

    private OwnTables() {}

    /**
     * To be asked before anything is read from them, and before anybody is told to drop one.
     *
     * @param found columns of the tables that there are, by qualified name; other tables are looked over
     * @throws RefusedException when one of them is not ours
     */
    public static void refuseForeign(Sql sql, Map<String, Set<String>> found) {
        List<String> foreign = found.entrySet().stream()
                .filter(table -> !table.getValue().containsAll(COLUMNS.getOrDefault(table.getKey(), Set.of())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!foreign.isEmpty()) {
            throw foreign(
                    sql,
                    foreign,
                    "; in the schema " + sql.ownSchema() + " are the tables that the Forge makes for itself");
        }
    }

    /** @param besides what else can be done than rename them */
    static RefusedException foreign(Sql sql, List<String> tables, String besides) {
        String names = sql.own(String.join(", ", tables));
        return tables.size() == 1
                ? new RefusedException(
                        "the table " + names + " is not The Forge's: it has other columns", "rename it" + besides)
                : new RefusedException(
                        "the tables " + names + " are not The Forge's: they have other columns",
                        "rename them" + besides);
    }
}
