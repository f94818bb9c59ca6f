package io.theforge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** {@code ./forge serve --rag}: texts of one chunk each in, queries over all of them, by HTTP and with the model that is built in. */
final class IndexTrials implements AutoCloseable {
    private static final int WORDS = 150;
    private static final int WORDS_OF_A_QUERY = 8;
    private static final int QUERIES = 101;
    private static final int FIRST = 1000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(42);
    private final Process process;
    private final URI address;
    private final String token;

    private IndexTrials(Path script, Path folder, String database) throws IOException {
        process = new ProcessBuilder(script.toString(), "serve", "--rag", "--port", "0", "--database", database)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("./forge serve --rag has ended at once");
        }
        address = URI.create(line);
        token = address.getQuery().replaceFirst("token=", "");
    }

    /** @param chunks how many to search in */
    static void measure(Path script, Path folder, String store, String database, int chunks, Report report)
            throws IOException, InterruptedException {
        try (IndexTrials server = new IndexTrials(script, folder, database)) {
            int first = Math.min(FIRST, chunks);
            double seconds = server.index(0, first);
            report.atMost(30, count(first) + " of " + WORDS + " words indexed, " + store, seconds, "s");
            server.index(first, chunks);
            report.atMost(
                    60,
                    "a query over " + count(chunks) + ", median of " + QUERIES + ", " + store,
                    server.queries(chunks),
                    "ms");
        }
    }

    private static String count(int chunks) {
        return String.format(Locale.ROOT, "%,d chunks", chunks);
    }

    /** Returns whether there is pgvector, without which the index would be a file. */
    static boolean hasVector(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private double index(int from, int to) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int i = from; i < to; i++) {
            String created = ask(
                    "/rag/index",
                    "{\"source_type\": \"markdown\", \"source_path\": \"bench/" + i + ".md\", \"content\": \"# Part "
                            + i + "\\n\\n" + words(WORDS) + ".\"}");
            if (!created.matches("(?s).*\"chunks_created\"\\s*:\\s*1\\b.*")) {
                throw new IllegalStateException("a text of " + WORDS + " words is not one chunk: " + created);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Returns the milliseconds of the one in the middle. */
    private double queries(int chunks) throws IOException, InterruptedException {
        double[] milliseconds = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            String query = "{\"query\": \"" + words(WORDS_OF_A_QUERY) + "\"}";
            long begun = System.nanoTime();
            String found = ask("/rag/retrieve", query);
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            if (!found.matches("(?s).*\"total_chunks_searched\"\\s*:\\s*" + chunks + "\\b.*")) {
                throw new IllegalStateException("not all of " + chunks + " chunks were searched");
            }
        }
        Arrays.sort(milliseconds);
        return milliseconds[QUERIES / 2];
    }

    private String ask(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("POST " + path + ": " + answer.body());
        }
        return answer.body();
    }

    /** Rare and frequent ones, as in a language. */
    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ")
                    .append("word")
                    .append((char) ('a' + random.nextInt(26)))
                    .append((int) Math.exp(random.nextDouble() * 8));
        }
        return words.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }
}
