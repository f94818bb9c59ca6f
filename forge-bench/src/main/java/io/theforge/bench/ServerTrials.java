package io.theforge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code ./forge serve}: until its first answer, what people wait for, and the memory of its process. */
final class ServerTrials implements AutoCloseable {
    private static final int WATCHERS = 50;
    private static final int CLIENTS = 8;
    private static final int QUESTIONS = 200;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;
    private final String token;
    private final double startSeconds;

    private ServerTrials(Path script, Path folder, String database) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        process = new ProcessBuilder(script.toString(), "serve", "--port", "0", "--database", database)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("./forge serve has ended at once");
        }
        address = URI.create(line);
        token = address.getQuery().replaceFirst("token=", "");
        ask("GET", "/health", "");
        startSeconds = (System.nanoTime() - begun) / 1e9;
    }

    /** @param fresh the address of an empty database @param commandLineSeconds what the same rows take there */
    static void measure(Path script, Path folder, String fresh, Sizes sizes, double commandLineSeconds, Report report)
            throws Exception {
        new ServerTrials(script, folder, fresh).close(); // builds what is missing
        try (ServerTrials server = new ServerTrials(script, folder, fresh)) {
            report.atMost(1.5, "./forge serve to its first answer", server.startSeconds, "s");
            server.ask("GET", "/seeder/status", "");
            report.atMost(200, "./forge serve, memory when idle", server.megabytes("VmRSS"), "MB");
            double seconds = server.generate(sizes);
            report.atMost(
                    1.05, "generate through the server against the command line", seconds / commandLineSeconds, "x");
            report.atMost(400, "./forge serve, memory with " + WATCHERS + " watchers", server.megabytes("VmHWM"), "MB");
            report.atMost(30, "GET /seeder/status, median of " + QUESTIONS + ", 8 clients", server.status(), "ms");
            report.atMost(150, "GET /analytics/kpis over a year, median of 11", server.kpis(), "ms");
        }
    }

    private double generate(Sizes sizes) throws Exception {
        List<Socket> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            Socket watcher = new Socket(address.getHost(), address.getPort());
            watcher.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            watchers.add(watcher);
        }
        double milliseconds = ask(
                "POST",
                "/seeder/generate",
                "{\"stores\": " + sizes.stores() + ", \"products\": " + sizes.products() + ", \"confirm\": true}");
        for (Socket watcher : watchers) {
            watcher.close();
        }
        return milliseconds / 1e3;
    }

    private double status() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Double>> questions = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                questions.add(() -> ask("GET", "/seeder/status", ""));
            }
            List<Double> milliseconds = new ArrayList<>();
            for (Future<Double> answer : clients.invokeAll(questions)) {
                milliseconds.add(answer.get());
            }
            return median(milliseconds);
        } finally {
            clients.shutdown();
        }
    }

    private double kpis() throws IOException, InterruptedException {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            milliseconds.add(ask("GET", "/analytics/kpis?start_date=2024-01-01&end_date=2024-12-31", ""));
        }
        return median(milliseconds);
    }

    private static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Returns the milliseconds. */
    private double ask(String method, String path, String body) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Returns memory in MB of 10^6 bytes; 0 where the system does not tell. */
    private double megabytes(String name) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")) / 1e6)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }
}
