package io.theforge.rag.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.PgVector;
import io.theforge.rag.Rag;
import io.theforge.rag.SourceRequest;
import io.theforge.rag.find.Finder;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Chunks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes, printed: some minutes, with {@code -Pexhaustive}. That both stores agree is a law of all sizes. */
@EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "it takes minutes")
class StoreSpeedTest {
    private static final int CHUNKS = 20_000;
    private static final int CHUNKS_OF_A_SOURCE = 100;
    private static final int SHOPS = 300;
    private static final int QUERIES = 40;
    private static final int WORDS = 150;

    @TempDir
    Path folder;

    private final Random random = new Random(42);

    /** Plain words, and what shops tell each month, which is asked for by name and date. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twentyThousandChunksAreSearched(boolean named) throws Exception {
        DatabaseUrl postgres = DatabaseUrl.parse(PgVector.database(), folder);
        Path file = folder.resolve("rag.duckdb");
        ChunkStore vector = ChunkStores.of(postgres, file, "none");
        ChunkStore duckDb = ChunkStores.of(DatabaseUrl.embedded(folder), file, "none");
        assertThat(vector).isInstanceOf(PostgresStore.class);
        long[] filled = new long[2];
        for (int i = 0; i < CHUNKS; i += CHUNKS_OF_A_SOURCE) {
            List<Chunk> chunks = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int j = 0; j < CHUNKS_OF_A_SOURCE; j++) {
                String heading = named ? "# " + shop() + ", " + month() + "\n\n" : "";
                chunks.add(Chunks.ofMarkdown(heading + words(100)).get(0));
                vectors.add(vector());
            }
            ChunkStore.NewSource source = new ChunkStore.NewSource("markdown", "p/" + i, "hash", Map.of());
            for (int s = 0; s < 2; s++) {
                long begun = System.nanoTime();
                (s == 0 ? duckDb : vector).put(source, chunks, vectors);
                filled[s] += System.nanoTime() - begun;
            }
        }
        System.out.printf(
                "filled with %d chunks: DuckDB %.1f s, pgvector %.1f s%n", CHUNKS, filled[0] / 1e9, filled[1] / 1e9);
        for (Filter filter : List.of(Filter.NONE, new Filter("markdown", "p/1"))) {
            for (ChunkStore store : List.of(duckDb, vector)) {
                double[] millis = new double[QUERIES];
                for (int i = 0; i < QUERIES; i++) {
                    String question = named
                            ? "How many " + words(6) + " did " + shop() + " and the supplier of S"
                                    + random.nextInt(SHOPS) + " have in " + month() + "?"
                            : words(10);
                    float[] query = vector();
                    long begun = System.nanoTime();
                    List<Finder.Scored> best = store.look(filter, query, lookup -> Finder.best(lookup, question, 5));
                    assertThat(best).hasSize(5);
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
                Arrays.sort(millis);
                System.out.printf(
                        "%s, %s, %s: median %.1f ms, slowest %.1f ms%n",
                        store.getClass().getSimpleName(),
                        filter,
                        named ? "names and dates" : "plain words",
                        millis[QUERIES / 2],
                        millis[QUERIES - 1]);
            }
        }
    }

    @Test
    void aThousandChunksAreIndexed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("# Part ").append(i).append("\n\n").append(words(WORDS)).append(".\n\n");
        }
        long begun = System.nanoTime();
        try (Rag rag = Rag.open(DatabaseUrl.embedded(folder), folder, name -> null)) {
            int chunks = rag.index(new SourceRequest("markdown", "large.md", text.toString(), Map.of()))
                    .chunksCreated();
            System.out.printf("%d chunks of %d words: %.1f s%n", chunks, WORDS, (System.nanoTime() - begun) / 1e9);
            assertThat(chunks).isGreaterThanOrEqualTo(1000);
            double[] millis = new double[QUERIES];
            for (int i = 0; i < QUERIES; i++) {
                begun = System.nanoTime();
                rag.retrieve(words(8), 5, null, Filter.NONE);
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf("a query over them, embedding included: median %.1f ms%n", millis[QUERIES / 2]);
        }
    }

    private String shop() {
        int number = random.nextInt(SHOPS);
        return "Main Street Shop " + number + " (S" + number + ")";
    }

    private String month() {
        return List.of("March", "April", "May", "June").get(random.nextInt(4)) + " 2024";
    }

    /** Rare and frequent ones, as in a language. */
    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "word" + (char) ('a' + random.nextInt(26)) + (int) Math.exp(random.nextDouble() * 8))
                .collect(Collectors.joining(" "));
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
