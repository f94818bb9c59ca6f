package io.theforge.export.dirt.undo;

import io.theforge.plan.Plan;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import io.theforge.table.RowWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a row's fields, which are texts, as what they are. Ids are those of a generated dataset: indices plus 1. */
final class TypedFields {
    private final List<Column> columns;

    private final int stores;
    private final int products;

    TypedFields(List<Column> columns, Plan plan) {
        this.columns = columns;
        stores = plan.stores().size();
        products = plan.products().size();
    }

    /** @param place for messages */
    void write(List<@Nullable String> fields, RowWriter out, String place) {
        int i = columns.get(0).role() == Role.ID ? 1 : 0;
        try {
            out.startRow(i == 1 ? Long.parseLong(String.valueOf(fields.get(0))) - 1 : 0);
            for (; i < columns.size(); i++) {
                write(columns.get(i).kind(), fields.get(i), out);
            }
            out.endRow();
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            int wrong = Math.min(i, columns.size() - 1);
            throw UndoException.unknownChange(place + ": \"" + fields.get(wrong) + "\" in "
                    + columns.get(wrong).name() + " is none that it can have");
        }
    }

    private void write(Kind kind, @Nullable String field, RowWriter out) {
        if (field == null) {
            if (kind == Kind.TEXT) {
                out.text(null);
            } else if (kind == Kind.STORE) {
                out.store(-1);
            } else {
                out.nothing();
            }
            return;
        }
        switch (kind) {
            case STORE -> out.store(index(field, stores));
            case PRODUCT -> out.product(index(field, products));
            case TEXT -> out.text(field);
            case DATE -> out.date((int) LocalDate.parse(field).toEpochDay());
            case INTEGER -> out.integer(Integer.parseInt(field));
            case CENTS -> out.cents(new BigDecimal(field).movePointRight(2).longValueExact());
            case BASIS_POINTS ->
                out.basisPoints(new BigDecimal(field).movePointRight(4).intValueExact());
            case REAL -> out.real(Double.parseDouble(field));
            case BOOL -> out.bool(truth(field));
        }
    }

    private static int index(String id, int count) {
        int index = Integer.parseInt(id) - 1;
        if (index < 0 || index >= count) {
            throw new NumberFormatException("there is none with this id");
        }
        return index;
    }

    private static boolean truth(String field) {
        return switch (field) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException("neither true nor false");
        };
    }
}
