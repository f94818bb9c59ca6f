package io.theforge.export.formats;

import io.theforge.sink.Chunk;
import io.theforge.table.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in words that any reader can be held to: each field a text or null, numbers in digits, doubles by their bits. */
final class Rows implements Chunk {
    private final boolean hasId;
    final List<List<@Nullable String>> rows = new ArrayList<>();
    private List<@Nullable String> row = new ArrayList<>();

    Rows(List<Column> columns) {
        hasId = columns.get(0).role() == Column.Role.ID;
    }

    static String bits(double value) {
        return Long.toHexString(Double.doubleToRawLongBits(value));
    }

    /** Returns what a driver gives. */
    static List<List<@Nullable String>> of(ResultSet found, List<Column> columns) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String field = switch (columns.get(i).kind()) {
                    case REAL -> bits(found.getDouble(i + 1));
                    case BOOL -> String.valueOf(found.getBoolean(i + 1));
                    case DATE -> String.valueOf(found.getObject(i + 1, LocalDate.class));
                    default -> found.getString(i + 1);
                };
                row.add(found.wasNull() ? null : field);
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void startRow(long ordinal) {
        row = new ArrayList<>();
        if (hasId) {
            row.add(String.valueOf(ordinal + 1));
        }
    }

    @Override
    public void store(int storeIndex) {
        row.add(storeIndex < 0 ? null : String.valueOf(storeIndex + 1));
    }

    @Override
    public void product(int productIndex) {
        row.add(String.valueOf(productIndex + 1));
    }

    @Override
    public void text(@Nullable String value) {
        row.add(value);
    }

    @Override
    public void date(int epochDay) {
        row.add(LocalDate.ofEpochDay(epochDay).toString());
    }

    @Override
    public void integer(int value) {
        row.add(String.valueOf(value));
    }

    @Override
    public void cents(long cents) {
        row.add(BigDecimal.valueOf(cents, 2).toPlainString());
    }

    @Override
    public void basisPoints(int basisPoints) {
        row.add(BigDecimal.valueOf(basisPoints, 4).toPlainString());
    }

    @Override
    public void real(double value) {
        row.add(bits(value));
    }

    @Override
    public void bool(boolean value) {
        row.add(String.valueOf(value));
    }

    @Override
    public void nothing() {
        row.add(null);
    }

    @Override
    public void endRow() {
        rows.add(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void clear() {
        rows.clear();
    }
}
