package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.table.Column;
import java.util.List;

/** What can be wrong with the form of a file. */
final class FileKinds {
    private static final String ALL_TABLES = "all";

    static final List<Kind> ALL = List.of(
            Kind.cells(
                            DirtKind.COLUMNS_SWAPPED,
                            "two columns of one type hold each other's values, in a whole file",
                            Kind.ANY,
                            shape -> firstOfPair(shape) >= 0,
                            "store, product, calendar, sales, stock",
                            FileKinds::swap)
                    .ofFile(),
            columns(DirtKind.COLUMN_MISSING, "a file without one of its columns")
                    .ofColumns(),
            columns(DirtKind.COLUMN_ADDED, "a file with one column more, source_system"),
            columns(DirtKind.COLUMN_RENAMED, "a file in which a column has another name: its own in capitals")
                    .ofColumns(),
            Kind.cells(
                            DirtKind.BROKEN_QUOTES,
                            "a quote in front of a field that is never closed",
                            Kind.CSV,
                            shape -> true,
                            ALL_TABLES,
                            FileKinds::quote)
                    .ofColumns(),
            Kind.row(
                            DirtKind.MIXED_LINE_ENDS,
                            "a line that ends as on Windows among others that do not",
                            Effect.LINE_END,
                            shape -> true,
                            ALL_TABLES,
                            Kind.NOTHING)
                    .in(Kind.LINES)
                    .warning(),
            bytes(DirtKind.BYTE_ORDER_MARK, "a file that begins with a byte order mark")
                    .in(Kind.TEXT)
                    .warning(),
            bytes(DirtKind.WRONG_ENCODING, "a file in UTF-16, where UTF-8 is meant")
                    .in(Kind.TEXT),
            bytes(DirtKind.LAST_LINE_TRUNCATED, "a file that ends in the middle of its last line")
                    .in(Kind.LINES));

    private FileKinds() {}

    private static Kind columns(DirtKind kind, String does) {
        return Kind.row(kind, does, Effect.COLUMNS, shape -> true, ALL_TABLES, Kind.NOTHING)
                .ofFile();
    }

    private static Kind bytes(DirtKind kind, String does) {
        return Kind.row(kind, does, Effect.BYTES, shape -> true, ALL_TABLES, Kind.NOTHING)
                .ofFile();
    }

    /** Returns the first of the last two columns side by side that are of one type, always filled, and no part of the key; -1 for none. */
    private static int firstOfPair(TableShape shape) {
        List<Column> columns = shape.columns();
        for (int i = columns.size() - 2; i >= 0; i--) {
            Column one = columns.get(i);
            Column other = columns.get(i + 1);
            if (one.kind() == other.kind() && isPlain(one) && isPlain(other)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPlain(Column column) {
        return column.role() == Column.Role.VALUE && !column.mayBeNull();
    }

    private static boolean swap(Spoiling row) {
        int first = firstOfPair(row.shape());
        if (!row.isFree(first) || !row.isFree(first + 1)) {
            return false;
        }
        RowValues before = row.values().copy();
        before.writeField(first + 1, row.change(first));
        before.writeField(first, row.change(first + 1));
        return true;
    }

    private static boolean quote(Spoiling row) {
        int column = KeyKinds.choose(row, row::isFree);
        if (column < 0) {
            return false;
        }
        String text = row.values().shown(column);
        if (text == null || text.indexOf(',') >= 0 || text.indexOf('"') >= 0) {
            return false;
        }
        row.change(column).verbatim('"' + text);
        return true;
    }
}
