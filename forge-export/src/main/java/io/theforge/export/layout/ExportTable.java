package io.theforge.export.layout;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.SeriesRows;
import io.theforge.table.Column;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is exported. Every format writes every table: the rows are given field by field, in the order of the columns, the id
 * left out (it is the row's ordinal plus 1; so are those of stores and products their indices plus 1).
 *
 * @param name of its file, without folder and ending
 * @param columns of its rows; one of {@link Column.Role#ID} can only be the first
 * @param table which of the tables it is, row by row and column by column; null for what a layout makes of them
 * @param parts write the rows, each those of one file; empty where they are made series by series
 * @param series makes what a worker asks for the rows of a series; null where they are written at once
 * @param withTruth whether they need the truth behind the series
 */
public record ExportTable(
        String name,
        List<Column> columns,
        @Nullable Table table,
        List<Consumer<RowWriter>> parts,
        @Nullable Supplier<SeriesRows> series,
        boolean withTruth) {

    /** Returns one of the tables, with the rows that some series need. */
    public static ExportTable of(Plan plan, SeriesSelection wanted, Table table) {
        return table.isSeries()
                ? new ExportTable(
                        table.sqlName(),
                        table.definition(),
                        table,
                        List.of(),
                        () -> SeriesRows.of(new TableRows(plan), table),
                        table == Table.TRUTH_DAILY)
                : new ExportTable(
                        table.sqlName(),
                        table.definition(),
                        table,
                        List.of(out -> new TableRows(plan).write(table, wanted, out)),
                        null,
                        false);
    }

    /** Returns a table that is written at once. */
    public static ExportTable small(String name, List<Column> columns, Consumer<RowWriter> rows) {
        return new ExportTable(name, columns, null, List.of(rows), null, false);
    }

    /** Returns a table that is made series by series. */
    public static ExportTable ofSeries(String name, List<Column> columns, Supplier<SeriesRows> series) {
        return new ExportTable(name, columns, null, List.of(), series, false);
    }

    /** Returns whether it belongs to the answer key, which lies in a folder of its own. */
    public boolean isAnswerKey() {
        return table != null && table.group() == Table.Group.ANSWER_KEY;
    }
}
