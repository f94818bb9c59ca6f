package io.theforge.rag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.PgVector;
import io.theforge.rag.find.Finder;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Chunks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                List<Chunk> chunks =
                        Chunks.ofMarkdown("# Store " + i % 20 + " (S0000" + i % 20 + ")\n\nIn March 2024 " + words(12));
                List<float[]> vectors = List.of(vector());
                var source = new ChunkStore.NewSource("markdown", "p" + i % 3 + "/" + i, "hash", Map.of());
                vector.put(source, chunks, vectors);
                duckDb.put(source, chunks, vectors);
            }
            for (Filter filter : List.of(Filter.NONE, new Filter("markdown", "p1/"), new Filter(null, "none"))) {
                for (int i = 0; i < 10; i++) {
                    float[] query = vector();
                    String question = words(3) + " of the Store " + i + " in March 2024";
                    List<Finder.Scored> one = found(duckDb, question, query, filter);
                    List<Finder.Scored> other = found(vector, question, query, filter);
                    assertThat(one).hasSize(filter.pathPrefix().equals("none") ? 0 : 10);
                    assertThat(paths(other)).isEqualTo(paths(one));
                    for (int j = 0; j < one.size(); j++) {
                        assertThat(other.get(j).cosine()).isCloseTo(one.get(j).cosine(), within(1e-5));
                        assertThat(other.get(j).wordScore())
                                .isCloseTo(one.get(j).wordScore(), within(1e-5));
                    }
                }
            }
        }
    }

    private static List<Finder.Scored> found(ChunkStore store, String question, float[] query, Filter filter) {
        return Objects.requireNonNull(store.look(filter, query, lookup -> Finder.best(lookup, question, 10)));
    }

    private static List<String> paths(List<Finder.Scored> found) {
        return found.stream().map(each -> each.passage().sourcePath()).toList();
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
