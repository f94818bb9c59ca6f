package io.theforge.export.read;

import io.theforge.export.manifest.CodeColumns;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is to be read.
 *
 * @param columns in the order in which a row is written
 * @param meaning what each of them is in the table, where a store or a product may stand as a text
 * @param table which of the tables it is; null for what a layout has made of them
 * @param files its own, or the one that it shares with others; paths inside the folder
 */
record ReadTable(
        String name,
        List<Column> columns,
        List<Kind> meaning,
        @Nullable Table table,
        List<String> files) {

    /** Returns one whose columns are what they are in the table. */
    static ReadTable of(String name, List<Column> columns, @Nullable Table table, List<String> files) {
        return new ReadTable(name, columns, kinds(columns), table, files);
    }

    /** Returns one whose stores and products stand as their codes. @param columns one for each field of the table */
    static ReadTable ofCodes(List<Column> columns, Table table, List<String> files) {
        return new ReadTable(table.sqlName(), columns, kinds(table.fields()), table, files);
    }

    /** Returns the same as it is in a file that no manifest describes: with codes, where it has these and not all ids. */
    ReadTable asIn(List<String> names) {
        if (table == null || names.containsAll(names(columns))) {
            return this;
        }
        List<Column> codes = CodeColumns.of(table);
        return names.containsAll(names(codes)) ? ofCodes(codes, table, files) : this;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static List<Kind> kinds(List<Column> columns) {
        return columns.stream().map(Column::kind).toList();
    }
}
