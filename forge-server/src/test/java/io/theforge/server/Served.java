package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Program;
import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code forge serve}, as it is, on a free port. Each of its answers is held against its OpenAPI document. */
public final class Served implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127.0.0.1:(\\d+)/(?:\\?token=(.+))?");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;
    private final OpenApiDocument document;
    public final int port;
    public final String token;

    private Served(Path folder, Map<String, String> environment, String... flags) throws Exception {
        FirstLine out = new FirstLine();
        ProcessContext here =
                new ProcessContext(environment, folder, out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        List<String> arguments = new ArrayList<>(List.of("serve"));
        if (!List.of(flags).contains("--port")) {
            arguments.addAll(List.of("--port", "0"));
        }
        arguments.addAll(List.of(flags));
        thread = new Thread(() -> {
            int exit = Program.run(here, arguments.toArray(String[]::new));
            out.ended("exit code " + exit + ": " + err());
        });
        thread.start();
        Matcher address = ADDRESS.matcher(out.await());
        assertThat(address.matches()).as(out.await()).isTrue();
        port = Integer.parseInt(address.group(1));
        token = address.group(2) == null ? environment.getOrDefault("FORGE_TOKEN", "") : address.group(2);
        document = OpenApiDocument.of(sent("GET", "/openapi.json", null, "Authorization", "Bearer " + token)
                .json());
    }

    public static Served in(Path folder, String... flags) throws Exception {
        return in(folder, Map.of(), flags);
    }

    public static Served in(Path folder, Map<String, String> environment, String... flags) throws Exception {
        return new Served(folder, environment, flags);
    }

    OpenApiDocument document() {
        return document;
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public Reply get(String path) throws Exception {
        return call("GET", path, null);
    }

    /** With the token, as a script does. */
    public Reply post(String path, String body) throws Exception {
        return call("POST", path, body, "Authorization", "Bearer " + token);
    }

    public Reply delete(String path, String body) throws Exception {
        return call("DELETE", path, body, "Authorization", "Bearer " + token);
    }

    /** @param headers names and values by turns; JSON is said to be sent unless they say something else */
    public Reply call(String method, String path, @Nullable String body, String... headers) throws Exception {
        Reply reply = sent(method, path, body, headers);
        document.check(method, path, reply);
        return reply;
    }

    /** What is not held against the document. */
    Reply sent(String method, String path, @Nullable String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
