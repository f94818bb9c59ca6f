package io.theforge.database.verify;

import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads our rows back, field by field as they were written. */
final class TableReader {
    /** Ids asked for at a time: where a driver holds a whole result, it holds no more than this. */
    private static final long PAGE = 500_000;

    private static final int ROWS_BETWEEN_REPORTS = 10_000;

    private final Queries queries;
    private final @Nullable Plan plan;
    private final RecordedDataset recorded;
    private final NaturalKeys keys;
    private long rows;

    /** @param plan null where there is none, and the calendar is not read */
    TableReader(Queries queries, @Nullable Plan plan, RecordedDataset recorded, NaturalKeys keys) {
        this.queries = queries;
        this.plan = plan;
        this.recorded = recorded;
        this.keys = keys;
    }

    /** Returns what a column is read as: days and amounts as whole numbers. */
    private static String expression(Column column) {
        return switch (column.kind()) {
            case DATE -> "CAST(" + column.name() + " - DATE '1970-01-01' AS integer)";
            case CENTS -> "CAST(" + column.name() + " * 100 AS bigint)";
            case BASIS_POINTS -> "CAST(" + column.name() + " * 10000 AS integer)";
            case STORE, PRODUCT, TEXT, INTEGER, REAL, BOOL -> column.name();
        };
    }

    /**
     * Writes all rows of ours. A calendar day that was there before us counts as planned: it is written as the plan has it.
     *
     * @param rowsRead hears now and then how many more rows have been read
     */
    void read(Table table, RowWriter out, LongConsumer rowsRead) throws SQLException {
        Kind[] kinds = table.fields().stream().map(Column::kind).toArray(Kind[]::new);
        String select = table.fields().stream()
                .map(TableReader::expression)
                .collect(Collectors.joining(", ", "SELECT ", " FROM "));
        if (table == Table.CALENDAR) {
            Plan days = Objects.requireNonNull(plan);
            queries.forEach(select + "{calendar} c", row -> {
                CalendarDay planned = days.calendar().get(row.getInt(1) - days.firstEpochDay());
                if (recorded.ownDays().contains(planned.date())) {
                    write(row, kinds, out);
                } else {
                    TableRows.calendar(planned, out);
                }
                count(rowsRead);
            });
            return;
        }
        if (table == Table.TRUTH_DAILY) {
            List<Integer> stores = new ArrayList<>();
            queries.forEach("SELECT DISTINCT store_id FROM theforge.truth_daily", row -> stores.add(row.getInt(1)));
            for (int store : stores) {
                queries.forEach(
                        select + table.qualifiedName() + " WHERE store_id = ?",
                        row -> {
                            write(row, kinds, out);
                            count(rowsRead);
                        },
                        store);
            }
            return;
        }
        for (Ids.Block block : recorded.ours().blocks(table)) {
            for (long first = block.first(); first <= block.last(); first += PAGE) {
                queries.forEach(
                        select + table.sqlName() + " WHERE id BETWEEN ? AND ?",
                        row -> {
                            write(row, kinds, out);
                            count(rowsRead);
                        },
                        first,
                        Math.min(block.last(), first + PAGE - 1));
            }
        }
    }

    private void count(LongConsumer rowsRead) {
        if (++rows % ROWS_BETWEEN_REPORTS == 0) {
            rowsRead.accept(ROWS_BETWEEN_REPORTS);
        }
    }

    private void write(ResultSet row, Kind[] kinds, RowWriter out) throws SQLException {
        out.startRow(0);
        for (int i = 0; i < kinds.length; i++) {
            int column = i + 1;
            if (kinds[i] == Kind.TEXT) {
                out.text(row.getString(column));
                continue;
            }
            if (kinds[i] == Kind.REAL) {
                out.real(row.getDouble(column));
                continue;
            }
            long value = kinds[i] == Kind.BOOL ? (row.getBoolean(column) ? 1 : 0) : row.getLong(column);
            if (row.wasNull()) {
                out.nothing();
                continue;
            }
            switch (kinds[i]) {
                case STORE -> out.store(keys.storeIndex((int) value));
                case PRODUCT -> out.product(keys.productIndex((int) value));
                case DATE -> out.date((int) value);
                case CENTS -> out.cents(value);
                case BASIS_POINTS -> out.basisPoints((int) value);
                case BOOL -> out.bool(value == 1);
                default -> out.integer((int) value);
            }
        }
        out.endRow();
    }
}
