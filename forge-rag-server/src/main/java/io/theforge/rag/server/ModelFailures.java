package io.theforge.rag.server;

import io.theforge.rag.agent.model.ModelException;
import io.theforge.rag.embed.EmbeddingException;
import io.theforge.server.http.Problem;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What models do wrong, as problems. */
final class ModelFailures {
    private ModelFailures() {}

    static <T> T asProblems(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (EmbeddingException e) {
            throw problem("embedding", e.getMessage(), e.remedy());
        } catch (ModelException e) {
            throw problem("model", e.getMessage(), e.remedy());
        }
    }

    private static RuntimeException problem(String code, @Nullable String message, String remedy) {
        return Problem.of(502, code, Objects.requireNonNullElse(message, ""), remedy)
                .asException();
    }
}
