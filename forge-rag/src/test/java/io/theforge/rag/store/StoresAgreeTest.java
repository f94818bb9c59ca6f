package io.theforge.rag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.PgVector;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Chunks;
import io.theforge.rag.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same texts are found in the same order, wherever they are kept. */
class StoresAgreeTest {
    private static final int SOURCES = 150;
    private static final String[] WORDS = {"soap", "rice", "price", "store", "return", "opening", "offer", "stock"};

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @Test
    void bothFindTheSameInTheSameOrder() throws Exception {
        DatabaseUrl postgres = DatabaseUrl.parse(PgVector.database(), folder);
        Path file = folder.resolve("rag.duckdb");
        try (ChunkStore vector = ChunkStores.of(postgres, file, "none");
                ChunkStore duckDb = ChunkStores.of(DatabaseUrl.embedded(folder), file, "none")) {
            for (int i = 0; i < SOURCES; i++) {
                List<Chunk> chunks = Chunks.ofMarkdown("# Part " + i + "\n\n" + words(12));
                List<float[]> vectors = List.of(vector());
                var source = new ChunkStore.NewSource("markdown", "p" + i % 3 + "/" + i, "hash", Map.of());
                vector.put(source, chunks, vectors);
                duckDb.put(source, chunks, vectors);
            }
            for (Filter filter : List.of(Filter.NONE, new Filter("markdown", "p1/"), new Filter(null, "none"))) {
                for (int i = 0; i < 10; i++) {
                    float[] query = vector();
                    List<Long> words = List.copyOf(Words.counts(words(3)).keySet());
                    ChunkStore.Found one = duckDb.search(query, words, filter, 10);
                    ChunkStore.Found other = vector.search(query, words, filter, 10);
                    assertThat(paths(other)).isEqualTo(paths(one));
                    assertThat(other.total()).isEqualTo(one.total());
                    for (int j = 0; j < one.best().size(); j++) {
                        assertThat(other.best().get(j).cosine())
                                .isCloseTo(one.best().get(j).cosine(), within(1e-5));
                        assertThat(other.best().get(j).wordScore())
                                .isCloseTo(one.best().get(j).wordScore(), within(1e-5));
                    }
                }
            }
        }
    }

    private static List<String> paths(ChunkStore.Found found) {
        return found.best().stream().map(each -> each.passage().sourcePath()).toList();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return words.toString();
    }

    private float[] vector() {
        float[] vector = new float[Dialect.USUAL_DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
