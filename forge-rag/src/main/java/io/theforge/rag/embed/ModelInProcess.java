package io.theforge.rag.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2, quantised: its weights are in its jar, and nothing is fetched. It is loaded when it is first asked. It reads the
 * first 126 tokens of a text, headings therefore, and how it begins: to read all of a long one takes several times as long.
 */
final class ModelInProcess implements Embedder {
    /** What is in work at once stays small, however much there is. */
    private static final int TEXTS_AT_ONCE = 32;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "embedding");
                thread.setDaemon(true);
                return thread;
            });
    private @Nullable EmbeddingModel model;

    @Override
    public List<float[]> embed(List<String> texts) {
        EmbeddingModel loaded = loaded();
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i += TEXTS_AT_ONCE) {
            List<TextSegment> some = texts.subList(i, Math.min(texts.size(), i + TEXTS_AT_ONCE)).stream()
                    .map(text -> TextSegment.from(text.isBlank() ? "-" : text))
                    .toList();
            loaded.embedAll(some).content().stream().map(Embedding::vector).forEach(vectors::add);
        }
        return vectors;
    }

    @Override
    public String model() {
        return "all-MiniLM-L6-v2";
    }

    private synchronized EmbeddingModel loaded() {
        if (model == null) {
            KeptRuntime.keep();
            try {
                model = new AllMiniLmL6V2QuantizedEmbeddingModel(workers);
            } catch (RuntimeException | LinkageError e) {
                throw new EmbeddingException(
                        "the embedding model could not be loaded here: " + e,
                        "use an endpoint that embeds: FORGE_EMBEDDING_URL and FORGE_EMBEDDING_MODEL");
            }
        }
        return model;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
