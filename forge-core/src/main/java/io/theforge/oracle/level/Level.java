package io.theforge.oracle.level;

import java.util.Locale;

/** What series are added up to. */
public enum Level {
    TOTAL,
    STORE,
    CATEGORY,
    STORE_CATEGORY,
    /** A product in all stores. */
    ITEM,
    /** A product in a store, as it is forecast. */
    SERIES;

    /** Returns "store_category", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
