package io.theforge.export.parquet;

import io.theforge.export.copy.CopySource;
import io.theforge.export.copy.Handover;
import io.theforge.table.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Gives DuckDB the rows, each time as many as it takes: how they came makes no difference to the file. */
final class ColumnSource implements CopySource {
    private final List<Column> columns;
    private final Handover<ColumnRows> pieces;
    private @Nullable ColumnRows piece;
    private int taken;

    ColumnSource(List<Column> columns, Handover<ColumnRows> pieces) {
        this.columns = columns;
        this.pieces = pieces;
    }

    @Override
    public void declare(DuckDBTableFunctionBindInfo info) {
        for (Column column : columns) {
            info.addResultColumn(
                    column.name(),
                    switch (column.kind()) {
                        case STORE, PRODUCT, INTEGER, DATE, BASIS_POINTS -> DuckDBColumnType.INTEGER;
                        case CENTS -> DuckDBColumnType.BIGINT;
                        case TEXT -> DuckDBColumnType.VARCHAR;
                        case REAL -> DuckDBColumnType.DOUBLE;
                        case BOOL -> DuckDBColumnType.BOOLEAN;
                    });
        }
    }

    /**
     * Returns what makes the file's columns of those that are given: the driver would want an object for each date and decimal, and
     * DuckDB turns numbers into them many at a time.
     */
    static String select(List<Column> columns) {
        return columns.stream().map(ColumnSource::select).collect(Collectors.joining(", "));
    }

    private static String select(Column column) {
        String name = '"' + column.name().replace("\"", "\"\"") + '"';
        return switch (column.kind()) {
            case DATE -> "DATE '1970-01-01' + " + name + " AS " + name;
            case CENTS -> decimal(name, column.size(), "0.01", 2);
            case BASIS_POINTS -> decimal(name, column.size(), "0.0001", 4);
            case STORE, PRODUCT, INTEGER, TEXT, REAL, BOOL -> name;
        };
    }

    private static String decimal(String name, int digits, String unit, int decimals) {
        return "CAST(CAST(" + name + " AS DECIMAL(" + digits + ",0)) * " + unit + " AS DECIMAL(" + digits + ","
                + decimals + ")) AS " + name;
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
            case CENTS -> {
                for (int i = 0; i < count; i++) {
                    into.setLong(at + i, numbers[first + i]);
                }
            }
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
}
