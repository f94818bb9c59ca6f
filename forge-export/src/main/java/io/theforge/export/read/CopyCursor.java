package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import io.theforge.table.RowWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The rows of a table in a script for {@code psql}: what stands between its {@code COPY} and the next line {@code \.}. */
final class CopyCursor implements RowCursor {
    private static final String NULL = "\\N";

    private final String file;
    private final String place;
    private final Column[] columns;
    private final References references;
    private final Statement statement;
    private final ResultSet lines;
    private long line;
    private String[] fields = {};

    /** @param table its name in SQL */
    CopyCursor(
            Connection connection,
            String query,
            String table,
            List<Column> columns,
            References references,
            String file,
            String place) {
        this.file = file;
        this.place = place;
        this.columns = columns.toArray(Column[]::new);
        this.references = references;
        try {
            statement = connection.createStatement();
            lines = statement.executeQuery(query);
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
        goTo(table);
    }

    private void goTo(String table) {
        String begin = "COPY " + table + " (";
        String quoted = "COPY \"" + table + "\" (";
        String found = nextLine();
        while (!found.startsWith(begin) && !found.startsWith(quoted)) {
            found = nextLine();
        }
    }

    private String nextLine() {
        try {
            if (!lines.next()) {
                throw new UnreadableException(file + " ends at line " + line + ", in the middle of its rows");
            }
            line++;
            String text = lines.getString(1);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }

    @Override
    public boolean next() {
        String text = nextLine();
        if (text.equals("\\.")) {
            return false;
        }
        fields = text.split("\t", -1);
        if (fields.length != columns.length) {
            throw new UnreadableException(
                    place() + " has " + fields.length + " fields, and the table has " + columns.length);
        }
        return true;
    }

    @Override
    public String place() {
        return file + ": line " + line;
    }

    @Override
    public void write(RowWriter out) {
        boolean hasId = columns[0].role() == Role.ID;
        int i = hasId ? 1 : 0;
        try {
            out.startRow(hasId ? Long.parseLong(fields[0]) - 1 : 0);
            for (; i < columns.length; i++) {
                writeField(columns[i], fields[i], out);
            }
            out.endRow();
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            int wrong = Math.min(i, columns.length - 1);
            throw new UnreadableException(place() + ": \"" + fields[wrong] + "\" in " + columns[wrong].name()
                    + " is no " + columns[wrong].sqlType());
        }
    }

    private void writeField(Column column, String field, RowWriter out) {
        if (field.equals(NULL)) {
            if (column.kind() == Kind.TEXT) {
                out.text(null);
            } else {
                out.nothing();
            }
            return;
        }
        switch (column.kind()) {
            case STORE -> out.store(references.stores().index(Long.parseLong(field), column.name(), this));
            case PRODUCT -> out.product(references.products().index(Long.parseLong(field), column.name(), this));
            case TEXT -> out.text(unescaped(field));
            case DATE -> out.date((int) LocalDate.parse(field).toEpochDay());
            case CENTS -> out.cents(new BigDecimal(field).movePointRight(2).longValueExact());
            case BASIS_POINTS ->
                out.basisPoints(new BigDecimal(field).movePointRight(4).intValueExact());
            case REAL -> out.real(Double.parseDouble(field));
            case BOOL -> out.bool(truth(field));
            case INTEGER -> out.integer(Integer.parseInt(field));
        }
    }

    private static boolean truth(String field) {
        return switch (field) {
            case "t", "true" -> true;
            case "f", "false" -> false;
            default -> throw new NumberFormatException("neither true nor false");
        };
    }

    private static String unescaped(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                char escaped = field.charAt(++i);
                text.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'v' -> '\013';
                            default -> escaped;
                        });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try (Statement closed = statement) {
            lines.close();
        } catch (SQLException e) {
            throw UnreadableException.of(file, place, e);
        }
    }
}
