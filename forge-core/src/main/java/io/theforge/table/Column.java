package io.theforge.table;

/**
 * A column that the Forge fills.
 *
 * @param name in the database
 * @param kind which method of {@link RowWriter} takes its values
 * @param role the part that it has in a row
 * @param size characters of a text (0 = as long as may be), digits of an amount or a share
 * @param mayBeNull whether the Forge ever leaves it empty
 */
public record Column(String name, Kind kind, Role role, int size, boolean mayBeNull) {

    /** What its values are; all but the id are given to {@link RowWriter} by the method of that name. */
    public enum Kind {
        /** The id of a store, given as its index. */
        STORE,
        /** The id of a product, given as its index. */
        PRODUCT,
        TEXT,
        DATE,
        INTEGER,
        /** An amount of money with two decimals. */
        CENTS,
        /** A share with four decimals. */
        BASIS_POINTS,
        /** A number in 64 bits. */
        REAL,
        BOOL
    }

    /** What part a column has in a row. */
    public enum Role {
        /** The surrogate key, which follows from the row's ordinal. */
        ID,
        /** Part of the natural key, by which a row is known from any other of its table. */
        KEY,
        VALUE
    }

    private static final int PRICE_DIGITS = 10;
    private static final int SHARE_DIGITS = 5;

    /** Returns the surrogate key. */
    public static Column id() {
        return new Column("id", Kind.INTEGER, Role.ID, 0, false);
    }

    /** Returns the reference to a store. */
    public static Column store() {
        return of("store_id", Kind.STORE);
    }

    /** Returns the reference to a product. */
    public static Column product() {
        return of("product_id", Kind.PRODUCT);
    }

    /** Returns a text. @param characters that it has at most; 0 = as long as may be */
    public static Column text(String name, int characters) {
        return new Column(name, Kind.TEXT, Role.VALUE, characters, false);
    }

    /** Returns a price. */
    public static Column price(String name) {
        return amount(name, PRICE_DIGITS);
    }

    /** Returns an amount of money. @param digits that it has at most */
    public static Column amount(String name, int digits) {
        return new Column(name, Kind.CENTS, Role.VALUE, digits, false);
    }

    /** Returns a share. */
    public static Column share(String name) {
        return new Column(name, Kind.BASIS_POINTS, Role.VALUE, SHARE_DIGITS, false);
    }

    /** Returns a date, a whole number, a number or a truth value. */
    public static Column of(String name, Kind kind) {
        return new Column(name, kind, Role.VALUE, 0, false);
    }

    /** Returns the same as a part of the natural key. */
    public Column key() {
        return new Column(name, kind, Role.KEY, size, mayBeNull);
    }

    /** Returns the same where rows may leave it empty. */
    public Column orNull() {
        return new Column(name, kind, role, size, true);
    }

    /** Returns its type in SQL, as PostgreSQL writes it: "varchar(20)", "numeric(10,2)". */
    public String sqlType() {
        return switch (kind) {
            case STORE, PRODUCT, INTEGER -> "integer";
            case TEXT -> size == 0 ? "varchar" : "varchar(" + size + ")";
            case DATE -> "date";
            case CENTS -> "numeric(" + size + ",2)";
            case BASIS_POINTS -> "numeric(" + size + ",4)";
            case REAL -> "double precision";
            case BOOL -> "boolean";
        };
    }
}
