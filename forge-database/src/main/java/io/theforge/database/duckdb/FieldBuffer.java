package io.theforge.database.duckdb;

import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a worker leaves them for the loading thread. An appender belongs to the connection that will insert its rows, so
 * workers cannot share it; fields wait here as one tag and one long each.
 */
final class FieldBuffer implements Chunk {
    private static final byte INTEGER = 0;
    private static final byte DATE = 1;
    private static final byte DECIMAL = 2;
    private static final byte BOOL = 3;
    private static final byte TEXT = 4;
    private static final byte NULL = 5;
    private static final byte REAL = 6;

    private final int fieldsPerRow;
    private final boolean hasId;
    private final int firstId;
    private final int firstStoreId;
    private final int firstProductId;
    private byte[] kinds = new byte[1 << 13];
    private long[] values = new long[1 << 13];
    private final List<String> texts = new ArrayList<>();
    private int fields;
    private int textBytes;

    FieldBuffer(Table table, Ids ids) {
        fieldsPerRow = table.columns().size();
        hasId = table.hasId();
        firstId = ids.first(table);
        firstStoreId = ids.first(Table.STORE);
        firstProductId = ids.first(Table.PRODUCT);
    }

    int rows() {
        return fields / fieldsPerRow;
    }

    @Override
    public int size() {
        return fields * 9 + textBytes;
    }

    @Override
    public void clear() {
        fields = 0;
        textBytes = 0;
        texts.clear();
    }

    private void add(byte kind, long value) {
        if (fields == kinds.length) {
            kinds = Arrays.copyOf(kinds, fields * 2);
            values = Arrays.copyOf(values, fields * 2);
        }
        kinds[fields] = kind;
        values[fields++] = value;
    }

    @Override
    public void startRow(long ordinal) {
        if (hasId) {
            add(INTEGER, Math.toIntExact(firstId + ordinal));
        }
    }

    @Override
    public void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            add(INTEGER, firstStoreId + storeIndex);
        }
    }

    @Override
    public void product(int productIndex) {
        add(INTEGER, firstProductId + productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        if (value == null) {
            nothing();
        } else {
            add(TEXT, texts.size());
            texts.add(value);
            textBytes += value.length();
        }
    }

    @Override
    public void date(int epochDay) {
        add(DATE, epochDay);
    }

    @Override
    public void integer(int value) {
        add(INTEGER, value);
    }

    @Override
    public void cents(long cents) {
        add(DECIMAL, cents);
    }

    @Override
    public void real(double value) {
        add(REAL, Double.doubleToLongBits(value));
    }

    @Override
    public void basisPoints(int basisPoints) {
        add(DECIMAL, basisPoints);
    }

    @Override
    public void bool(boolean value) {
        add(BOOL, value ? 1 : 0);
    }

    @Override
    public void nothing() {
        add(NULL, 0);
    }

    @Override
    public void endRow() {
        // rows are told apart by their number of fields
    }

    /** Appends all rows. Decimals go as their unscaled value, which is why the staged columns are 64 bits wide. */
    void appendTo(DuckDBAppender appender) throws SQLException {
        for (int row = 0, field = 0; row < rows(); row++) {
            appender.beginRow();
            for (int end = field + fieldsPerRow; field < end; field++) {
                long value = values[field];
                switch (kinds[field]) {
                    case INTEGER -> appender.append((int) value);
                    case DATE -> appender.appendEpochDays((int) value);
                    case DECIMAL -> appender.appendDecimal(value);
                    case BOOL -> appender.append(value != 0);
                    case REAL -> appender.append(Double.longBitsToDouble(value));
                    case TEXT -> appender.append(texts.get((int) value));
                    default -> appender.appendNull();
                }
            }
            appender.endRow();
        }
    }
}
