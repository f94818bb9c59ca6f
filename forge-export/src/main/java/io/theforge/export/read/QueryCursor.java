package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import io.theforge.table.RowWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The rows that a query of DuckDB's gives, streamed. */
final class QueryCursor implements RowCursor {
    private final String file;
    private final String place;
    private final Column[] columns;
    private final Kind[] meaning;
    private final References references;
    private final Statement statement;
    private final ResultSet rows;
    private long row;

    /**
     * @param file as the export names it
     * @param place as DuckDB was given it, for messages
     * @param table that it has the rows of
     * @param query as {@link StrictSelect} makes it
     */
    QueryCursor(
            Connection connection, String query, ReadTable table, References references, String file, String place) {
        this.file = file;
        this.place = place;
        columns = table.columns().toArray(Column[]::new);
        meaning = table.meaning().toArray(Kind[]::new);
        this.references = references;
        try {
            statement = connection.createStatement();
            rows = statement.executeQuery(query);
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }

    @Override
    public boolean next() {
        row++;
        try {
            boolean found = rows.next();
            String wrong = found ? rows.getString(columns.length + 1) : null;
            if (wrong != null) {
                throw new UnreadableException(place() + ": " + StrictSelect.told(List.of(columns), wrong));
            }
            return found;
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }

    @Override
    public String place() {
        return file + ": row " + row;
    }

    @Override
    public void write(RowWriter out) {
        try {
            boolean hasId = columns[0].role() == Role.ID;
            out.startRow(hasId ? rows.getLong(1) - 1 : 0);
            for (int i = hasId ? 1 : 0; i < columns.length; i++) {
                writeField(i, out);
            }
            out.endRow();
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }

    private void writeField(int i, RowWriter out) throws SQLException {
        Kind kind = columns[i].kind();
        int at = i + 1;
        if (kind == Kind.TEXT) {
            String text = rows.getString(at);
            if (text == null) {
                nothing(i, out);
            } else {
                writeText(text, i, out);
            }
            return;
        }
        if (kind == Kind.REAL) {
            double value = rows.getDouble(at);
            if (rows.wasNull()) {
                nothing(i, out);
            } else {
                out.real(value);
            }
            return;
        }
        long value = kind == Kind.BOOL ? (rows.getBoolean(at) ? 1 : 0) : rows.getLong(at);
        if (rows.wasNull()) {
            nothing(i, out);
            return;
        }
        switch (kind) {
            case STORE -> out.store(references.stores().index(value, columns[i].name(), this));
            case PRODUCT -> out.product(references.products().index(value, columns[i].name(), this));
            case DATE -> out.date((int) value);
            case CENTS -> out.cents(value);
            case BASIS_POINTS -> out.basisPoints((int) value);
            case BOOL -> out.bool(value == 1);
            default -> out.integer((int) value);
        }
    }

    private void writeText(String text, int i, RowWriter out) {
        switch (meaning[i]) {
            case STORE -> out.store(references.stores().index(text, columns[i].name(), "store", this));
            case PRODUCT -> out.product(references.products().index(text, columns[i].name(), "product", this));
            default -> out.text(text);
        }
    }

    private void nothing(int i, RowWriter out) {
        if (!columns[i].mayBeNull()) {
            throw new UnreadableException(place() + ": " + columns[i].name() + " is empty");
        }
        out.nothing();
    }

    @Override
    public void close() {
        try (Statement closed = statement) {
            rows.close();
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }
}
