package io.theforge.rag.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.Forge;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code forge serve --rag} in a process of its own, as in another terminal. */
final class ServingProcess implements AutoCloseable {
    static final String TOKEN = "the-token-of-another-terminal";
    private static final String TEXT = "{\"source_type\": \"markdown\", \"source_path\": \"handbook/first-aid.md\","
            + " \"content\": \"# First aid\\n\\nCall 112, then wait.\", \"metadata\": {\"of\": \"others\"}}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;

    private ServingProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static ServingProcess in(Path folder, String database) throws IOException {
        Process process =
                java(folder, Map.of("FORGE_TOKEN", TOKEN), "serve", "--rag", "--port", "0", "--database", database);
        BufferedReader out = process.inputReader();
        return new ServingProcess(process, String.valueOf(out.readLine()).replaceFirst("/$", ""));
    }

    /** Starts the program; what it says on standard error goes into a file. */
    static Process java(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                Forge.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    String url() {
        return url;
    }

    /** Takes in a text that no check has anything to do with. */
    void indexOfOthers() throws Exception {
        call("POST", "/rag/index", TEXT);
    }

    /** Returns what is indexed, with all that is told of it. */
    JsonNode sources() throws Exception {
        return call("GET", "/rag/sources", null);
    }

    private JsonNode call(String method, String path, @Nullable String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
