package io.theforge.export.dirt.row;

/** What a column is for, whatever a layout calls it. */
public enum Role {
    DATE,
    /** A store, as an id or a code. */
    STORE,
    /** A product, as an id or a SKU. */
    PRODUCT,
    /** A store and a product in one text, a slash between. */
    SERIES,
    QUANTITY,
    UNIT_PRICE,
    TOTAL,
    ON_HAND,
    ON_ORDER,
    STOCKOUT,
    /** A share. */
    DISCOUNT,
    PROMOTED,
    /** First day of a price or a promotion. */
    FROM,
    /** Last day of it. */
    UNTIL,
    /** The code of a store, or the SKU of a product, where it is what the row is about. */
    CODE
}
