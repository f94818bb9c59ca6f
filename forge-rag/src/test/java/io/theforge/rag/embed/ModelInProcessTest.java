package io.theforge.rag.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that is built in. */
class ModelInProcessTest {

    @Test
    void theEndOfALongTextCountsToo() {
        String much = "The store sells apples. ".repeat(300);
        try (Embedder model = new ModelInProcess()) {
            List<float[]> vectors = model.embed(List.of(much, much + "Whales swim in the ocean. ".repeat(100)));
            assertThat(vectors.get(1)).isNotEqualTo(vectors.get(0));
        }
    }
}
