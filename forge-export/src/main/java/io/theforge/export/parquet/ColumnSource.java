package io.theforge.export.parquet;

import io.theforge.export.copy.CopySource;
import io.theforge.export.copy.Handover;
import io.theforge.table.Column;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Gives DuckDB the rows, each time as many as it takes: how they came makes no difference to the file. */
final class ColumnSource implements CopySource {
    private static final int CENTS_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 4;

    private final List<Column> columns;
    private final Handover<ColumnRows> pieces;
    private final DateCache dates = new DateCache();
    private @Nullable ColumnRows piece;
    private int taken;

    ColumnSource(List<Column> columns, Handover<ColumnRows> pieces) {
        this.columns = columns;
        this.pieces = pieces;
    }

    @Override
    public void declare(DuckDBTableFunctionBindInfo info) throws SQLException {
        for (Column column : columns) {
            switch (column.kind()) {
                case STORE, PRODUCT, INTEGER -> info.addResultColumn(column.name(), DuckDBColumnType.INTEGER);
                case TEXT -> info.addResultColumn(column.name(), DuckDBColumnType.VARCHAR);
                case DATE -> info.addResultColumn(column.name(), DuckDBColumnType.DATE);
                case CENTS ->
                    info.addResultColumn(column.name(), DuckDBLogicalType.decimal(column.size(), CENTS_DECIMALS));
                case BASIS_POINTS ->
                    info.addResultColumn(column.name(), DuckDBLogicalType.decimal(column.size(), SHARE_DECIMALS));
                case REAL -> info.addResultColumn(column.name(), DuckDBColumnType.DOUBLE);
                case BOOL -> info.addResultColumn(column.name(), DuckDBColumnType.BOOLEAN);
            }
        }
    }

    @Override
    public int next(DuckDBDataChunkWriter into) throws InterruptedException {
        int room = Math.toIntExact(into.capacity());
        int filled = 0;
        while (filled < room) {
            ColumnRows from = piece == null ? pieces.take() : piece;
            if (from == null) {
                break;
            }
            piece = from;
            int count = Math.min(room - filled, from.rows - taken);
            for (int i = 0; i < columns.size(); i++) {
                copy(columns.get(i).kind(), from, i, taken, count, into.vector(i), filled);
            }
            filled += count;
            taken += count;
            if (taken == from.rows) {
                pieces.giveBack(from);
                piece = null;
                taken = 0;
            }
        }
        return filled;
    }

    private void copy(
            Column.Kind kind, ColumnRows from, int column, int first, int count, DuckDBWritableVector into, int at) {
        if (kind == Column.Kind.TEXT) {
            into.setStringUtf8Batch(at, Arrays.copyOfRange(from.texts[column], first, first + count));
            return;
        }
        long[] numbers = from.numbers[column];
        switch (kind) {
            case DATE -> {
                for (int i = 0; i < count; i++) {
                    into.setDate(at + i, dates.of((int) numbers[first + i]));
                }
            }
            case CENTS -> decimals(numbers, first, count, into, at, CENTS_DECIMALS);
            case BASIS_POINTS -> decimals(numbers, first, count, into, at, SHARE_DECIMALS);
            case REAL -> {
                for (int i = 0; i < count; i++) {
                    into.setDouble(at + i, Double.longBitsToDouble(numbers[first + i]));
                }
            }
            case BOOL -> {
                for (int i = 0; i < count; i++) {
                    into.setBoolean(at + i, numbers[first + i] != 0);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    into.setInt(at + i, (int) numbers[first + i]);
                }
            }
        }
        boolean[] nulls = from.nulls[column];
        for (int i = 0; i < count; i++) {
            if (nulls[first + i]) {
                into.setNull(at + i);
            }
        }
    }

    private static void decimals(
            long[] numbers, int first, int count, DuckDBWritableVector into, int at, int decimals) {
        for (int i = 0; i < count; i++) {
            into.setBigDecimal(at + i, BigDecimal.valueOf(numbers[first + i], decimals));
        }
    }

    /** Dates as objects, of which the driver wants one a row: those of some years around are kept. */
    private static final class DateCache {
        private static final int SIZE = 1 << 12;
        private final LocalDate[] dates = new LocalDate[SIZE];

        LocalDate of(int epochDay) {
            LocalDate date = dates[epochDay & SIZE - 1];
            if (date == null || date.toEpochDay() != epochDay) {
                date = LocalDate.ofEpochDay(epochDay);
                dates[epochDay & SIZE - 1] = date;
            }
            return date;
        }
    }
}
