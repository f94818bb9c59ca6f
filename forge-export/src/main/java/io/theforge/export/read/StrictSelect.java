package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The query for a table's rows that finds what a cast of DuckDB's would round, cut or trim without a word. Its last column is
 * NULL where the row is as it should be, and otherwise the number of the column that is not, a colon, and what stands there.
 */
final class StrictSelect {
    /** As in 2024-01-31, which need not be compared with a moment of that day. */
    private static final int LENGTH_OF_DAY = 10;

    private StrictSelect() {}

    /** @param isText whether the source gives texts, where blanks count too */
    static String of(List<Column> columns, String source, boolean isText) {
        List<String> read = new ArrayList<>();
        List<String> values = new ArrayList<>();
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String name = FileQuery.name(column.name());
            String raw = "x" + i;
            String value = "v" + i;
            read.add(name + " AS " + raw);
            read.add("TRY_CAST(" + name + " AS " + FileQuery.type(column) + ") AS " + value);
            values.add(whole(column, value));
            if (column.kind() != Kind.TEXT) {
                wrong.append(" WHEN ").append(raw).append(" IS NOT NULL AND NOT coalesce(");
                wrong.append(isRight(column.kind(), raw, value, isText)).append(", false) THEN '");
                wrong.append(i).append(":' || CAST(").append(raw).append(" AS VARCHAR)");
            }
        }
        values.add(wrong.isEmpty() ? "NULL" : "CASE" + wrong + " END");
        return "SELECT " + String.join(", ", values) + " FROM (SELECT " + String.join(", ", read) + " FROM " + source
                + ")";
    }

    /** Returns days and amounts as whole numbers. */
    private static String whole(Column column, String value) {
        return switch (column.kind()) {
            case DATE -> "CAST(" + value + " - DATE '1970-01-01' AS INTEGER)";
            case CENTS -> "CAST(" + value + " * 100 AS BIGINT)";
            case BASIS_POINTS -> "CAST(" + value + " * 10000 AS INTEGER)";
            case TEXT, REAL, BOOL, STORE, PRODUCT, INTEGER -> value;
        };
    }

    /** All characters of numbers and days come after the plus sign, blanks of every kind before it. */
    private static String isRight(Kind kind, String raw, String value, boolean isText) {
        String same = same(kind, raw, value);
        if (!isText) {
            return same;
        }
        String asWritten = kind == Kind.DATE
                ? "CASE WHEN strlen(" + raw + ") = " + LENGTH_OF_DAY + " THEN " + value + " IS NOT NULL ELSE " + same
                        + " END"
                : same;
        return "(" + asWritten + " AND " + raw + " >= '+' AND right(" + raw + ", 1) >= '+')";
    }

    private static String same(Kind kind, String raw, String value) {
        return switch (kind) {
            case TEXT, REAL, BOOL -> value + " IS NOT NULL";
            case DATE -> "TRY_CAST(" + raw + " AS TIMESTAMP) = CAST(" + value + " AS TIMESTAMP)";
            default -> "TRY_CAST(" + raw + " AS DOUBLE) = CAST(" + value + " AS DOUBLE)";
        };
    }

    /** Returns what is wrong, for people. @param found as the query's last column has it */
    static String told(List<Column> columns, String found) {
        int colon = found.indexOf(':');
        Column column = columns.get(Integer.parseInt(found.substring(0, colon)));
        String value = found.substring(colon + 1);
        String shown = value.isEmpty() || !value.equals(value.strip()) ? '"' + value + '"' : value;
        return column.name() + " " + shown + " is no " + kind(column);
    }

    private static String kind(Column column) {
        return switch (column.kind()) {
            case STORE, PRODUCT, INTEGER -> "whole number";
            case TEXT -> "text";
            case DATE -> "date";
            case CENTS -> "amount with 2 decimals";
            case BASIS_POINTS -> "number with 4 decimals";
            case REAL -> "number";
            case BOOL -> "true or false";
        };
    }
}
