package io.theforge.cli.rag.host;

import io.theforge.cli.result.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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
import javax.net.ssl.SSLException;

/** Makes calls: with limits of time and size, without following anybody elsewhere, and again where that is safe. */
final class HostClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int MAX_BODY_BYTES = 8 << 20;
    private static final int MAX_TRIES = 3;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long MAX_PAUSE_SECONDS = 30;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> PASSING = Set.of(TOO_MANY, 502, 503, 504);
    /** A shorter one is a word that answers may well have in them. */
    private static final int LEAST_SECRET = 8;

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

    private HttpResponse<byte[]> send(HostCall call) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request(call), head -> new LimitedBody(MAX_BODY_BYTES));
        try {
            return sent.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(call, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new HostException(
                    call.shown() + " was not answered by " + address + " within "
                            + call.limit().toSeconds() + " s",
                    "look whether the application works; FORGE_API_TIMEOUT sets how many seconds an answer may take");
        } finally {
            sent.cancel(true);
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

    private HostException failure(HostCall call, Throwable why) {
        if (why instanceof LimitedBody.TooLongException) {
            return new HostException(
                    call.shown() + " answered more than " + (MAX_BODY_BYTES >> 20) + " MiB",
                    "look whether --api-url is the application's address");
        }
        if (why instanceof HttpConnectTimeoutException || why instanceof ConnectException) {
            return new HostException(
                    "nothing answers at " + address, "start the application, or give its address with --api-url");
        }
        if (why instanceof SSLException) {
            return new HostException(
                    "the certificate of " + address + " is not trusted (" + words(why) + ")",
                    "have it trusted: FORGE_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE, a store with the certificate of who signed it");
        }
        if (why instanceof IOException) {
            return new HostException(
                    call.shown() + " has lost its connection to " + address + " (" + words(why) + ")",
                    "look into the application's log, then run it again");
        }
        throw new IllegalStateException(call.shown(), why);
    }

    private String words(Throwable why) {
        return withoutToken(String.valueOf(why.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    }

    /** An application that tells a token which it does not take would have us print it. */
    private String withoutToken(String text) {
        String token = address.token();
        return token == null || token.length() < LEAST_SECRET ? text : text.replace(token, "***");
    }
}
