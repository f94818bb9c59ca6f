package io.theforge.rag.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as OpenAI has it, {@code POST .../embeddings}; others have it too. It is given a time, and redirects are not
 * followed. The key is in a header and nowhere else.
 */
final class EmbeddingEndpoint implements Embedder {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int TEXTS_AT_ONCE = 64;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String model;
    private final @Nullable String key;
    private final Duration time;

    EmbeddingEndpoint(URI address, String model, @Nullable String key) {
        this(address, model, key, TIME);
    }

    /** @param time in which each answer must have come as a whole */
    EmbeddingEndpoint(URI address, String model, @Nullable String key, Duration time) {
        this.address = address;
        this.model = model;
        this.key = key;
        this.time = time;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i += TEXTS_AT_ONCE) {
            vectors.addAll(some(texts.subList(i, Math.min(texts.size(), i + TEXTS_AT_ONCE))));
        }
        return vectors;
    }

    @Override
    public String model() {
        return model;
    }

    private List<float[]> some(List<String> texts) {
        JsonNode data = asked(texts).path("data");
        float[][] vectors = new float[texts.size()][];
        if (data.size() != texts.size()) {
            throw wrong("it has answered " + data.size() + " vectors for " + texts.size() + " texts");
        }
        for (int i = 0; i < texts.size(); i++) {
            int index = data.get(i).path("index").asInt(i);
            if (index < 0 || index >= vectors.length || vectors[index] != null) {
                throw wrong("its vectors are not numbered as the texts are");
            }
            vectors[index] = Vectors.of(data.get(i).path("embedding"));
            if (vectors[index].length == 0
                    || vectors[index].length != Vectors.of(data.get(0).path("embedding")).length) {
                throw wrong("its answer holds no vectors of one length");
            }
        }
        return List.of(vectors);
    }

    private JsonNode asked(List<String> texts) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            JSON.writeValueAsBytes(Map.of("model", model, "input", texts))));
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            try {
                return answered(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                answer.cancel(true);
            }
        } catch (TimeoutException e) {
            throw wrong("it has not answered within " + time.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw wrong("it cannot be reached: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw wrong("the work was interrupted");
        } catch (IllegalArgumentException e) {
            // its message would repeat the key
            throw wrong("the key holds a character that cannot be sent");
        } catch (IOException e) {
            throw wrong("its answer is not JSON");
        }
    }

    private JsonNode answered(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw wrong("it has answered with status " + answer.statusCode()
                    + (answer.statusCode() == UNAUTHORIZED
                            ? ", so that the key in FORGE_EMBEDDING_KEY is not right"
                            : ""));
        }
        JsonNode json = JSON.readTree(answer.body());
        if (!json.path("data").isArray()) {
            throw wrong("its answer has no list \"data\"");
        }
        return json;
    }

    /** What the system says; never what was sent. */
    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        String message = cause == null ? null : cause.getMessage();
        String name = cause == null ? "no reason is known" : cause.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : message.lines().findFirst().orElse(name);
    }

    private EmbeddingException wrong(String what) {
        return new EmbeddingException(
                "the embedding endpoint " + address.getHost() + " cannot be used: " + what,
                "see FORGE_EMBEDDING_URL, FORGE_EMBEDDING_MODEL and FORGE_EMBEDDING_KEY, or unset them for the model that is built in");
    }
}
