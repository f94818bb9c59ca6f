package io.theforge.server.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages of a test's own, on a port of this machine. */
final class Site implements AutoCloseable {
    private static final String HEAD =
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>A site</title>";
    private final HttpServer server;
    private final Map<String, String> headers;

    private Site(Map<String, String> headers) throws IOException {
        this.headers = headers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
    }

    /** A site of one page, whatever is asked for. */
    static Site of(String body, Map<String, String> headers) throws IOException {
        Site site = new Site(headers);
        site.server.createContext("/", exchange -> site.answer(exchange, HEAD + body));
        return site;
    }

    /** A site of one page without mistakes, but for those in its body. */
    static Site of(String body) throws IOException {
        return of("<main><h1>A site</h1>" + body + "</main>", Map.of());
    }

    private void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        headers.forEach(exchange.getResponseHeaders()::set);
        // a path that is a number is answered with that status
        String path = exchange.getRequestURI().getPath().substring(1);
        exchange.sendResponseHeaders(path.matches("\\d{3}") ? Integer.parseInt(path) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI uri() {
        return uri("127.0.0.1");
    }

    /** Under another name of this machine. */
    URI uri(String name) {
        return URI.create("http://" + name + ":" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
