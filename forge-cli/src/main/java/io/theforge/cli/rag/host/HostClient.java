package io.theforge.cli.rag.host;

import io.theforge.cli.result.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes calls: with limits of time and size, without following anybody elsewhere, and again where that is safe. */
final class HostClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    static final int MAX_BODY_BYTES = 8 << 20;
    private static final int MAX_TRIES = 3;
    /** A question is not asked more often than once in vain. */
    private static final int MAX_TRIES_OF_OTHERS = 2;

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long MAX_PAUSE_SECONDS = 30;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> PASSING = Set.of(TOO_MANY, 502, 503, 504);

    private final HostAddress address;
    private final HttpClient http;

    HostClient(HostAddress address) {
        this.address = address;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .build();
    }

    /** @throws HostException where nothing comes that could be read */
    HostAnswer answer(HostCall call) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            HttpResponse<byte[]> response = send(call);
            int status = response.statusCode();
            // one that is turned away for its number has not been looked at
            boolean again = call.isRepeatable() ? PASSING.contains(status) : status == TOO_MANY;
            if (!again || tried == MAX_TRIES) {
                return new HostAnswer(
                        call,
                        status,
                        withoutToken(new String(response.body(), StandardCharsets.UTF_8)),
                        response.headers()
                                .firstValue("Location")
                                .map(this::withoutToken)
                                .orElse(null));
            }
            TimeUnit.MILLISECONDS.sleep(pauseMillis(response, tried));
        }
    }

    private static long pauseMillis(HttpResponse<?> response, int tried) {
        String wanted = response.headers().firstValue("Retry-After").orElse("");
        return wanted.matches("[0-9]{1,6}")
                ? 1000 * Math.min(MAX_PAUSE_SECONDS, Long.parseLong(wanted))
                : FIRST_PAUSE_MILLIS << (tried - 1);
    }

    /**
     * Sends it, within its limit. A server of HTTP/1.0 closes a connection behind its answer without saying so; a call that meets this is
     * lost before anybody has read it, and goes on a new connection.
     */
    private HttpResponse<byte[]> send(HostCall call) throws InterruptedException {
        long end = System.nanoTime() + call.limit().toNanos();
        Failures failures = new Failures(address, call);
        int tries = call.isRepeatable() ? MAX_TRIES : MAX_TRIES_OF_OTHERS;
        for (int tried = 1; ; tried++) {
            AtomicBoolean isAnswered = new AtomicBoolean();
            CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request(call), head -> {
                isAnswered.set(true);
                return new LimitedBody(MAX_BODY_BYTES);
            });
            try {
                return sent.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
                if (isAnswered.get() || tried == tries || !failures.isConnectionLost()) {
                    throw failures.exception();
                }
            } catch (TimeoutException e) {
                throw failures.late();
            } finally {
                sent.cancel(true);
            }
        }
    }

    private HttpRequest request(HostCall call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.base() + call.path())).header("Accept", "application/json");
        if (address.token() != null) {
            request.header("Authorization", "Bearer " + address.token());
        }
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(Json.write(call.body())))
                .build();
    }

    private String withoutToken(String text) {
        return address.withoutToken(text);
    }
}
