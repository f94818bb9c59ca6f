package io.theforge.rag.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while its model is being loaded. It would take this one with it. */
class KeptRuntimeTest {
    @TempDir
    Path folder;

    @Test
    void theModelIsLoadedWhileTheProcessEnds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("384 dimensions");
        assertThat(folder).isEmptyDirectory();
    }

    /** Does what the runtime's hook does, before the model is there. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) throws Exception {
            KeptRuntime.keep();
            Class<?> environment = Class.forName("ai.onnxruntime.OrtEnvironment");
            Object only = environment.getMethod("getEnvironment").invoke(null);
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Field handle = environment.getDeclaredField("nativeHandle");
            Method close = environment.getDeclaredMethod("close", long.class, long.class);
            api.setAccessible(true);
            handle.setAccessible(true);
            close.setAccessible(true);
            close.invoke(null, api.getLong(null), handle.getLong(only));
            try (Embedder embedder = EmbeddingSettings.embedder(name -> null)) {
                System.out.println(embedder.embed(List.of("text")).get(0).length + " dimensions");
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
