package io.theforge.rag.agent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries what LangChain4j sends, within the time and the size that one answer has. A model that is busy is asked again, as it says,
 * while there is time; nothing else is tried twice, and redirects are not followed. The key is in a header and nowhere else.
 */
final class ModelTransport implements HttpClient {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int MAX_TRIES = 3;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final java.net.http.HttpClient client;
    private final ModelEndpoint endpoint;
    private final long untilNanos;

    ModelTransport(java.net.http.HttpClient client, ModelEndpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
        untilNanos = System.nanoTime() + endpoint.time().toNanos();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        for (int tries = 1; ; tries++) {
            HttpResponse<byte[]> answer = sent(request);
            int status = answer.statusCode();
            if (status == OK) {
                return SuccessfulHttpResponse.builder()
                        .statusCode(OK)
                        .headers(answer.headers().map())
                        .body(new String(answer.body(), StandardCharsets.UTF_8))
                        .build();
            }
            if (status != TOO_MANY_REQUESTS && status != UNAVAILABLE) {
                throw refused(status);
            }
            Duration wait = RetryAfter.of(answer.headers(), tries);
            if (tries == MAX_TRIES || wait.compareTo(left()) >= 0) {
                throw endpoint.failure(
                        "it is busy (status " + status + ")",
                        "ask again later, or use a model that has more to give; FORGE_LLM_TIMEOUT is how long it is waited for");
            }
            await(wait);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers come whole");
    }

    private ModelException refused(int status) {
        return endpoint.failure("it has answered with status " + status
                + switch (status) {
                    case UNAUTHORIZED, FORBIDDEN -> ", so that the key in FORGE_LLM_KEY is not right";
                    case NOT_FOUND -> ", so that the address or the model's name is not right";
                    case 400 -> ", which it also does where the model knows no tools";
                    default -> "";
                });
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            java.net.http.HttpRequest.Builder asked = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
            if (endpoint.key() != null) {
                asked.header("Authorization", "Bearer " + endpoint.key());
            }
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(asked.build(), head -> new LimitedBody(MAX_BODY_BYTES));
            try {
                return answer.get(left().toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                answer.cancel(true);
            }
        } catch (TimeoutException e) {
            throw endpoint.failure(
                    "it has not answered within " + endpoint.time().toSeconds() + " s",
                    "ask again, use a faster model, or set FORGE_LLM_TIMEOUT to more seconds");
        } catch (ExecutionException e) {
            throw endpoint.failure(
                    e.getCause() instanceof LimitedBody.TooLongException
                            ? "its answer has more than " + MAX_BODY_BYTES + " bytes"
                            : "it cannot be reached (" + reason(e) + ")");
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (IllegalArgumentException e) {
            // its message would repeat the key
            throw endpoint.failure("the key holds a character that cannot be sent");
        }
    }

    /** The kind of failure; never what was sent. */
    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "no reason is known" : cause.getClass().getSimpleName();
    }

    Duration time() {
        return endpoint.time();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, untilNanos - System.nanoTime()));
    }

    private void await(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ModelException interrupted() {
        Thread.currentThread().interrupt();
        return endpoint.failure("the work was interrupted", "ask again");
    }
}
