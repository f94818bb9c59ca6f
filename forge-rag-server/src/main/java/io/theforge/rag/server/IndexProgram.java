package io.theforge.rag.server;

import io.theforge.rag.Rag;
import io.theforge.server.rag.RagService;

/** What {@code forge serve --rag} finds. */
public final class IndexProgram implements RagService.Program {

    @Override
    public RagService open(RagService.Place place) {
        return new IndexService(Rag.open(
                place.database(), place.folder(), name -> place.environment().get(name)));
    }
}
