package io.theforge.database.load;

import io.theforge.table.PassingWriter;
import io.theforge.table.RowWriter;

/**
 * Passes rows on with stores and products at the places that their ids have, counted from the first id: where ids are not
 * consecutive, because they are not ours.
 */
public final class IdMappingWriter extends PassingWriter {
    private final int[] storePlaces;
    private final int[] productPlaces;

    /** @param storePlaces by store index: its id less the first id of the chunk's {@link io.theforge.sink.Ids}; so with products */
    public IdMappingWriter(RowWriter next, int[] storePlaces, int[] productPlaces) {
        super(next);
        this.storePlaces = storePlaces;
        this.productPlaces = productPlaces;
    }

    @Override
    public void store(int storeIndex) {
        next.store(storeIndex < 0 ? storeIndex : storePlaces[storeIndex]);
    }

    @Override
    public void product(int productIndex) {
        next.product(productPlaces[productIndex]);
    }
}
