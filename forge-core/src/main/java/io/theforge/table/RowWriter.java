package io.theforge.table;

import org.jspecify.annotations.Nullable;

/**
 * Takes rows field by field, in the order of {@link Table#columns()}. A database writer turns store and product indices
 * into ids, a file into codes; the fingerprint leaves ids out.
 */
public interface RowWriter {
    /**
     * Begins a row.
     *
     * @param ordinal place of the row in its table, from 0, unique and independent of workers and order; the surrogate id
     *     is a base plus the ordinal. Not every ordinal has a row. The calendar has no id: its writers ignore the ordinal
     */
    void startRow(long ordinal);

    /** Reference to a store; -1 = the whole chain (NULL). */
    void store(int storeIndex);

    /** Reference to a product. */
    void product(int productIndex);

    void text(@Nullable String value);

    /** Days since 1970-01-01. */
    void date(int epochDay);

    void integer(int value);

    /** An amount of money with two decimals. */
    void cents(long cents);

    /** A share with four decimals, in 1/10,000. */
    void basisPoints(int basisPoints);

    /** A number with a fraction, in 64 bits. */
    void real(double value);

    void bool(boolean value);

    /** NULL, of any type but text. */
    void nothing();

    void endRow();
}
