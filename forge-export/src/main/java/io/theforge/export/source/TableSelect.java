package io.theforge.export.source;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** How the rows of a table are read, and given to a writer as the generator would give them. */
final class TableSelect {
    private final Keys keys;
    private final Kind[] kinds;
    private final boolean hasId;
    private final String text;

    TableSelect(Table table, Keys keys) {
        this.keys = keys;
        hasId = table.hasId();
        kinds = table.fields().stream().map(Column::kind).toArray(Kind[]::new);
        text = table.fields().stream()
                .map(TableSelect::expression)
                .collect(Collectors.joining(", ", hasId ? "SELECT id, " : "SELECT ", " FROM " + table.qualifiedName()));
    }

    /** Returns what a column is read as: days and amounts as whole numbers. */
    static String expression(Column column) {
        return switch (column.kind()) {
            case DATE -> "CAST(" + column.name() + " - DATE '1970-01-01' AS integer)";
            case CENTS -> "CAST(" + column.name() + " * 100 AS bigint)";
            case BASIS_POINTS -> "CAST(" + column.name() + " * 10000 AS integer)";
            case STORE, PRODUCT, TEXT, INTEGER, REAL, BOOL -> column.name();
        };
    }

    /** Returns the query up to its condition. */
    String text() {
        return text;
    }

    /** Returns the place of the first column of a kind in the row, from 1; 0 where there is none. */
    int place(Kind kind) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == kind) {
                return i + (hasId ? 2 : 1);
            }
        }
        return 0;
    }

    void write(ResultSet row, RowWriter out) throws SQLException {
        int place = 1;
        out.startRow(hasId ? row.getLong(place++) - 1 : 0);
        for (Kind kind : kinds) {
            if (kind == Kind.TEXT) {
                out.text(row.getString(place++));
                continue;
            }
            if (kind == Kind.REAL) {
                out.real(row.getDouble(place++));
                continue;
            }
            long value = kind == Kind.BOOL ? (row.getBoolean(place++) ? 1 : 0) : row.getLong(place++);
            if (row.wasNull()) {
                out.nothing();
                continue;
            }
            switch (kind) {
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
