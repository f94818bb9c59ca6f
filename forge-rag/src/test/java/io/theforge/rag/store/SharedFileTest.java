package io.theforge.rag.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Chunks;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, and more than one process. */
class SharedFileTest {
    private static final int SOURCES = 300;

    @TempDir
    Path folder;

    @Test
    void whoWritesWithoutPauseLetsOthersHaveTheirTurn() throws Exception {
        Process other = writer("other/");
        fill(folder, "own/");

        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.exitValue()).isZero();
        assertThat(paths("other/")).hasSize(SOURCES);
        assertThat(paths("own/")).hasSize(SOURCES);
    }

    @Test
    void whatWasTakenInIsThereAfterAKill() throws Exception {
        Process killed = writer("killed/");
        int told = 0;
        try (BufferedReader out = killed.inputReader()) {
            while (told < SOURCES / 10) {
                assertThat(out.readLine()).isEqualTo("killed/" + told++);
            }
            killed.destroyForcibly().waitFor();
        }

        assertThat(paths("killed/")).hasSizeGreaterThanOrEqualTo(told);
        fill(folder, "next/");
        assertThat(paths("next/")).hasSize(SOURCES);
    }

    private List<String> paths(String prefix) {
        try (ChunkStore store = store(folder)) {
            return store.sources().stream()
                    .map(Source::sourcePath)
                    .filter(path -> path.startsWith(prefix))
                    .toList();
        }
    }

    private static ChunkStore store(Path folder) {
        return ChunkStores.of(DatabaseUrl.embedded(folder), folder.resolve("rag.duckdb"), "none");
    }

    private static void fill(Path folder, String prefix) {
        try (ChunkStore store = store(folder)) {
            List<Chunk> chunks = Chunks.ofMarkdown("# A\n\nText.");
            for (int i = 0; i < SOURCES; i++) {
                List<float[]> vectors = new ArrayList<>();
                chunks.forEach(chunk -> vectors.add(new float[Dialect.USUAL_DIMENSIONS]));
                store.put(new ChunkStore.NewSource("markdown", prefix + i, "hash", Map.of()), chunks, vectors);
                System.out.println(prefix + i);
            }
        }
    }

    private Process writer(String prefix) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The other process. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            fill(Path.of(arguments[0]), arguments[1]);
        }
    }
}
