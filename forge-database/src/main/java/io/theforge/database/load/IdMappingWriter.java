package io.theforge.database.load;

import io.theforge.table.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * Passes rows on with stores and products at the places that their ids have, counted from the first id: where ids are not
 * consecutive, because they are not ours.
 */
public final class IdMappingWriter implements RowWriter {
    private final RowWriter next;
    private final int[] storePlaces;
    private final int[] productPlaces;

    /** @param storePlaces by store index: its id less the first id of the chunk's {@link io.theforge.sink.Ids}; so with products */
    public IdMappingWriter(RowWriter next, int[] storePlaces, int[] productPlaces) {
        this.next = next;
        this.storePlaces = storePlaces;
        this.productPlaces = productPlaces;
    }

    @Override
    public void startRow(long ordinal) {
        next.startRow(ordinal);
    }

    @Override
    public void store(int storeIndex) {
        next.store(storeIndex < 0 ? storeIndex : storePlaces[storeIndex]);
    }

    @Override
    public void product(int productIndex) {
        next.product(productPlaces[productIndex]);
    }

    @Override
    public void text(@Nullable String value) {
        next.text(value);
    }

    @Override
    public void date(int epochDay) {
        next.date(epochDay);
    }

    @Override
    public void integer(int value) {
        next.integer(value);
    }

    @Override
    public void cents(long cents) {
        next.cents(cents);
    }

    @Override
    public void real(double value) {
        next.real(value);
    }

    @Override
    public void basisPoints(int basisPoints) {
        next.basisPoints(basisPoints);
    }

    @Override
    public void bool(boolean value) {
        next.bool(value);
    }

    @Override
    public void nothing() {
        next.nothing();
    }

    @Override
    public void endRow() {
        next.endRow();
    }
}
