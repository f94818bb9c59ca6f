package io.theforge.documents;

import io.theforge.Forge;
import io.theforge.plan.Plan;

/** Datasets that documents are tried on. */
final class Shops {
    private Shops() {}

    static Plan of(String yaml) {
        return Forge.dataset(yaml).plan();
    }

    static Plan standard() {
        return of("");
    }
}
