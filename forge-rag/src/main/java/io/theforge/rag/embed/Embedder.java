package io.theforge.rag.embed;

import java.util.List;

/** Turns texts into vectors of length 1. Many may use it at once. */
public interface Embedder extends AutoCloseable {

    /**
     * Returns a vector for each text, in their order.
     *
     * @throws EmbeddingException when the model does not answer, or not as it should
     */
    List<float[]> embed(List<String> texts);

    /** The name of the model. */
    String model();

    @Override
    default void close() {}
}
