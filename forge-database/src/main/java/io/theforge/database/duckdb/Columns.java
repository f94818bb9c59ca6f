package io.theforge.database.duckdb;

import io.theforge.table.Column;

/** The types of the columns that the Forge writes. */
final class Columns {
    private Columns() {}

    /** Returns the type in the table that is appended to: decimals in 64 bits, because that is the width an appender is given. */
    static String staged(Column column) {
        return switch (column.kind()) {
            case DATE -> "DATE";
            case CENTS -> "DECIMAL(18,2)";
            case BASIS_POINTS -> "DECIMAL(18,4)";
            case BOOL -> "BOOLEAN";
            case TEXT -> "VARCHAR";
            case REAL -> "DOUBLE";
            case STORE, PRODUCT, INTEGER -> "INTEGER";
        };
    }

    /** Returns whether a column of this type takes the values: the same kind, at least as exact. */
    static boolean fits(Column column, String type) {
        String wanted = staged(column);
        if (wanted.equals("INTEGER")) {
            return type.equals("INTEGER") || type.equals("BIGINT");
        }
        if (wanted.startsWith("DECIMAL")) {
            return type.startsWith("DECIMAL(") && type.endsWith(wanted.substring(wanted.indexOf(',')));
        }
        return type.equals(wanted);
    }
}
