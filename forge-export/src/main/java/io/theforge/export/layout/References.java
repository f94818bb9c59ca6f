package io.theforge.export.layout;

import io.theforge.config.model.ConfigException;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a table cannot be without, where keys are checked. */
public final class References {
    private References() {}

    /**
     * Refuses a table without those that its rows refer to.
     *
     * @param there the tables before it
     * @throws ConfigException when one is missing
     */
    public static void require(Table table, Set<Table> there, String file) {
        List<Table> missing =
                of(table).stream().filter(each -> !there.contains(each)).toList();
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Table::sqlName).collect(Collectors.joining(", "));
            throw new ConfigException(
                    "rows of " + table.sqlName() + " refer to rows of " + names + ", and " + file + " has keys",
                    "add " + names + " to --tables, or choose a format without keys: csv, jsonl, json, parquet",
                    "--tables");
        }
    }

    /** Returns the tables that foreign keys point to. */
    private static List<Table> of(Table table) {
        if (table.group() != Table.Group.FACT) {
            return List.of();
        }
        return Table.SEVEN.stream()
                .filter(each -> switch (each) {
                    case STORE -> hasColumn(table, Column.Kind.STORE);
                    case PRODUCT -> hasColumn(table, Column.Kind.PRODUCT);
                    case CALENDAR -> table.isSeries();
                    default -> false;
                })
                .toList();
    }

    private static boolean hasColumn(Table table, Column.Kind kind) {
        return !table.columns(kind).isEmpty();
    }
}
