package io.theforge.rag.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that is built in. */
class ModelInProcessTest {

    @Test
    void itReadsTheBeginningOfALongTextAsTheDocsSay() {
        String less = "apple ".repeat(125);
        String much = "apple ".repeat(126);
        try (Embedder model = new ModelInProcess()) {
            List<float[]> vectors = model.embed(List.of(less, less + "whale", much, much + "whale"));
            assertThat(vectors.get(1)).isNotEqualTo(vectors.get(0));
            assertThat(vectors.get(3)).isEqualTo(vectors.get(2));
        }
    }
}
