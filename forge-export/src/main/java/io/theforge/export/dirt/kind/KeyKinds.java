package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.table.Column;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What can be wrong with stores, products, codes and fields that must not be empty. */
final class KeyKinds {
    private static final int UNKNOWN = 900_000;
    private static final String IN_CODES = "store, product; series, sales-daily";
    private static final Predicate<TableShape> CODES = shape -> {
        for (int i = 0; i < shape.columns().size(); i++) {
            if (isCode(shape, i)) {
                return true;
            }
        }
        return false;
    };

    static final List<Kind> ALL = List.of(
            Kind.cells(
                            DirtKind.FIELD_EMPTY,
                            "nothing in a field that must not be empty",
                            Kind.ANY,
                            TableShape::isDaily,
                            "sales, stock",
                            KeyKinds::empty)
                    .ofColumns(),
            Kind.cells(
                    DirtKind.UNKNOWN_STORE,
                    "a store that does not exist",
                    Kind.ANY,
                    TableShape::isDaily,
                    "sales, stock",
                    row -> unknown(row, Role.STORE, "X", "")),
            Kind.cells(
                    DirtKind.UNKNOWN_PRODUCT,
                    "a product that does not exist",
                    Kind.ANY,
                    TableShape::isDaily,
                    "sales, stock",
                    row -> unknown(row, Role.PRODUCT, "", "X")),
            code(DirtKind.CODE_BLANKS, "a code with blanks around it", code -> " " + code + " "),
            code(DirtKind.CODE_CASE, "a code in small letters", code -> code.toLowerCase(Locale.ROOT)),
            code(
                    DirtKind.CODE_LOOKALIKE,
                    "a code with a Cyrillic letter that looks like its S, or the letter O for a zero",
                    code -> code.indexOf('S') >= 0 ? code.replaceFirst("S", "\u0405") : code.replace('0', 'O')));

    private KeyKinds() {}

    private static Kind code(DirtKind kind, String does, UnaryOperator<String> change) {
        return Kind.cells(kind, does, Kind.ANY, CODES, IN_CODES, row -> {
                    int column = choose(row, i -> isCode(row.shape(), i) && row.isFree(i));
                    if (column < 0) {
                        return false;
                    }
                    String code = Objects.requireNonNull(row.values().textOf(column));
                    String dirty = change.apply(code);
                    if (dirty.equals(code)) {
                        return false;
                    }
                    row.change(column).text(dirty);
                    return true;
                })
                .ofColumns();
    }

    private static boolean isCode(TableShape shape, int column) {
        Role role = shape.role(column);
        return shape.columns().get(column).kind() == Column.Kind.TEXT
                && (role == Role.STORE || role == Role.PRODUCT || role == Role.SERIES || role == Role.CODE);
    }

    /** Returns one of the columns that fit, each as likely; -1 where there is none. */
    static int choose(Spoiling row, IntPredicate fits) {
        int fitting = 0;
        int columns = row.shape().columns().size();
        for (int i = 0; i < columns; i++) {
            fitting += fits.test(i) ? 1 : 0;
        }
        int chosen = fitting == 0 ? -1 : row.below(1, fitting);
        for (int i = 0; i < columns; i++) {
            if (fits.test(i) && chosen-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean empty(Spoiling row) {
        int column = choose(row, i -> !row.shape().columns().get(i).mayBeNull() && row.isFree(i));
        if (column < 0) {
            return false;
        }
        row.change(column).nothing();
        return true;
    }

    private static boolean unknown(Spoiling row, Role role, String beforeStore, String afterProduct) {
        int column = row.free(row.shape().has(Role.SERIES) ? Role.SERIES : role);
        if (column < 0) {
            return false;
        }
        String code = row.values().textOf(column);
        long index = row.values().number(column);
        RowValues of = row.change(column);
        if (code != null) {
            of.text(beforeStore + code + afterProduct);
        } else if (role == Role.STORE) {
            of.store((int) (UNKNOWN + index));
        } else {
            of.product((int) (UNKNOWN + index));
        }
        return true;
    }
}
